import { tf } from "../backend/tf.ts";
import type { Initial, Source } from "../nn/module.ts";

/** A stream of numbers in [0, 1) from a seed (mulberry32). */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Starts every tensor at random, by its path and a seed: the same whatever else the model holds. */
export function randomSource(seed: number): Source {
  return (path, shape, initial) => tf.tensor(startValues(path, shape, initial, seed), shape);
}

/** The values a tensor starts with. */
export function startValues(
  path: string,
  shape: readonly number[],
  initial: Initial,
  seed: number,
): Float32Array {
  const size = shape.reduce((product, length) => product * length, 1);
  if ("values" in initial) return initial.values;
  if ("value" in initial) return new Float32Array(size).fill(initial.value);
  const next = uniform(hash(`${seed} ${path}`));
  if ("uniform" in initial)
    return Float32Array.from({ length: size }, () => (2 * next() - 1) * initial.uniform);
  return Float32Array.from({ length: size }, () => initial.normal * gaussian(next));
}

const gaussian = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** FNV-1a of a text, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
