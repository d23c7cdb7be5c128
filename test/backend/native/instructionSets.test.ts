import assert from "node:assert/strict";
import {
  type InstructionSet,
  instructionSet,
  instructionSets,
  processorFeatures,
  runnable,
} from "../../../src/backend/native/instructions.ts";
import { makeFused } from "../../../src/backend/native/make.ts";
import { findBinding } from "../../../src/backend/native/place.ts";
import { Failure } from "../../../src/errors.ts";
import { parity } from "./parity.ts";

const runs = runnable(processorFeatures());
const missing = findBinding("tfjs-node") === undefined;

/** The sets that have instructions of their own for bfloat16, which `high` precision then uses. */
const bfloat16: readonly InstructionSet[] = ["amx", "avx512bf16"];

describe("fused operations against float64, in a process for each instruction set", function () {
  this.timeout(600_000);

  for (const set of instructionSets) {
    const lacks = runs.includes(set)
      ? ""
      : `which this processor lacks; it runs ${runs.join(", ") || "none"}`;
    const why =
      lacks || (missing ? 'but the native engine has not been made; "proxylab native" makes it' : "");
    if (why) {
      it.skip(`on ${set}, ${why}`);
      continue;
    }
    describe(`on ${set}`, () => {
      before(async function () {
        try {
          if (!process.env.PROXYLAB_FUSED) await makeFused("tfjs-node", set);
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          const title = this.test?.parent;
          if (title) title.title += ` (skipped: ${error.message})`;
          this.skip();
        }
      });

      // What the process that runs all tests does itself is not done again.
      const threads = set === instructionSet() ? ["3"] : ["1", "3"];
      for (const count of threads)
        it(`with ${count === "1" ? "one thread" : `${count} threads`}`, () => {
          assert.ok(parity({ PROXYLAB_INSTRUCTIONS: set, PROXYLAB_THREADS: count }) > 20);
        });

      if (bfloat16.includes(set))
        it("at high precision, with bfloat16 operands", () => {
          assert.ok(parity({ PROXYLAB_INSTRUCTIONS: set, PROXYLAB_PRECISION: "high" }) > 20);
        });
    });
  }
});
