import assert from "node:assert/strict";
import { type Laboratory, laboratory } from "./session.ts";

/** A cell with `|` where the cursor is. */
function cursor(marked: string): [code: string, at: number] {
  const at = marked.indexOf("|");
  return [marked.slice(0, at) + marked.slice(at + 1), at];
}

describe("help while one writes a cell", () => {
  let lab: Laboratory;
  before(async () => {
    lab = laboratory();
    await lab.value(
      "/** Doubles a number. @param x what is doubled */\nconst doubled = (x: number) => 2 * x;\nconst table = { rows: 1, Rows: 2, columns: 3 };\nlet überall = 1;",
    );
  });
  after(() => lab.close());

  const texts = (marked: string): string[] =>
    lab.session.complete(...cursor(marked)).matches.map(({ text }) => text);

  it("completes names of earlier cells, of the prelude and of the language by their beginning, with their kinds", () => {
    const { start, end, matches } = lab.session.complete(...cursor("1 + dou|"));
    assert.deepEqual([start, end], [4, 7]);
    assert.deepEqual(matches, [{ text: "doubled", kind: "const" }]);
    assert.ok(texts("skipAtt|").includes("skipAttentionAndFfn"));
    assert.ok(texts("Mat|").includes("Math"));
    assert.ok(texts("const inside = 1; ins|").includes("inside"));
  });

  it("completes members, with respect to case, and everything behind a dot", () => {
    assert.deepEqual(texts("table.r|"), ["rows"]);
    assert.deepEqual(texts("table.R|"), ["Rows"]);
    assert.deepEqual(texts("table.|").sort(), ["Rows", "columns", "rows"]);
    assert.ok(texts("tf.tens|").includes("tensor2d"));
    assert.ok(texts("tf.ones([1]).ad|").includes("add"));
    assert.deepEqual(texts("table.nothing|"), []);
  });

  it("replaces the whole word that the cursor is in", () => {
    const { start, end } = lab.session.complete(...cursor("table.ro|ws + 1"));
    assert.deepEqual([start, end], [6, 10]);
  });

  it("counts places in the text as it is, behind emoji and in names of any alphabet", () => {
    const [code, at] = cursor("'😀'; über|");
    const { start, end, matches } = lab.session.complete(code, at);
    assert.equal(code.slice(start, end), "über");
    assert.deepEqual(
      matches.map(({ text }) => text),
      ["überall"],
    );
  });

  it("completes in a cell that is not finished, and nothing in an impossible place", () => {
    assert.deepEqual(texts("for (const r of [1]) { table.r|"), ["rows"]);
    assert.deepEqual(texts("'table.r|'"), []);
    assert.deepEqual(texts("// table.r|"), []);
  });

  it("does not show the names that the kernel makes for itself", () => {
    assert.deepEqual(texts("tsLast|"), []);
    assert.deepEqual(texts("$cel|"), []);
  });

  it("shows types and docstrings of what the cursor is in, behind, or among the arguments of", () => {
    const inspected = (marked: string): string | undefined => lab.session.inspect(...cursor(marked));
    for (const marked of ["doub|led(3)", "doubled|(3)", "doubled(3|)", "doubled(1 + 2, |)"])
      assert.match(
        inspected(marked) ?? "",
        /^const doubled: \(x: number\) => number\n\nDoubles a number\./,
        marked,
      );
    assert.match(inspected("cost|") ?? "", /^[\s\S]*cost\([\s\S]*\n\n\S/);
    assert.match(inspected("tf.matM|ul") ?? "", /matMul[\s\S]*dot product of two matrices/);
    assert.match(inspected("table.ro|ws") ?? "", /rows: number/);
    assert.equal(inspected("nothing|Here"), undefined);
    assert.equal(inspected("|"), undefined);
    assert.equal(inspected("1 + |"), undefined);
  });

  it("changes nothing of the session", async () => {
    texts("let doubled = 'other'; doub|");
    lab.session.inspect("const table = 3; table", 18);
    assert.equal(await lab.value("doubled(table.columns)"), 6);
  });

  it("says whether a cell is whole, could be with more text, or cannot be", () => {
    const status = (code: string): string => lab.session.isComplete(code).status;
    for (const code of [
      "1 + 1",
      "",
      "const a = 1;",
      "if (a) {\n}",
      "await f()",
      "`x`",
      "let a: number",
      "// a",
      "class A {}",
      "for await (const a of b) {}",
      "import a from 'b'",
    ])
      assert.equal(status(code), "complete", code);
    for (const code of [
      "1 +",
      "if (a) {",
      "f(",
      "[1,",
      "`x",
      "/* a",
      "const a =",
      "class A {",
      "a.",
      "function f() {\n  return 1;",
      "const f = (x) =>",
      "{ a: [",
      "x ? 1 :",
    ])
      assert.equal(status(code), "incomplete", code);
    for (const code of ["const = 1", "1 1", ")", "a b c", "if )", "'open", "} {"])
      assert.equal(status(code), "invalid", code);
  });

  it("indents a cell that goes on by its open brackets", () => {
    assert.deepEqual(lab.session.isComplete("if (a) {\n  f(["), { status: "incomplete", indent: "      " });
    assert.deepEqual(lab.session.isComplete("if (a) {"), { status: "incomplete", indent: "  " });
  });
});
