import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Laboratory, laboratory } from "./session.ts";

describe("errors of a cell", () => {
  let lab: Laboratory;
  before(async () => {
    lab = laboratory();
  });
  after(() => lab.close());

  it("of types point at cell, line and words", async () => {
    const code = 'const fine = 1;\nconst list: number[] = [1,\n  "two", 3];\nfine;';
    const { ename, evalue, traceback } = await lab.trouble(code, { name: "In [7]" });
    assert.equal(ename, "TypeScriptError");
    assert.equal(evalue, "Type 'string' is not assignable to type 'number'.");
    assert.deepEqual(traceback, [
      "In [7], line 3: Type 'string' is not assignable to type 'number'. (TS2322)",
      "  1 | const fine = 1;",
      "  2 | const list: number[] = [1,",
      '> 3 |   "two", 3];',
      "    |   ^^^^^",
      "  4 | fine;",
      "",
      "TypeScriptError: Type 'string' is not assignable to type 'number'.",
    ]);
  });

  it("of syntax are SyntaxErrors, and nothing of the cell runs", async () => {
    await lab.value("let ran = false;");
    const { ename, evalue, traceback } = await lab.trouble("ran = true;\nconst y = ;");
    assert.equal(ename, "SyntaxError");
    assert.equal(evalue, "Expression expected.");
    assert.match(traceback.join("\n"), /> 2 \| const y = ;\n {4}\| {11}\^/);
    assert.equal(await lab.value("ran"), false);
  });

  it("name every complaint of the compiler, up to five", async () => {
    const { traceback } = await lab.trouble(Array.from({ length: 9 }, (_, i) => `no${i};`).join("\n"));
    assert.equal(traceback.filter((line) => /^In \[\d+\], line/.test(line)).length, 5);
  });

  it("at run time point at the innermost line of a cell, with the calls that led there", async () => {
    const code = [
      "interface Given { x: number }",
      "function outer(given: Given) { return inner(given.x); }",
      "function inner(x: number): number {",
      "  const doubled = 2 * x;",
      "  throw new RangeError('deep ' + doubled);",
      "}",
    ].join("\n");
    await lab.value(code, { name: "In [3]" });
    const { ename, evalue, traceback } = await lab.trouble("const three = { x: 3 };\nouter(three);", {
      name: "In [4]",
    });
    assert.equal(ename, "RangeError");
    assert.equal(evalue, "deep 6");
    const text = traceback.join("\n");
    assert.match(text, /^In \[3\], line 5\n/);
    assert.match(text, /> 5 \| {3}throw new RangeError/);
    assert.match(
      text,
      /at (\w+\.)?inner \(In \[3\]:5:\d+\)\n\s+at (\w+\.)?outer \(In \[3\]:2:\d+\)\n\s+at \(In \[4\]:2:1\)/,
    );
    assert.match(text, /\nRangeError: deep 6$/);
    assert.doesNotMatch(text, /node:|session\.ts|proxylab-cell|AsyncLocalStorage/);
  });

  it("that come from awaited work point at the await", async () => {
    const code =
      "const wait = (): Promise<void> => new Promise((_, no) => setTimeout(() => no(new Error('late')), 5));\n\n  await wait();";
    const { traceback } = await lab.trouble(code);
    assert.match(traceback.join("\n"), />? ?3 \| {3}await wait\(\);|In \[\d+\]:3:3/);
    assert.match(traceback.join("\n"), /In \[\d+\]:3:3\)/);
  });

  it("that come from a loop of `for await` point at the loop", async () => {
    const { traceback } = await lab.trouble(
      "async function* f() { yield 1; throw new Error('in the source'); }\nfor await (const x of f()) {\n  x;\n}",
    );
    assert.match(traceback.join("\n"), /In \[\d+\], line 1\n[\s\S]*In \[\d+\]:2:/);
  });

  it("that come from a file of the user's name it", async () => {
    writeFileSync(
      join(lab.folder, "lib.mjs"),
      "export const fail = () => {\n  throw new Error('in a file');\n};\n",
    );
    const { traceback } = await lab.trouble('import { fail } from "./lib.mjs";\nfail();');
    assert.match(traceback.join("\n"), /lib\.mjs:2:9[\s\S]*In \[\d+\]:2:1\)/);
  });

  it("may be anything that can be thrown", async () => {
    assert.deepEqual((await lab.trouble('throw "a word"')).evalue, "a word");
    assert.deepEqual((await lab.trouble("throw undefined")).evalue, "undefined");
    assert.match((await lab.trouble("throw { code: 3 }")).evalue, /code: 3/);
    assert.match((await lab.trouble("throw Object.create(null)")).evalue, /null prototype/);
    assert.match((await lab.trouble("await Promise.reject(null)")).evalue, /null/);
    const hostile = "throw new Proxy(new Error('x'), { get() { throw new Error('no'); } })";
    assert.equal((await lab.trouble(hostile)).evalue, "an error that cannot be shown");
    assert.equal(
      (await lab.trouble("class Odd extends Error { override name = 'Odd' }\nthrow new Odd('made here')"))
        .ename,
      "Odd",
    );
  });

  it("tell what caused them", async () => {
    const { traceback } = await lab.trouble("throw new Error('top', { cause: new TypeError('below') })");
    assert.match(traceback.join("\n"), /caused by TypeError: below/);
  });

  it("of endless recursion are cut", async () => {
    const { ename, traceback } = await lab.trouble(
      "function again(): number { return 1 + again(); }\nagain()",
    );
    assert.equal(ename, "RangeError");
    assert.ok(traceback.length < 40, `${traceback.length} lines`);
  });

  it("in long lines and long messages stay readable", async () => {
    const long = `const long = "${"x".repeat(50_000)}"; nothere;`;
    const { traceback } = await lab.trouble(long);
    assert.ok(traceback.join("\n").length < 2000);
  });

  it("write nothing anywhere else", async () => {
    lab.events.length = 0;
    await lab.trouble("throw new Error('quiet')");
    await lab.trouble("const a: number = 'x'");
    assert.deepEqual(lab.events, []);
  });

  it("of unhandled promises can be shown by whoever hears of them", async () => {
    const { evalue, traceback } = lab.session.trouble(new Error("from outside"));
    assert.equal(evalue, "from outside");
    assert.ok(traceback.length > 0);
  });
});
