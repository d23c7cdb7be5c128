import { tf } from "../../../src/backend/tf.ts";
import { hash } from "../../../src/lmm/random.ts";
import type { Source } from "../../../src/nn/module.ts";

/**
 * Numbers in [-1, 1) by path and index. `test/reference/bench_weights.py` has the same rule, so that ProxyLab and
 * PyTorch hold the same weights without a file between them.
 */
export function noise(path: string, size: number): Float32Array {
  const start = hash(path);
  const values = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    let x = (start + i) | 0;
    x = Math.imul(x ^ (x >>> 16), 0x045d9f3b);
    x = Math.imul(x ^ (x >>> 16), 0x045d9f3b);
    values[i] = ((x ^ (x >>> 16)) >>> 0) / 2 ** 31 - 1;
  }
  return values;
}

/** Weights of a model: norms are ones, a matrix `[out, in]` is uniform within `1 / sqrt(in)`. */
export const weights: Source = (path, shape) => {
  if (shape.length === 1) return tf.ones(shape);
  return scaled(path, shape, 1 / Math.sqrt(shape.at(-1) as number));
};

/** The same, each tensor made once: models of one process share what they have in common. */
export const shared: Source = (path, shape, initial) => {
  const key = `${path} ${shape}`;
  const tensor = made.get(key) ?? weights(path, shape, initial);
  made.set(key, tensor);
  return tensor;
};

const made = new Map<string, tf.Tensor>();

/** Random states of unit variance. */
export const states = <R extends tf.Rank>(path: string, shape: tf.ShapeMap[R]): tf.Tensor<R> =>
  scaled(path, shape as number[], Math.sqrt(3)) as tf.Tensor<R>;

function scaled(path: string, shape: number[], scale: number): tf.Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = noise(path, size);
  for (let i = 0; i < size; i++) values[i] = (values[i] as number) * scale;
  return tf.tensor(values, shape);
}

/** Token ids by path and index. */
export const ids = (path: string, size: number, vocabulary: number): Int32Array =>
  Int32Array.from(noise(path, size), (x) => Math.min(vocabulary - 1, Math.floor(((x + 1) / 2) * vocabulary)));
