import assert from "node:assert/strict";
import { tf } from "../../src/backend/tf.ts";
import { crossEntropy, ignored } from "../../src/nn/crossEntropy.ts";
import { valueAndGradients } from "../../src/train/gradients.ts";
import { onEveryEngine } from "../support/engines.ts";

describe("cross-entropy", () => {
  onEveryEngine(() => {
    it("of labels that are all ignored is nothing, and so is its gradient", () => {
      const logits = tf.randomNormal([1, 3, 5]) as tf.Tensor3D;
      const loss = () => crossEntropy(logits, new Int32Array(3).fill(ignored));
      const { value, gradients } = valueAndGradients(loss, new Map([["logits", logits]]));
      assert.equal(Math.abs(value.dataSync()[0] as number), 0);
      assert.ok(
        gradients
          .get("logits")
          ?.dataSync()
          .every((one) => one === 0),
      );
      tf.dispose([logits, value, ...gradients.values()]);
    });
  });
});
