import assert from "node:assert/strict";
import { allContenders, invocation, nameOf } from "./contender.ts";

const places = { root: "/repo", python: "/env/bin/python", tsx: "file:///tsx" };

describe("contenders", () => {
  it("are every engine and every way of PyTorch's; wasm has one thread", () => {
    assert.deepEqual(allContenders(1).map(nameOf), [
      "wasm float32",
      "native float32",
      "native high",
      "PyTorch float32 eager",
      "PyTorch float32 compiled",
      "PyTorch bfloat16 eager",
      "PyTorch bfloat16 compiled",
    ]);
    assert.equal(allContenders(2).length, 6);
    assert.ok(allContenders(2).every(({ threads }) => threads === 2));
  });

  it("are told their engine, precision and threads by the environment", () => {
    const side = { engine: "native", precision: "bfloat16", threads: 2 } as const;
    const { command, variables } = invocation(side, "step", { batch: 4 }, places);
    assert.equal(command[3], "/repo/test/bench/programs/step.ts");
    assert.deepEqual(JSON.parse(command[4] as string), { batch: 4, engine: "native", precision: "bfloat16" });
    assert.equal(variables.PROXYLAB_BACKEND, "native");
    assert.equal(variables.PROXYLAB_PRECISION, "high");
    assert.equal(variables.PROXYLAB_THREADS, "2");
  });

  it("run PyTorch's program of the same name with the same settings", () => {
    const side = { engine: "PyTorch", precision: "float32", mode: "compiled", threads: 1 } as const;
    const { command, variables } = invocation(side, "step", { batch: 4 }, places);
    assert.deepEqual(command.slice(0, 2), ["/env/bin/python", "/repo/test/reference/bench_step.py"]);
    assert.deepEqual(JSON.parse(command[2] as string), {
      batch: 4,
      threads: 1,
      precision: "float32",
      mode: "compiled",
    });
    assert.equal(variables.OMP_NUM_THREADS, "1");
  });

  it("run the stock package's wasm on the wasm engine's program", () => {
    const side = { engine: "stock wasm", precision: "float32", threads: 1 } as const;
    const { command, variables } = invocation(side, "step", {}, places);
    assert.equal(JSON.parse(command[4] as string).engine, "stock wasm");
    assert.equal(variables.PROXYLAB_BACKEND, "wasm");
  });
});
