import assert from "node:assert/strict";
import { tf } from "../../src/backend/tf.ts";
import { valueAndGradients } from "../../src/train/gradients.ts";
import { onEveryEngine } from "../support/engines.ts";

describe("value and gradients", () => {
  onEveryEngine(() => {
    it("of every tensor that is used, by its path; one that is not used is left out", () => {
      const before = tf.memory().numTensors;
      const tensors = new Map<string, tf.Tensor>([
        ["used", tf.tensor1d([1, 2])],
        ["unused", tf.tensor1d([3])],
        ["also.used", tf.tensor1d([4, 5])],
      ]);
      const product = () =>
        tf.mul(tensors.get("used") as tf.Tensor, tensors.get("also.used") as tf.Tensor).sum() as tf.Scalar;
      const { value, gradients } = valueAndGradients(product, tensors);
      assert.equal(value.dataSync()[0], 14);
      assert.deepEqual(
        [...gradients].map(([path, gradient]) => [path, [...gradient.dataSync()]]),
        [
          ["used", [4, 5]],
          ["also.used", [1, 2]],
        ],
      );
      tf.dispose([value, ...gradients.values(), ...tensors.values()]);
      assert.equal(tf.memory().numTensors, before);
    });
  });
});
