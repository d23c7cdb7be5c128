import assert from "node:assert/strict";
import { currentEngine, type EngineName, startEngine } from "../../../src/backend/start.ts";
import { tf } from "../../../src/backend/tf.ts";

describe("reductions over nothing on the wasm engine", () => {
  let previous: EngineName | undefined;

  before(async () => {
    previous = currentEngine()?.chosen;
    await startEngine({ backend: "wasm", quiet: true });
  });

  after(() => previous && startEngine({ backend: previous, quiet: true }));

  /** What TensorFlow gives, held by hand: the plain engine gives a mean of 0 and a maximum that is not a number. */
  const expected = {
    float32: {
      sum: 0,
      prod: 1,
      mean: Number.NaN,
      max: Number.NEGATIVE_INFINITY,
      min: Number.POSITIVE_INFINITY,
    },
    int32: { sum: 0, prod: 1, mean: Number.NaN, max: -2147483648, min: 2147483647 },
    bool: { sum: 0, prod: 1, mean: Number.NaN, max: 0, min: 1, all: 1, any: 0 },
  };

  for (const [dtype, values] of Object.entries(expected))
    for (const [name, value] of Object.entries(values))
      it(`are ${value} for the ${name} of ${dtype}`, () => {
        dirtyMemory();
        const reduce = (axis?: number) =>
          tf.tidy(() => {
            const x = tf.tensor([], [0, 3], dtype as "float32");
            const out = tf[name as "sum"](x, axis);
            return [out.shape, [...out.dataSync()]];
          });
        assert.deepEqual(reduce(), [[], [value]]);
        assert.deepEqual(reduce(0), [[3], [value, value, value]]);
        assert.deepEqual(reduce(1), [[0], []]);
      });

  it("keep their axis where asked to", () => {
    const sum = tf.tidy(() => tf.zeros([2, 0]).sum(1, true));
    assert.deepEqual(
      [sum.shape, [...sum.dataSync()]],
      [
        [2, 1],
        [0, 0],
      ],
    );
    sum.dispose();
  });
});

/** Leaves values behind where the next small tensors will lie. */
function dirtyMemory(): void {
  const left = Array.from({ length: 40 }, (_, i) => tf.fill([1 + (i % 8)], 7.7));
  tf.dispose(left);
}
