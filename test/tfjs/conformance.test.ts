import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findBinding } from "../../src/backend/native/place.ts";
import { conformance } from "./conformance.ts";
import { exclusions } from "./exclusions.ts";
import { specFiles } from "./oneCore.ts";
import type { Engine, Outcome } from "./specs.ts";
import { judge, line, type Verdict } from "./verdict.ts";

/** What a decoder is made of: the rest of tfjs-core's specs is for `npm run test:tfjs`. */
const families: Readonly<Record<string, RegExp>> = {
  "matmul, softmax, gather": /^(mat_mul|softmax|log_softmax|gather|unsorted_segment_sum|one_hot)$/,
  reductions: /^(sum|mean|max|min|prod|all|any|arg_max|arg_min|log_sum_exp|moments|topk)$/,
  "concat, slice, transpose": /^(concat|slice.?.?|strided_slice|split|stack|transpose|pad|tile|expand_dims)$/,
  arithmetic:
    /^(arithmetic|binary_ops|add_n|sub|floordiv|where|equal|less|greater|logical_and|broadcast_to)$/,
  "unary operations": /^(abs|exp|log|neg|sqrt|rsqrt|square|sigmoid|tanh|relu|sin|cos|round|erf|step|elu)$/,
};
const files = specFiles.filter((file) =>
  Object.values(families).some((family) => family.test(file.replace("ops/", ""))),
);
const native = findBinding("tfjs-node") ?? findBinding("tfjs-node-gpu");

describe("tfjs-core's own specs", function () {
  this.timeout(60_000);

  for (const engine of ["native", "wasm", "cpu"] as const) {
    if (engine === "native" && !native) {
      it.skip("on native, which has not been made here");
      continue;
    }
    it(`of ${Object.keys(families).join(", ")} are green on ${engine}, or excluded under a reason`, async () => {
      const verdict = await conformance(engine, { files });
      assert.deepEqual(verdict.complaints, []);
      assert.ok(verdict.passed > 900, line(engine, verdict));
    });
  }

  it("go red where an engine silently gives way to another, though every spec passes", async () => {
    const verdict = await conformance("wasm", { files: ["ops/softmax"], broken: true });
    assert.equal(verdict.failed, 0);
    assert.deepEqual(verdict.complaints, [
      'only 0 operations ran on "wasm": the engine under test did not do the computing',
      `${verdict.complaints[1]?.split(" ")[0]} operations ran on "cpu", not on "wasm"`,
    ]);
  });
});

describe("the verdict on a run of specs", () => {
  const exclusion = { "no kernel": ["b"] };
  const whole = { specs: 2, pending: ["d"] };
  const outcome = (spec: string, status: Outcome["status"]) => ({ spec, status, why: "for a reason" });
  const verdict = (outcomes: Outcome[], operations: Record<string, number> = { wasm: 9, cpu: 0 }): Verdict =>
    judge({ backend: "wasm", outcomes, operations }, exclusion, whole);
  const expected = [outcome("a", "passed"), outcome("b", "failed"), outcome("d", "pending")];

  it("is green where the excluded fail and the others pass", () => {
    const green = verdict(expected);
    assert.deepEqual(green.complaints, []);
    assert.equal(
      line("wasm", green),
      "wasm: 1 passed, 0 failed, 1 excluded (1 reason), 9 operations executed",
    );
  });

  it("complains about a failure, a spec that was not run, one that vanished and a suite too small", () => {
    assert.deepEqual(verdict([outcome("a", "failed"), outcome("c", "pending")]).complaints, [
      '"a" fails: for a reason',
      '"c" was not run',
      '"b" is excluded, but there is no such spec',
      "1 specs ran, at least 2 expected",
    ]);
  });

  it("complains about an exclusion that is not needed any more", () => {
    assert.deepEqual(verdict([outcome("a", "passed"), outcome("b", "passed")]).complaints, [
      '"b" passes, but is excluded ("no kernel"): take it off the list',
    ]);
  });

  it("complains about operations that ran elsewhere, or nowhere", () => {
    assert.deepEqual(verdict(expected, { wasm: 9, cpu: 1 }).complaints, [
      '1 operations ran on "cpu", not on "wasm"',
    ]);
    assert.equal(verdict(expected, { wasm: 0 }).complaints.length, 1);
  });

  it("names every spec once", () => {
    for (const engine of Object.keys(exclusions) as Engine[]) {
      const specs = Object.values(exclusions[engine]).flat();
      assert.equal(new Set(specs).size, specs.length, engine);
    }
  });
});

describe("npm run test:tfjs", function () {
  this.timeout(60_000);

  const root = fileURLToPath(new URL("../..", import.meta.url));
  const run = (...args: string[]) => {
    const command = ["--import", "tsx", "test/tfjs/run.ts", ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
    return { status, stdout, stderr };
  };

  it("refuses an unknown backend in one sentence", () => {
    assert.deepEqual(run("--backend", "webgl"), {
      status: 2,
      stdout: "",
      stderr:
        'test:tfjs: backend "webgl" is unknown; use native, wasm, cpu or leave it out for all of them\n',
    });
  });

  it("lists what is excluded by reason, with counts", () => {
    const { status, stdout } = run("--list", "--backend", "native");
    assert.equal(status, 0);
    assert.match(stdout, /^native: 255 excluded \(16 reasons\)/);
    assert.match(stdout, /^ {2}round of an int32 tensor: TensorFlow 2.21 gives zeros: 1\n {4}round int32$/m);
  });
});
