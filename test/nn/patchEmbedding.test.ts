import assert from "node:assert/strict";
import fc from "fast-check";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { uniform } from "../../src/lmm/random.ts";
import { PatchEmbedding } from "../../src/nn/patchEmbedding.ts";
import { near } from "../support/golden.ts";

describe("a patch embedding", () => {
  before(() => startEngine({ quiet: true }));

  it("is a convolution with that stride, and zeros where a window hangs over the edge", () => {
    const shapes = fc.record({
      channels: fc.constantFrom(1, 3),
      stride: fc.constantFrom(2, 3, 4),
      grid: fc.integer({ min: 1, max: 4 }),
      margin: fc.integer({ min: 0, max: 3 }),
      seed: fc.nat(1000),
    });
    fc.assert(
      fc.property(shapes, ({ channels, stride, grid, margin, seed }) => {
        const [window, size] = [stride + 2 * margin, stride * grid];
        const next = uniform(seed);
        const pictures = [0, 1].map(() =>
          Float32Array.from({ length: channels * size * size }, () => next() - 0.5),
        );
        tf.tidy(() => {
          const weight = tf.randomNormal([5, channels, window, window], 0, 1, "float32", seed) as tf.Tensor4D;
          const own = new PatchEmbedding(weight, size, stride).apply(pictures);
          const images = tf.stack(
            pictures.map((pixels) => tf.tensor3d(pixels, [channels, size, size]).transpose([1, 2, 0])),
          ) as tf.Tensor4D;
          const padded = images.pad([
            [0, 0],
            [margin, margin],
            [margin, margin],
            [0, 0],
          ]) as tf.Tensor4D;
          const filter = weight.transpose([2, 3, 1, 0]) as tf.Tensor4D;
          near(own.dataSync(), tf.conv2d(padded, filter, stride, "valid").dataSync(), 1e-4);
          assert.deepEqual(own.shape, [2, grid * grid, 5]);
        });
      }),
      { numRuns: 12, seed: 6 },
    );
  });

  it("refuses a picture of another size by its numbers", () => {
    const weight = tf.zeros([5, 1, 2, 2]) as tf.Tensor4D;
    assert.throws(() => new PatchEmbedding(weight, 4, 2).apply([new Float32Array(9)]), {
      name: "UsageError",
      message: "a picture has 9 values; expected 1 x 4 x 4",
    });
    weight.dispose();
  });
});
