import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openSafetensors } from "../../src/lmm/safetensors.ts";

/** A tensor of a golden file. */
export interface Golden {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The folder of the golden files. */
const root = new URL("../golden/", import.meta.url).pathname;

/** The path of a folder below `test/golden`. */
export const goldenFolder = (name: string): string => join(root, name);

/** All tensors of a golden file, `path` counted from `test/golden`. */
export function goldenTensors(path: string): Record<string, Golden> {
  const file = openSafetensors(join(root, path));
  try {
    const all = [...file.entries].map(
      ([name, { shape }]) => [name, { shape, values: file.read(name) }] as const,
    );
    return Object.fromEntries(all);
  } finally {
    file.close();
  }
}

/** A JSON file beside the golden tensors, `path` counted from `test/golden`. */
export const goldenJson = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), "utf8")) as T;

/** The largest absolute difference between two lists of numbers of the same length. */
export function largestDifference(given: ArrayLike<number>, expected: ArrayLike<number>): number {
  assert.equal(given.length, expected.length);
  let worst = 0;
  for (let i = 0; i < given.length; i++) {
    const difference = Math.abs((given[i] as number) - (expected[i] as number));
    if (!(difference <= worst)) worst = difference; // a NaN stays
  }
  return worst;
}

/** The distance of two lists of numbers over the length of the second, as vectors; below `least` that counts as one. */
export function relativeError(given: ArrayLike<number>, expected: ArrayLike<number>, least = 1e-6): number {
  assert.equal(given.length, expected.length);
  let [distance, length] = [0, 0];
  for (let i = 0; i < given.length; i++) {
    distance += ((given[i] as number) - (expected[i] as number)) ** 2;
    length += (expected[i] as number) ** 2;
  }
  return Math.sqrt(length) > least ? Math.sqrt(distance / length) : Math.sqrt(distance);
}

/** Asserts that the largest absolute difference is at most `most`. */
export function near(
  given: ArrayLike<number>,
  expected: ArrayLike<number>,
  most: number,
  what = "values",
): void {
  const worst = largestDifference(given, expected);
  assert.ok(worst <= most, `${what}: largest difference ${worst}, at most ${most} expected`);
}
