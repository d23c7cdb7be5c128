import assert from "node:assert/strict";
import fc from "fast-check";
import { currentEngine, type EngineName, startEngine } from "../../../src/backend/start.ts";
import { tf } from "../../../src/backend/tf.ts";

describe("convolutions on the wasm engine", function () {
  this.timeout(60_000);

  let previous: EngineName | undefined;

  before(async () => {
    previous = currentEngine()?.chosen;
    await startEngine({ backend: "cpu", quiet: true });
    await startEngine({ backend: "wasm", quiet: true });
  });

  after(() => previous && startEngine({ backend: previous, quiet: true }));

  const layouts = fc.record({
    batch: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 4, max: 7 }),
    width: fc.integer({ min: 4, max: 7 }),
    channels: fc.integer({ min: 1, max: 5 }),
    out: fc.integer({ min: 1, max: 9 }),
    window: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
    stride: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    pad: fc.constantFrom<"same" | "valid">("same", "valid"),
  });

  it("have the gradients of plain JavaScript", () => {
    const agree = ({
      batch,
      height,
      width,
      channels,
      out,
      window,
      stride,
      pad,
    }: typeof layouts extends fc.Arbitrary<infer T> ? T : never) =>
      sameOnBoth([batch, height, width, channels], [...window, channels, out], (x, filter) =>
        tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad),
      );
    fc.assert(fc.property(layouts, agree), { numRuns: 60 });
  });

  it("have the gradients of plain JavaScript when depthwise", () => {
    const agree = ({
      batch,
      height,
      width,
      channels,
      out,
      window,
      stride,
      pad,
    }: typeof layouts extends fc.Arbitrary<infer T> ? T : never) =>
      sameOnBoth([batch, height, width, channels], [...window, channels, 1 + (out % 3)], (x, filter) =>
        tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad),
      );
    fc.assert(fc.property(layouts, agree), { numRuns: 60 });
  });
});

type Convolution = (x: tf.Tensor, filter: tf.Tensor) => tf.Tensor;

/** Asserts that both gradients of the weighted sum of a convolution are the same on both engines. */
function sameOnBoth(shape: number[], filterShape: number[], convolve: Convolution): void {
  const on = (backend: string) => {
    tf.setBackend(backend);
    assert.equal(tf.getBackend(), backend);
    const [before, ids] = [tf.memory().numTensors, tf.engine().backend.numDataIds()];
    const gradients = tf.tidy(() => {
      const [x, filter] = [waves(shape, 0.37), waves(filterShape, 0.61)] as const;
      const weighted = (a: tf.Tensor, b: tf.Tensor) => {
        const out = convolve(a, b);
        return out.mul(waves(out.shape, 0.23)).sum();
      };
      return tf
        .grads(weighted)([x, filter])
        .map((gradient) => ({ shape: gradient.shape, values: [...gradient.dataSync()] }));
    });
    assert.deepEqual([tf.memory().numTensors, tf.engine().backend.numDataIds()], [before, ids]);
    return gradients;
  };
  const expected = on("cpu");
  on("wasm").forEach((gradient, i) => {
    assert.deepEqual(gradient.shape, expected[i]?.shape);
    gradient.values.forEach((value, at) => {
      const right = expected[i]?.values[at] as number;
      assert.ok(Math.abs(value - right) < 1e-4, `entry ${at} of gradient ${i} is ${value} for ${right}`);
    });
  });
}

const waves = (shape: number[], step: number): tf.Tensor =>
  tf.range(0, tf.util.sizeFromShape(shape)).mul(step).sin().reshape(shape);
