import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type InstructionSet, processorFeatures, runnable } from "../../src/backend/native/instructions.ts";
import { compileFused } from "../../src/backend/native/make.ts";
import { findBinding, madeFolder } from "../../src/backend/native/place.ts";
import { runner } from "../../src/backend/native/run.ts";
import { parity } from "../backend/native/parity.ts";

/** What tells the compiler to make code for a set that any processor with AVX2 runs: wide vectors in halves, and the
 * instructions for bfloat16 in plain C++. */
const emulations: Partial<Record<InstructionSet, readonly string[]>> = {
  avx512: [],
  avx512bf16: ["-DUSE_BF16"],
  amx: ["-DUSE_AMX"],
};

const possible =
  findBinding("tfjs-node")?.origin === "proxylab native" && runnable(processorFeatures()).includes("avx2");

describe(`fused operations against float64, for processors that this one may not be${possible ? "" : ' (skipped: it takes AVX2 and the engine that "proxylab native" makes)'}`, function () {
  this.timeout(1_800_000);

  let folder: string;

  before(function () {
    if (!possible) this.skip();
    folder = mkdtempSync(join(tmpdir(), "proxylab-test-"));
  });

  after(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  for (const [set, flags] of Object.entries(emulations) as [InstructionSet, string[]][])
    describe(`${set}, emulated`, () => {
      const variables = () => ({
        PROXYLAB_FUSED: join(folder, `${set}.node`),
        PROXYLAB_INSTRUCTIONS: "avx2",
        PROXYLAB_THREADS: "2",
      });

      before(() =>
        compileFused(set, madeFolder("tfjs-node"), variables().PROXYLAB_FUSED, runner(folder, undefined), [
          ...[
            "-DWIDE",
            "-DEMULATED",
            "-mavx2",
            "-mfma",
            `-Wl,-rpath,${join(madeFolder("tfjs-node"), "tensorflow")}`,
          ],
          ...flags,
        ]),
      );

      it("with float32 operands", () => {
        assert.ok(parity(variables()) > 20);
      });

      if (flags.length > 0)
        it("with bfloat16 operands", () => {
          assert.ok(parity({ ...variables(), PROXYLAB_PRECISION: "high" }) > 20);
        });
    });
});
