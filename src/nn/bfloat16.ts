import { operation, runKernel, withGradient } from "../backend/operations.ts";
import { counting } from "../backend/shapes/count.ts";
import { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";

/**
 * A matrix in bfloat16: `[rows, columns / 2]` of int32, two numbers in each, the first in the lower half. tfjs has no
 * such type. It takes half the memory of float32 and cannot be trained.
 */
export const isPacked = ({ dtype }: tf.Tensor): boolean => dtype === "int32";

/** The shape of a matrix, packed or not. */
export const unpackedShape = (matrix: tf.Tensor): [rows: number, columns: number] => {
  const [rows, width] = matrix.shape as [number, number];
  return [rows, isPacked(matrix) ? 2 * width : width];
};

/** How many numbers a weight holds, packed or not. */
export const unpackedSize = (weight: tf.Tensor): number => (isPacked(weight) ? 2 : 1) * weight.size;

/** The bits of a matrix of bfloat16 numbers as a packed tensor. */
export const packedTensor = (bits: Uint16Array, [rows, columns]: readonly [number, number]): tf.Tensor2D =>
  tf.tensor2d(new Int32Array(bits.buffer, bits.byteOffset, bits.length / 2), [rows, columns / 2], "int32");

/** The bits of a packed matrix. */
export const bitsOf = (packed: tf.Tensor): Uint16Array => {
  const words = packed.dataSync() as Int32Array;
  return new Uint16Array(words.buffer, words.byteOffset, 2 * words.length);
};

/** The nearest bfloat16, ties to even, as its 16 bits. */
export function toBfloat16(values: Float32Array): Uint16Array {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const bits = new Uint16Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as number;
    if ((word & 0x7fffffff) > 0x7f800000)
      bits[i] = (word >>> 16) | 0x40; // stays not a number
    else bits[i] = (word + 0x7fff + ((word >>> 16) & 1)) >>> 16;
  }
  return bits;
}

/** The numbers that 16 bits each stand for. */
export function fromBfloat16(bits: Uint16Array): Float32Array {
  const words = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i++) words[i] = (bits[i] as number) << 16;
  return new Float32Array(words.buffer);
}

/** The gradient of a packed weight, which has none. */
export function frozen(): never {
  throw new UsageError(
    'weights in bfloat16 are frozen: leave them out of what is trained, or load the model with { weights: "float32" }',
  );
}

/** A packed matrix as float32, `[rows, columns]`. */
export const unpack = operation("UnpackBfloat16", {
  plain: (bits: tf.Tensor): tf.Tensor2D => {
    const read = () => tf.tensor2d(fromBfloat16(bitsOf(bits)), unpackedShape(bits));
    const seen = () => runKernel("UnpackBfloat16", { bits })[0] as tf.Tensor2D; // no values are needed to count
    return withGradient(
      { bits },
      () => [counting() ? seen() : read()],
      () => ({ bits: frozen }),
    )[0] as tf.Tensor2D;
  },
  call: (bits) => ({ inputs: { bits } }),
  result: ([matrix]) => matrix as tf.Tensor2D,
  gradient: () => ({ bits: frozen }),
});
