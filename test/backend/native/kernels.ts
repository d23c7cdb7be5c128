import assert from "node:assert/strict";
import fc from "fast-check";
import { type Attributes, runKernel } from "../../../src/backend/operations.ts";
import { tf } from "../../../src/backend/tf.ts";
import { uniform } from "../../../src/lmm/random.ts";
import { bfloat16, type Values } from "../../support/float64.ts";

/** A tensor on its way to a kernel. */
export interface Given {
  readonly values: ArrayLike<number>;
  readonly shape: readonly number[];
  readonly dtype: "float32" | "int32";
}

export const floats = (values: ArrayLike<number>, ...shape: number[]): Given => ({
  ...{ values, shape, dtype: "float32" },
});

export const ints = (values: ArrayLike<number>, ...shape: number[]): Given => ({
  ...{ values, shape, dtype: "int32" },
});

/** A weight `[rows, columns]` as bfloat16, two to a word: element 2j in the low half. */
export function packed(weight: Values, rows: number, columns: number): Given {
  const bits = new Uint32Array(new Float32Array(weight.map(bfloat16)).buffer);
  const words = Int32Array.from(
    { length: (rows * columns) / 2 },
    (_, i) => ((bits[2 * i] as number) >>> 16) | (bits[2 * i + 1] as number),
  );
  return ints(words, rows, columns / 2);
}

/** What a kernel gave. */
export interface Output {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

/** Runs a kernel by name, and sees to it that it leaves no tensor behind and its inputs as they were. */
export function run(
  name: string,
  inputs: Readonly<Record<string, Given | undefined>>,
  attrs: Attributes = {},
): Output[] {
  const before = tf.memory().numTensors;
  const given = Object.entries(inputs).filter((entry): entry is [string, Given] => entry[1] !== undefined);
  const tensors = given.map(
    ([key, { values, shape, dtype }]) =>
      [
        key,
        tf.tensor(dtype === "int32" ? new Int32Array(values) : new Float32Array(values), [...shape], dtype),
      ] as const,
  );
  const earlier = tensors.map(([, tensor]) => bitsOf(tensor));
  const outputs = runKernel(name, Object.fromEntries(tensors), attrs);
  const results = outputs.map((tensor) => ({
    values: tensor.dataSync() as Float32Array,
    shape: tensor.shape,
  }));
  for (const [i, [key, tensor]] of tensors.entries())
    assert.ok(Buffer.compare(bitsOf(tensor), earlier[i] as Buffer) === 0, `${name} changed its input ${key}`);
  tf.dispose([...outputs, ...tensors.map(([, tensor]) => tensor)]);
  assert.equal(tf.memory().numTensors, before, `${name} leaves no tensor behind`);
  return results;
}

function bitsOf(tensor: tf.Tensor): Buffer {
  const data = tensor.dataSync();
  return Buffer.from(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
}

/** How far off the worst element is, over the largest magnitude among the expected ones and their `terms`. */
export function errorOf(given: ArrayLike<number>, expected: ArrayLike<number>, terms = 0): number {
  let [worst, largest] = [0, terms];
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs((given[i] as number) - (expected[i] as number));
    if (!(difference <= worst)) worst = difference; // a NaN stays
    largest = Math.max(largest, Math.abs(expected[i] as number));
  }
  return worst === 0 ? 0 : worst / (largest || 1);
}

/**
 * Asserts that an output has its shape and that no element of it is further off than `tolerance` times the largest
 * magnitude: of what was expected, or of the `terms` that it is a sum of where they may cancel. Where a kernel may compute
 * in one of several ways, `expected` has what each gives.
 */
export function agree(
  what: string,
  output: Output | undefined,
  expected: ArrayLike<number> | readonly ArrayLike<number>[],
  shape: readonly number[],
  tolerance: number,
  terms = 0,
): void {
  assert.deepEqual(output?.shape, shape, `shape of ${what}`);
  const ways = (typeof expected[0] === "object" ? expected : [expected]) as readonly ArrayLike<number>[];
  const error = Math.min(...ways.map((way) => errorOf(output.values, way, terms)));
  assert.ok(error <= tolerance, `${what}: relative error ${error}, at most ${tolerance} expected`);
}

/** Random numbers from a seed, such as float32 holds. */
export class Draw {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = uniform(seed);
  }

  /** A whole number from 0 up to `n`, `n` excluded. */
  whole(n: number): number {
    return Math.floor(this.next() * n);
  }

  /** Normally distributed, of a standard deviation of `scale`; every 29th is a zero or a -0. */
  normal(size: number, scale = 1): Values {
    const values = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      const x = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
      values[i] = i % 29 === 28 ? (i % 2 === 0 ? 0 : -0) : Math.fround(x * scale);
    }
    return values;
  }
}

/** Checks a claim for random shapes, and for some in any case; always the same ones. */
export function holds<T>(
  shapes: fc.Arbitrary<T>,
  claim: (shape: T, draw: Draw) => void,
  { runs = 25, also = [] }: { runs?: number; also?: readonly T[] } = {},
): void {
  fc.assert(
    fc.property(shapes, fc.noShrink(fc.nat()), (shape, seed) => claim(shape, new Draw(seed))),
    { seed: 7, numRuns: runs + also.length, examples: also.map((shape, i): [T, number] => [shape, i + 1]) },
  );
}

/** A size of up to `most`: any, or one at the edge of a vector, a tile or a block. */
export const sizes = (most: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: 1, max: most }),
    fc.constantFrom(
      ...[1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 65, 96, 97, 128, 129].filter((n) => n <= most),
    ),
  );

/** Tensors under a name and their number. */
export const numbered = <T>(name: string, all: readonly T[]): Record<string, T> =>
  Object.fromEntries(all.map((one, i) => [`${name}${i}`, one]));
