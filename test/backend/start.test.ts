import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { currentEngine, type EngineName, engines, startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { UsageError } from "../../src/errors.ts";
import { child } from "./child.ts";

const backendCommand = (...args: string[]) =>
  `const { backendCommand } = await import("./src/cli/backend.ts"); await backendCommand(${JSON.stringify(args)});`;

describe("starting an engine", function () {
  this.timeout(60_000);

  it("refuses an unknown name with a usage error that says it and every allowed one", async () => {
    await assert.rejects(startEngine({ backend: "webgl" as EngineName }), (error: Error) => {
      assert.ok(error instanceof UsageError);
      for (const word of ["webgl", "native", ...engines]) assert.match(error.message, new RegExp(word));
      return true;
    });
  });

  it("gives two callers at once the same engine, and keeps it when asked again", async () => {
    const [first, second] = await Promise.all([startEngine({ quiet: true }), startEngine({ quiet: true })]);
    assert.equal(first, second);
    assert.equal(await startEngine({ backend: first.chosen }), first);
    assert.equal(currentEngine(), first);
  });

  it("runs on the one TensorFlow.js that the engines' packages register their kernels on", async () => {
    await startEngine({ quiet: true });
    const required = createRequire(import.meta.url)("@tensorflow/tfjs") as typeof tf;
    assert.equal(tf.engine(), required.engine());
  });

  it("falls to the embedded engine where no binding was made, and then writes nothing to standard error", () => {
    const train = `
      const { startEngine } = await import("./src/backend/start.ts");
      const { tf } = await import("./src/backend/tf.ts");
      const { chosen } = await startEngine();
      tf.grad((x) => tf.softmax(x.matMul(x, false, true)).sum())(tf.ones([4, 4])).dataSync();
      console.log(chosen, tf.getBackend());`;
    assert.deepEqual(child(train), { code: 0, out: "wasm wasm\n", err: "" });
  });

  it("takes the name in PROXYLAB_BACKEND when none is given, and is silent on the plain engine too", () => {
    const line = `
      const { startEngine } = await import("./src/backend/start.ts");
      const { tf } = await import("./src/backend/tf.ts");
      const { chosen } = await startEngine();
      tf.ones([2]).dataSync();
      console.log(chosen);`;
    assert.deepEqual(child(line, { PROXYLAB_BACKEND: "cpu" }), { code: 0, out: "cpu\n", err: "" });
    assert.match(child(line, { PROXYLAB_BACKEND: "gpu" }).err, /UsageError: backend "gpu" is unknown/);
  });

  it("fails in one sentence that says what to run when a native engine is named and was not made", () => {
    const { code, err } = child(backendCommand("--backend", "tfjs-node"));
    assert.equal(code, 1);
    assert.match(
      err,
      /Failure: backend "tfjs-node" was asked for and does not start .*"proxylab native" makes it/,
    );
  });

  it("reports with --json exactly the engine, why, what was tried, versions, settings and GFLOP/s", () => {
    const { code, out, err } = child(backendCommand("--json"));
    assert.deepEqual([code, err], [0, ""]);
    const report = JSON.parse(out);
    const settings = ["precision", "threads", "memoryCeiling"];
    assert.deepEqual(Object.keys(report), [
      "chosen",
      "why",
      "tried",
      "versions",
      ...settings,
      "matmulGflops",
    ]);
    assert.deepEqual([report.precision, report.threads], ["highest", 1]);
    assert.deepEqual(
      report.tried.map(({ name, ok }: { name: string; ok: boolean }) => [name, ok]),
      [
        ["tfjs-node-gpu", false],
        ["tfjs-node", false],
        ["wasm", true],
      ],
    );
    assert.ok(report.matmulGflops > 0);
  });
});
