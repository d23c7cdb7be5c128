import { tf } from "../../../src/index.ts";

/** Elements up to which a tensor is read as a whole; of a larger one a sample is. */
export const readWhole = 4_000_000;

/** Elements of a sample. */
const sampled = 65_536;

/** Rows and columns of a matrix that are drawn. */
const drawn = 256;

/** Numbers of a tensor: all, or where there are too many one from each of as many equal stretches. */
export async function sampleOf(tensor: tf.Tensor): Promise<{ values: ArrayLike<number>; whole: boolean }> {
  if (tensor.size <= readWhole) return { values: await tensor.data(), whole: true };
  const stretch = tensor.size / sampled;
  const indices = Int32Array.from({ length: sampled }, (_, i) => Math.floor((i + fraction(i)) * stretch));
  const values = await numbersOf(() => tf.gather(tensor.reshape([-1]), tf.tensor1d(indices, "int32")));
  return { values, whole: false };
}

/** The first values in the tensor's order. */
export async function firstOf(tensor: tf.Tensor, count: number): Promise<ArrayLike<unknown>> {
  if (tensor.size <= count) return await tensor.data();
  return await numbersOf(() => tensor.reshape([-1]).slice(0, count));
}

/** A matrix to draw: evenly spaced rows and columns where it has more than a picture shows. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: ArrayLike<number>;
}

/** The matrix, or the vector as one row. */
export async function matrixOf(tensor: tf.Tensor): Promise<Matrix> {
  const [height, width] = tensor.rank === 2 ? (tensor.shape as [number, number]) : [1, tensor.size];
  const values = await numbersOf(() => thinned(thinned(tensor.reshape([height, width]), 0), 1));
  return { rows: Math.min(drawn, height), columns: Math.min(drawn, width), values };
}

/** Every so many entries of an axis, so that at most as many are left as are drawn. */
export function thinned<T extends tf.Tensor>(tensor: T, axis: number, most = drawn): T {
  const length = tensor.shape[axis] as number;
  if (length <= most) return tensor;
  const kept = Int32Array.from({ length: most }, (_, i) => Math.floor(((i + 0.5) * length) / most));
  return tf.gather(tensor, tf.tensor1d(kept, "int32"), axis) as T;
}

/** Reads what a computation gives, and leaves no tensor behind. */
export async function numbersOf(compute: () => tf.Tensor): Promise<Float32Array | Int32Array | Uint8Array> {
  const part = tf.tidy(() => tf.keep(compute().clone()));
  try {
    return await part.data();
  } finally {
    part.dispose();
  }
}

/** An even scatter from 0 to 1 that is the same each time (the golden ratio's multiples). */
const fraction = (i: number): number => (i * 0.6180339887498949) % 1;
