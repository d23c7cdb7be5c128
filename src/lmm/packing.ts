import type { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import { packedTensor, toBfloat16 } from "../nn/bfloat16.ts";
import { isOfPretrained, markPretrained } from "./pretrained/marks.ts";

/** How a model's frozen matrices are held: as they are trained, or packed in half the memory. */
export type WeightFormat = "float32" | "bfloat16";

/** Throws a `UsageError` for a format that is none. */
export function checkFormat(weights: string): void {
  if (weights !== "float32" && weights !== "bfloat16")
    throw new UsageError(`weights "${weights}": use "float32" or "bfloat16"`);
}

const matrices = /^(model\.(layers\.\d+\.(self_attn|mlp)\.\w+|embed_tokens)|lm_head)\.weight$/;

/**
 * Whether a tensor of the decoder can be packed: its embeddings, its head and the projections of its layers, with an even
 * number of columns. What a route or an adapter brings is trained, so it stays as it is, as do norms and biases and all
 * that sees.
 */
export const isPackable = (path: string, shape: readonly number[]): shape is [number, number] =>
  matrices.test(path) && shape.length === 2 && (shape[1] as number) % 2 === 0;

/** A matrix rounded to bfloat16, ties to even, and packed. One of a pretrained decoder stays one. */
export function packed(matrix: tf.Tensor): tf.Tensor2D {
  const made = packedTensor(toBfloat16(matrix.dataSync() as Float32Array), matrix.shape as [number, number]);
  if (isOfPretrained(matrix)) markPretrained(made);
  return made;
}
