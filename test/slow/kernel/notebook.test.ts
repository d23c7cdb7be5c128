import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { code, file, markdown } from "../../kernel/notebook/files.ts";
import { laboratory } from "../../kernel/session/session.ts";
import { proxylab } from "../../support/commandLine.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { jupyter, pythonEnvironment } from "../../support/pythonEnvironment.ts";

describe("notebooks without a front end, at length", () => {
  const path = temporaryFolder();

  it("500 cells leak neither memory nor tensors, and the last are as fast as the first", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const lab = laboratory();
    const cell = (i: number): string =>
      [
        `const value${i % 20} = tf.tidy(() => tf.ones([100]).mul(${i}).sum().arraySync()) as number;`,
        `let text${i % 20} = "x".repeat(10_000) + value${i % 20};`,
        `console.log(text${i % 20}.length);`,
        i % 10 === 0 ? `await display({ i: ${i} });` : "",
        i % 25 === 0 ? `throw new Error("on purpose ${i}");` : `value${i % 20}`,
      ].join("\n");
    const times: number[] = [];
    const run = async (from: number, to: number): Promise<void> => {
      for (let i = from; i < to; i++) {
        const began = performance.now();
        await lab.run(cell(i));
        times.push(performance.now() - began);
        lab.events.length = 0;
      }
    };
    const state = async (): Promise<{ heap: number; tensors: unknown }> => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      collect();
      return {
        heap: process.memoryUsage().heapUsed / 1e6,
        tensors: await lab.value("tf.memory().numTensors"),
      };
    };
    await run(0, 100);
    const before = await state();
    await run(100, 600);
    const after = await state();
    const median = (list: number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] as number;
    const [first, last] = [median(times.slice(50, 150)), median(times.slice(-100))];
    console.log(
      `      heap ${before.heap.toFixed(1)} to ${after.heap.toFixed(1)} MB, ${after.tensors} tensors; median cell ${first.toFixed(1)}, then ${last.toFixed(1)} ms`,
    );
    assert.equal(after.tensors, before.tensors);
    assert.ok(after.heap - before.heap < 10, `the heap grew by ${(after.heap - before.heap).toFixed(1)} MB`);
    assert.ok(last < 2 * first, `${last} ms after ${first} ms`);
    lab.close();
  });

  it("what the runner writes is valid to Jupyter's own nbformat", function () {
    const python = pythonEnvironment(jupyter);
    if ("missing" in python) {
      console.log(`      skipped: ${python.missing}`);
      return this.skip();
    }
    const given = file(
      path("all.ipynb"),
      [
        markdown("# every kind of output"),
        code("let n = 1;", "parameters"),
        code("console.log(n); console.error('err'); n"),
        code("plot([{ y: [1, 2] }])"),
        code("tf.tidy(() => tf.ones([8, 8]).arraySync())"),
        code("const t = tf.ones([4, 4]); t"),
        code("t.dispose(); drawRoute(skipAttention())"),
        code("aq.table({ a: [1, 2], b: ['x', null] })"),
        code("slider(0, 3)"),
        code("for await (const i of progress([1, 2])) ;"),
        code("throw new Error('on purpose')"),
        code("const wrong: number = 'x';"),
      ],
      { nbformat_minor: 2, metadata: {} },
    );
    const out = path("out.ipynb");
    const { code: ending, err } = proxylab(
      "notebook",
      "run",
      given,
      "--out",
      out,
      "-p",
      "n=3",
      "--allow-errors",
    );
    assert.equal(ending, 0, err);
    const check = `
import nbformat, sys
notebook = nbformat.read(sys.argv[1], as_version=4)
nbformat.validate(notebook)
print(notebook.nbformat, notebook.nbformat_minor, [o.output_type for c in notebook.cells if c.cell_type == "code" for o in c.outputs])`;
    const said = execFileSync(join(python.folder, "bin/python"), ["-W", "error", "-c", check, out], {
      encoding: "utf8",
    });
    assert.match(said, /^4 5 \['stream', 'stream', 'execute_result'/);
    assert.match(said, /'display_data', 'error', 'error'\]/);
  });
});
