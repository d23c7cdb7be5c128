import assert from "node:assert/strict";
import fc from "fast-check";
import { currentEngine, type EngineName, startEngine } from "../../../src/backend/start.ts";
import { tf } from "../../../src/backend/tf.ts";

describe("moving numbers on the wasm engine", () => {
  let previous: EngineName | undefined;

  before(async () => {
    previous = currentEngine()?.chosen;
    await startEngine({ backend: "cpu", quiet: true });
    await startEngine({ backend: "wasm", quiet: true });
  });

  after(() => previous && startEngine({ backend: previous, quiet: true }));

  const dtypes = fc.constantFrom<"float32" | "int32" | "bool">("float32", "int32", "bool");
  const shapes = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 });
  const parts = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 5, maxLength: 5 });

  it("takes slices as plain JavaScript does", () => {
    const agree = (dtype: Type, shape: number[], cuts: [number, number][]) => {
      const begin = shape.map((length, axis) => (cuts[axis]?.[0] as number) % (length + 1));
      const size = shape.map(
        (length, axis) => (cuts[axis]?.[1] as number) % (length - (begin[axis] as number) + 1),
      );
      same(() => [tf.slice(numbers(shape, dtype), begin, size)]);
      same(() => [tf.slice(numbers(shape, dtype), [begin[0] as number])]);
    };
    fc.assert(fc.property(dtypes, shapes, parts, agree), { numRuns: 300 });
    assert.throws(() => tf.slice(tf.ones([2, 3]), [0, 2], [2, 2]), /begin\[1\] \+ size\[1\]/);
  });

  it("splits and joins as plain JavaScript does", () => {
    const agree = (dtype: Type, shape: number[], chosen: number, first: number) => {
      const axis = chosen % shape.length;
      const length = shape[axis] as number;
      const sizes = [first % (length + 1), length - (first % (length + 1))];
      same(() => tf.split(numbers(shape, dtype), sizes, axis));
      same(() => {
        const [x, y] = [numbers(shape, dtype), numbers(shape.with(axis, length + 2), dtype)];
        return [tf.concat([x, y, x], axis)];
      });
    };
    fc.assert(fc.property(dtypes, shapes, fc.nat(9), fc.nat(9), agree), { numRuns: 300 });
  });

  it("looks rows up as plain JavaScript does, on any axis", () => {
    const agree = (dtype: Type, shape: number[], chosen: number, indices: number[]) => {
      const axis = chosen % shape.length;
      const length = shape[axis] as number;
      if (length === 0) return;
      const rows = indices.map((index) => index % length);
      same(() => [tf.gather(numbers(shape, dtype), tf.tensor1d(rows, "int32"), axis)]);
    };
    const indices = fc.array(fc.nat(99), { maxLength: 7 });
    fc.assert(fc.property(dtypes, shapes, fc.nat(9), indices, agree), { numRuns: 300 });
    assert.throws(() => tf.gather(tf.ones([2, 3]), tf.tensor1d([0, 2], "int32")), /index value 2 is not in/);
  });

  it("clones without copying, and a clone outlives what it is one of", () => {
    const x = tf.tensor1d([1, 2, 3]);
    const ids = tf.engine().backend.numDataIds();
    const [clone, cast] = [x.clone(), x.cast("float32")];
    assert.equal(tf.engine().backend.numDataIds(), ids);
    x.dispose();
    assert.deepEqual([...clone.dataSync()], [1, 2, 3]);
    clone.dispose();
    assert.deepEqual([...cast.dataSync()], [1, 2, 3]);
    cast.dispose();
    assert.equal(tf.engine().backend.numDataIds(), ids - 1);
  });
});

type Type = "float32" | "int32" | "bool";

const numbers = (shape: number[], dtype: Type): tf.Tensor => {
  const counted = tf.range(0, tf.util.sizeFromShape(shape)).reshape(shape);
  return dtype === "bool" ? counted.mod(3).equal(0) : counted.cast(dtype);
};

/** Asserts that something gives the very same tensors on both engines, and leaves none behind. */
function same(f: () => tf.Tensor[]): void {
  const on = (backend: string) => {
    tf.setBackend(backend);
    assert.equal(tf.getBackend(), backend);
    const before = [tf.memory().numTensors, tf.engine().backend.numDataIds()];
    const results = tf.tidy(() =>
      f().map((x) => ({ dtype: x.dtype, shape: x.shape, values: [...x.dataSync()] })),
    );
    assert.deepEqual([tf.memory().numTensors, tf.engine().backend.numDataIds()], before);
    return results;
  };
  const expected = on("cpu");
  assert.deepEqual(on("wasm"), expected);
}
