import assert from "node:assert/strict";
import fc from "fast-check";
import { tf } from "../../src/backend/tf.ts";
import { backpropagate } from "../../src/train/backpropagation.ts";
import { onEveryEngine } from "../support/engines.ts";

/** Scalars of two vectors of four, which share, pass on and ignore what they are given. */
const functions: Record<string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor> = {
  "a product": (a, b) => a.mul(b).sum(),
  "a tensor used twice": (a, b) => a.add(a).mul(b).sum(),
  "a gradient passed on as it is": (a, b) => a.add(b).add(a.clone()).sum(),
  "a branch that ends nowhere": (a, b) => {
    a.exp();
    return b.square().sum();
  },
  "several results, of which one is used": (a, b) => tf.split(a.mul(b), 2)[1]?.sum() as tf.Tensor,
  "a matrix": (a, b) =>
    tf
      .matMul(a.reshape([2, 2]), b.reshape([2, 2]), true)
      .tanh()
      .mean(),
};

describe("backpropagation", () => {
  onEveryEngine(() => {
    for (const [what, of] of Object.entries(functions)) {
      it(`gives the gradients that tfjs gives, and keeps nothing: ${what}`, () => {
        const vector = fc.array(fc.float({ min: -2, max: 2, noNaN: true }), { minLength: 4, maxLength: 4 });
        fc.assert(
          fc.property(vector, vector, (first, second) => {
            const before = tf.memory().numTensors;
            const leaves = [tf.tensor1d(first), tf.tensor1d(second)] as [tf.Tensor, tf.Tensor];
            const f = () => of(...leaves) as tf.Scalar;
            const { value, gradients } = backpropagate(f, leaves);
            const theirs = tf.engine().gradients(f, leaves, undefined, true);
            assert.deepEqual(value.dataSync(), theirs.value.dataSync());
            const numbers = (all: readonly (tf.Tensor | null | undefined)[]) =>
              all.map((one) => (one ? Array.from(one.dataSync()) : undefined));
            assert.deepEqual(numbers(gradients), numbers(theirs.grads));
            tf.dispose([value, theirs.value, gradients, theirs.grads, leaves]);
            assert.equal(tf.memory().numTensors, before);
          }),
          { numRuns: 10 },
        );
      });
    }

    it("within another differentiation leaves the outer one its tape", () => {
      const slope = tf.grad((x: tf.Tensor) =>
        tf.add(
          x.square().sum(),
          backpropagate(() => x.pow(3).sum() as tf.Scalar, [x]).gradients[0] as tf.Tensor,
        ),
      );
      assert.equal(
        tf.tidy(() => slope(tf.scalar(2)).dataSync()[0]),
        2 * 2 + 6 * 2,
      );
    });

    it("gives back what the gradients held when one of them fails", () => {
      const before = tf.memory().numTensors;
      tf.tidy(() => {
        const x = tf.tensor1d([1, 2]);
        const failing = tf.customGrad((given) => ({
          value: (given as tf.Tensor).clone(),
          gradFunc: () => {
            throw new Error("no gradient today");
          },
        }));
        assert.throws(
          () => backpropagate(() => failing(x.exp()).sum() as tf.Scalar, [x]),
          /no gradient today/,
        );
        assert.throws(() => {
          backpropagate(() => {
            x.exp();
            throw new Error("no value either");
          }, [x]);
        }, /no value either/);
        assert.deepEqual(
          Array.from((backpropagate(() => x.sum() as tf.Scalar, [x]).gradients[0] as tf.Tensor).dataSync()),
          [1, 1],
        );
      });
      assert.equal(tf.memory().numTensors, before);
    });

    it("holds at its peak one layer's gradients, not those of every layer", () => {
      const size = 1024;
      const peakOf = (layers: number) =>
        tf.tidy(() => {
          const x = tf.ones([size]);
          const before = tf.memory().numBytes;
          let peak = 0;
          const watch = tf.customGrad((given) => ({
            value: (given as tf.Tensor).clone(),
            gradFunc: (dy: tf.Tensor) => {
              peak = Math.max(peak, tf.memory().numBytes - before);
              return dy.clone();
            },
          }));
          const f = () => {
            let y: tf.Tensor = x;
            for (let layer = 0; layer < layers; layer++) y = watch(y.neg()); // which saves nothing
            return y.sum() as tf.Scalar;
          };
          backpropagate(f, [x]);
          return peak;
        });
      const [few, many] = [peakOf(4), peakOf(64)];
      assert.ok(many < few + 4 * size, `${few} bytes with 4 layers, ${many} with 64`);
    });
  });
});
