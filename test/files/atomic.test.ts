import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../../src/errors.ts";
import { makeFolder, writeAtomically } from "../../src/files/atomic.ts";

describe("writing a file whole or not at all", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "proxylab-atomic-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("makes the folders above and leaves nothing but the file", () => {
    const path = join(folder, "a/b/c.txt");
    writeAtomically(path, [Buffer.from("one "), Buffer.from("two")]);
    assert.equal(readFileSync(path, "utf8"), "one two");
    assert.deepEqual(readdirSync(join(folder, "a/b")), ["c.txt"]);
  });

  it("keeps the old file when the parts of the new one cannot all be made", () => {
    const path = join(folder, "kept.txt");
    writeFileSync(path, "old");
    function* parts() {
      yield Buffer.from("new");
      throw new Error("no more");
    }
    assert.throws(() => writeAtomically(path, parts()), /no more/);
    assert.equal(readFileSync(path, "utf8"), "old");
    assert.deepEqual(readdirSync(folder), ["kept.txt"]);
  });

  it("names the path and the cause when a folder or a file is in the way", () => {
    mkdirSync(join(folder, "taken"));
    assert.throws(
      () => writeAtomically(join(folder, "taken"), "x"),
      (error: Error) => {
        assert.ok(error instanceof Failure);
        assert.match(error.message, /cannot write .*taken: /);
        return true;
      },
    );
    writeFileSync(join(folder, "file"), "");
    assert.throws(() => writeAtomically(join(folder, "file/inside"), "x"), /cannot write .*inside: /);
  });

  it("comes back from a place where no folder can be made", () => {
    assert.throws(() => makeFolder("/proc/nowhere/below"));
    assert.ok(!existsSync("/proc/nowhere"));
  });
});
