import assert from "node:assert/strict";
import { appendFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { History } from "../../../kernel/protocol/history.ts";
import { temporaryFolder } from "../../support/folder.ts";

describe("the history of inputs", () => {
  const path = temporaryFolder();
  const file = () => path("data", "history.jsonl");
  const inputs = (found: { input: string }[]) => found.map(({ input }) => input);

  it("outlives its session, in a file of the user's own", () => {
    const first = new History(file());
    first.add(1, "one", "1");
    first.add(2, "two", null);
    const second = new History(file());
    second.add(1, "three", null);
    assert.deepEqual(
      second.tail(10).map(({ number, line, input, output }) => [number, line, input, output]),
      [
        [1, 1, "one", "1"],
        [1, 2, "two", null],
        [2, 1, "three", null],
      ],
    );
    assert.deepEqual(inputs(second.tail(2)), ["two", "three"]);
    assert.deepEqual(second.tail(0), []);
    assert.equal(statSync(file()).mode & 0o777, 0o600);
  });

  it("gives a range of this session, or of one before it by a negative number", () => {
    const first = new History(file());
    for (const line of [1, 2, 3]) first.add(line, `first ${line}`, null);
    const second = new History(file());
    assert.deepEqual(inputs(second.range(-1, 2, undefined)), ["first 2", "first 3"]);
    second.add(1, "second 1", null);
    assert.deepEqual(inputs(second.range(0, 0, 10)), ["second 1"]);
    assert.deepEqual(inputs(second.range(-1, 1, 3)), ["first 1", "first 2"]);
    assert.deepEqual(inputs(second.range(1, 1, 2)), ["first 1"]);
  });

  it("is searched by patterns, without repetitions when asked, in time that no pattern makes endless", () => {
    const history = new History(file());
    for (const [line, input] of ["a = 1", "b", "a = 2", "a = 1"].entries()) history.add(line, input, null);
    const search = (pattern: string, n?: number, unique = false) =>
      inputs(history.search(pattern, n, { unique }));
    assert.deepEqual(search("a*"), ["a = 1", "a = 2", "a = 1"]);
    assert.deepEqual(search("a = ?", 2), ["a = 2", "a = 1"]);
    assert.deepEqual(search("*", undefined, true), ["b", "a = 2", "a = 1"]);
    assert.deepEqual(search("= 1"), []);
    history.add(5, "a".repeat(2000), null);
    assert.deepEqual(search(`${"*a".repeat(200)}*b`), []);
  });

  it("is written by sessions at the same time, and read past damaged lines", () => {
    const one = new History(file());
    const other = new History(file());
    for (let line = 1; line <= 50; line++) {
      one.add(line, `one ${line}`, null);
      other.add(line, `other ${line}`, null);
    }
    appendFileSync(file(), '{"session": "x", "line": 1, "inp');
    assert.equal(new History(file()).tail(1000).length, 100);
  });

  it("forgets what is blank or huge, and begins a new file before one grows for ever", () => {
    const history = new History(file());
    history.add(1, "  \n", null);
    history.add(2, "x".repeat(200_000), null);
    history.add(3, "kept", "y".repeat(10_000));
    assert.deepEqual(inputs(history.tail(9)), ["kept"]);
    assert.ok(readFileSync(file(), "utf8").length < 5000);
    writeFileSync(
      file(),
      `${JSON.stringify({ session: "old", line: 1, input: "old", output: null })}\n`.padEnd(5e6),
    );
    history.add(4, "new", null);
    assert.ok(statSync(file()).size < 1000);
    assert.deepEqual(inputs(new History(file()).tail(9)), ["old", "new"]);
  });

  it("lasts as long as the session where nothing can be written", () => {
    writeFileSync(path("data"), "a file in the place of the folder");
    const history = new History(file());
    history.add(1, "one", null);
    assert.deepEqual(inputs(history.tail(9)), ["one"]);
  });
});
