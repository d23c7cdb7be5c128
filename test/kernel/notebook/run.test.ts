import assert from "node:assert/strict";
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { type CodeCell, codeCells, type Notebook, type Output } from "../../../kernel/notebook/notebook.ts";
import { readNotebook } from "../../../kernel/notebook/read.ts";
import { type RunEnd, type RunOptions, run } from "../../../kernel/notebook/run.ts";
import { textOfNotebook, writeNotebook } from "../../../kernel/notebook/write.ts";
import * as library from "../../../kernel/prelude/index.ts";
import { provideLibrary } from "../../../kernel/session/prelude.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { code, file, markdown } from "./files.ts";
import { assertValid } from "./schema.ts";

describe("running a notebook without a front end", () => {
  const path = temporaryFolder();
  before(() => provideLibrary(library));

  async function ran(
    cells: readonly object[],
    options: Partial<RunOptions> = {},
  ): Promise<{ notebook: Notebook; outputs: Output[][]; end: RunEnd }> {
    const notebook = readNotebook(file(path("n.ipynb"), cells));
    const end = await run(notebook, { folder: path("."), ...options });
    assertValid(textOfNotebook(notebook));
    return { notebook, outputs: codeCells(notebook).map(({ outputs }) => outputs), end };
  }

  const formsIn = (output: Output | undefined): Record<string, unknown> =>
    output && "data" in output ? output.data : {};
  const textIn = (output: Output | undefined): unknown => formsIn(output)["text/plain"];
  const printedIn = (output: Output | undefined): string =>
    output?.output_type === "stream" ? stripVTControlCharacters(output.text) : "";

  it("runs the cells in order, in the notebook's folder, and keeps what each gives", async () => {
    writeFileSync(path("near.txt"), "near");
    const before = process.cwd();
    const heard: number[] = [];
    const { notebook, outputs, end } = await ran(
      [
        code('import { readFileSync } from "node:fs";\nconst near = readFileSync("near.txt", "utf8");'),
        markdown("between"),
        code("  \n"),
        code("console.log('out'); console.log('more'); console.error('err'); near.length"),
        code("plot([{ y: [1, 3, 2] }])"),
        code("process.cwd()"),
      ],
      { listener: { onCell: (done) => void heard.push(done) } },
    );
    assert.deepEqual(end, { interrupted: false });
    assert.deepEqual(heard, [0, 1, 2, 3, 4]);
    assert.deepEqual(
      codeCells(notebook).map(({ execution_count: count }) => count),
      [1, null, 2, 3, 4],
    );
    assert.deepEqual(outputs[2], [
      { output_type: "stream", name: "stdout", text: "out\nmore\n" },
      { output_type: "stream", name: "stderr", text: "err\n" },
      { output_type: "execute_result", data: { "text/plain": "4" }, metadata: {}, execution_count: 2 },
    ]);
    assert.deepEqual(Object.keys(formsIn(outputs[3]?.[0])).sort(), [
      "application/vnd.plotly.v1+json",
      "image/png",
      "text/html",
      "text/plain",
    ]);
    assert.equal(textIn(outputs[4]?.[0]), `'${realpathSync(path("."))}'`);
    assert.equal(process.cwd(), before);
  });

  it("stops at the first cell that fails and names it; later cells lose what an earlier run gave them", async () => {
    const old = {
      ...code("3"),
      outputs: [{ output_type: "stream", name: "stdout", text: "old" }],
      execution_count: 9,
    };
    const { outputs, end } = await ran([code("const a = 1;"), code("throw new RangeError('bad')"), old]);
    assert.equal(end.failure?.count, 2);
    assert.equal(end.failure?.trouble.ename, "RangeError");
    assert.deepEqual(outputs[1]?.[0], {
      output_type: "error",
      ename: "RangeError",
      evalue: "bad",
      traceback: end.failure?.trouble.traceback,
    });
    assert.deepEqual(outputs[2], []);
  });

  it("goes on behind errors of every kind when it may", async () => {
    const { outputs, end } = await ran([code("const n: number = 'x'"), code("const y = ;"), code("1")], {
      allowErrors: true,
    });
    assert.equal(end.failure?.count, 1);
    assert.deepEqual(
      outputs.map((list) => list[0]?.output_type),
      ["error", "error", "execute_result"],
    );
  });

  it("ends a cell that takes longer than it may, even one that never listens to events", async () => {
    const { end, outputs } = await ran([code("console.log('begun');\nwhile (true) {}"), code("1")], {
      timeout: 0.5,
      allowErrors: true,
    });
    assert.equal(end.failure?.trouble.evalue, "the cell ran out of time");
    assert.equal(end.interrupted, false);
    assert.equal(outputs[0]?.[0]?.output_type, "stream");
    assert.equal(textIn(outputs[1]?.[0]), "1");
  });

  it("replaces, clears and cuts what is shown as a notebook would", async () => {
    const { outputs } = await ran([
      code(
        'const shown = await display("first"); console.log("x"); clearOutput(); const kept = await display("second");',
      ),
      code(
        'await kept.update("third"); console.log("old"); clearOutput("with the next output"); console.log("new");',
      ),
      code("for await (const i of progress([1, 2, 3], { title: 'loop' })) ;"),
      code("for (let i = 0; i < 60; i++) console.log('y'.repeat(100_000));"),
      code("slider(0, 32)"),
    ]);
    assert.deepEqual(outputs[0]?.map(textIn), ["'third'"]);
    assert.deepEqual(outputs[1], [{ output_type: "stream", name: "stdout", text: "new\n" }]);
    assert.match(String(textIn(outputs[2]?.[0])), /^#{24} loop 3\/3, 100 %/);
    const printed = printedIn(outputs[3]?.[0]);
    assert.ok(printed.length < 2_100_000);
    assert.match(printed.slice(-100), /cut: more was printed than is kept here\n$/);
    const types = Object.keys(formsIn(outputs[4]?.[0]));
    assert.ok(!types.includes("application/vnd.jupyter.widget-view+json"), types.join());
    assert.ok(types.includes("text/plain"));
  });

  it("shows values that are circular, huge, throwing or no JSON, and goes on", async () => {
    const { outputs, end } = await ran([
      code("const round: { self?: unknown } = {}; round.self = round; round"),
      code("'z'.repeat(3_000_000)"),
      code("Array.from({ length: 1_000_000 }, (_, i) => i)"),
      code("({ [Symbol.for('Jupyter.display')]() { throw new TypeError('not today'); } })"),
      code("({ [Symbol.for('Jupyter.display')]: () => ({ 'application/json': { big: 10n } }) })"),
      code("({ get field() { throw new Error('no'); }, toString() { throw new Error('no'); } })"),
      code("({ then: 'not a promise', toJSON() { throw new Error('no'); } })"),
      code("'all run'"),
    ]);
    assert.equal(end.failure, undefined);
    const texts = outputs.map((list) => String(textIn(list[0])));
    assert.match(texts[0] as string, /\[Circular \*1\]/);
    assert.ok((texts[1] as string).length < 110_000);
    assert.match(texts[1] as string, /3\.0 MB|more characters/);
    assert.match(texts[2] as string, /more items/);
    assert.match(texts[3] as string, /cannot be shown: TypeError: not today/);
    assert.match(texts[4] as string, /cannot be shown|left out/);
    assert.equal(texts[7], "'all run'");
  });

  it("tells of promises that nobody awaited, below the cell that ran, and of tensors that a cell left", async () => {
    const { outputs, end } = await ran([
      code("void (async () => { throw new Error('lost'); })(); await new Promise((r) => setTimeout(r, 20));"),
      code("tf.ones([10]); 1"),
    ]);
    assert.equal(end.failure, undefined);
    assert.match(printedIn(outputs[0]?.[0]), /Error: lost/);
    const warning = outputs[1]?.find(({ output_type: type }) => type === "stream");
    assert.match(printedIn(warning), /this cell left 1 tensor that no variable holds \(40 bytes/);
  });

  it("runs a cell of a megabyte", async () => {
    const { outputs } = await ran([code(`const long = "${"x".repeat(2 ** 20)}";\nlong.length`)]);
    assert.equal(textIn(outputs[0]?.[0]), String(2 ** 20));
  });

  it("can be written after every cell, each time whole and valid", async () => {
    const seen: number[] = [];
    const notebook = readNotebook(file(path("n.ipynb"), [code("1"), code("2"), code("3")]));
    const onEnd = (_: CodeCell) => {
      writeNotebook(path("out.ipynb"), notebook);
      const text = readFileSync(path("out.ipynb"), "utf8");
      assertValid(text);
      seen.push(
        codeCells(readNotebook(path("out.ipynb"))).filter(({ outputs }) => outputs.length > 0).length,
      );
    };
    await run(notebook, { folder: path("."), listener: { onEnd } });
    assert.deepEqual(seen, [1, 2, 3]);
  });

  it("ends where its listener says so", async () => {
    const { outputs } = await ran([code("1"), code("2")], {
      listener: { onCell: (done) => (done === 1 ? "end" : undefined) },
    });
    assert.deepEqual(
      outputs.map((list) => list.length),
      [1, 0],
    );
  });
});
