import assert from "node:assert/strict";
import fc from "fast-check";
import { metered } from "../../src/backend/meter.ts";
import { count } from "../../src/backend/shapes/count.ts";
import { tf } from "../../src/backend/tf.ts";
import { UsageError } from "../../src/errors.ts";
import { Embedding } from "../../src/lmm/model.ts";
import { bitsOf, fromBfloat16, packedTensor, toBfloat16, unpack } from "../../src/nn/bfloat16.ts";
import { Linear } from "../../src/nn/linear.ts";
import { parameters } from "../../src/nn/tree.ts";
import { valueAndGradients } from "../../src/train/gradients.ts";
import { onEveryEngine } from "../support/engines.ts";
import { near } from "../support/golden.ts";

const [rows, columns] = [7, 6];
const values = Float32Array.from({ length: rows * columns }, (_, i) => 3 * Math.sin(5 * i));
const rounded = fromBfloat16(toBfloat16(values));
const packed = () => packedTensor(toBfloat16(values), [rows, columns]);
const whole = () => tf.tensor2d(rounded, [rows, columns]);

describe("a matrix packed in bfloat16", () => {
  onEveryEngine(() => {
    it("is unpacked bit by bit, and takes half the bytes", () => {
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 12, maxLength: 12 }),
          (words) => {
            // Denormals may be flushed, and what is not a number has many forms.
            const bits = Uint16Array.from(words, (word) =>
              ((word >> 7) & 0xff) % 0xff === 0 ? word & 0x8000 : word,
            );
            tf.tidy(() => {
              const before = tf.memory().numBytes;
              const matrix = packedTensor(bits, [3, 4]);
              assert.equal(tf.memory().numBytes - before, 2 * 12);
              assert.deepEqual([...bitsOf(matrix)], [...bits]);
              const numbers = unpack(matrix);
              assert.deepEqual([numbers.dtype, numbers.shape], ["float32", [3, 4]]);
              assert.deepEqual(numbers.dataSync(), fromBfloat16(bits));
            });
          },
        ),
        { numRuns: 20 },
      );
    });

    it("multiplies as the numbers it stands for, forwards and backwards, and leaves nothing", () => {
      const before = tf.memory().numTensors;
      const tensors = new Map<string, tf.Tensor>([
        ["x", tf.randomNormal([2, 3, columns], 0, 1, "float32", 1)],
        ["bias", tf.randomNormal([rows], 0, 1, "float32", 2)],
      ]);
      const run = (weight: tf.Tensor2D) => {
        const linear = new Linear(weight, tensors.get("bias") as tf.Tensor1D);
        assert.deepEqual([linear.inputs, linear.outputs], [columns, rows]);
        const { result, tallies } = metered(() =>
          valueAndGradients(
            () =>
              linear
                .apply(tensors.get("x") as tf.Tensor)
                .square()
                .sum() as tf.Scalar,
            tensors,
          ),
        );
        const { value, gradients } = result;
        const all = [value, ...gradients.values()].map((one) => [...one.dataSync()]);
        tf.dispose([value, weight, ...gradients.values()]);
        return { all, products: tallies.map(({ multiplyAdds }) => multiplyAdds) };
      };
      const [own, expected] = [run(packed()), run(whole())];
      own.all.forEach((one, i) => {
        near(one, expected.all[i] as number[], 1e-3);
      });
      assert.deepEqual(own.products, expected.products);
      tf.dispose([...tensors.values()]);
      assert.equal(tf.memory().numTensors, before);
    });

    it("gives the embeddings it stands for", () => {
      tf.tidy(() => {
        const ids = Int32Array.of(3, 0, 6, 3);
        const [own, expected] = [packed(), whole()].map((weight) => new Embedding(weight).apply(ids, 2)) as [
          tf.Tensor3D,
          tf.Tensor3D,
        ];
        assert.deepEqual(own.shape, [2, 2, columns]);
        assert.deepEqual(own.dataSync(), expected.dataSync());
      });
    });

    it("counts as many parameters and multiply-adds as it stands for, and is no activation", () => {
      tf.tidy(() => {
        const x = tf.zeros([4, columns]);
        const counted = [packed(), whole()].map((weight) => {
          const { tallies, peakBytes } = count(() => new Linear(weight).apply(x));
          return { tallies, peakBytes, parameters: parameters(new Linear(weight)) };
        });
        assert.deepEqual(counted[0], counted[1]);
      });
    });

    it("is not differentiated: whoever tries is told, by its path or without", () => {
      const before = tf.memory().numTensors;
      const [x, weight] = [tf.ones([1, 1, columns]), packed()];
      const loss = () => new Linear(weight).apply(x).sum() as tf.Scalar;
      assert.throws(() => valueAndGradients(loss, new Map([["lm_head.weight", weight]])), {
        name: "UsageError",
        message: /^lm_head\.weight is in bfloat16 and cannot be trained/,
      });
      assert.equal(tf.memory().numTensors, before + 2, "refused before anything was kept");
      const uses = [
        loss,
        () => new Embedding(weight).apply(Int32Array.of(1), 1).sum(),
        () => unpack(weight).sum(),
      ];
      for (const use of uses) {
        assert.throws(
          () => tf.tidy(() => tf.engine().gradients(use as () => tf.Scalar, [weight])),
          UsageError,
        );
        // tfjs forgets what its tape kept when a gradient throws.
        for (const { saved } of tf.engine().state.activeTape ?? []) tf.dispose(saved);
      }
      tf.dispose([x, weight]);
      assert.equal(tf.memory().numTensors, before);
    });
  });
});
