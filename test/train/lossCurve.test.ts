import assert from "node:assert/strict";
import { setPrecision } from "../../src/backend/precision.ts";
import { tf } from "../../src/backend/tf.ts";
import { onEveryEngine } from "../support/engines.ts";
import { lossCurve, reference } from "../support/lossCurve.ts";

/** The most that a float32 loss may be off, of itself. PyTorch's own float32 and float64 differ by 1e-6 here. */
const tolerance = 1e-4;

const ending = (losses: readonly number[]): number =>
  losses.slice(-10).reduce((sum, loss) => sum + loss, 0) / 10;

describe("200 steps of training give PyTorch's losses", () => {
  onEveryEngine((engine) => {
    if (engine === "cpu") return; // plain JavaScript: the same definitions, a minute longer

    it("in float32, step by step", async () => {
      const before = tf.memory().numTensors;
      const losses = await lossCurve();
      assert.equal(losses.length, reference.steps);
      losses.forEach((loss, step) => {
        const wanted = reference.losses.float64[step] as number;
        const off = Math.abs(loss - wanted) / wanted;
        assert.ok(off <= tolerance, `step ${step + 1}: ${loss}, PyTorch has ${wanted}`);
      });
      assert.equal(tf.memory().numTensors, before, "no tensor is left");
    });

    if (engine === "wasm") return; // it has float32 only
    it("within 1 % at the end where operands may be bfloat16", async () => {
      setPrecision("high");
      try {
        const [own, wanted] = [ending(await lossCurve()), ending(reference.losses.float64)];
        assert.ok(Math.abs(own / wanted - 1) <= 0.01, `${own}, PyTorch has ${wanted}`);
      } finally {
        setPrecision("highest");
      }
    });
  });
});
