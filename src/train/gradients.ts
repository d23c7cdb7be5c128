import { differentiating } from "../backend/operations.ts";
import { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import { isPacked } from "../nn/bfloat16.ts";

/**
 * The value of a scalar and its gradients with respect to tensors that its computation uses. A tensor that it does
 * not use has no gradient and is left out.
 *
 * @throws UsageError that names a tensor in bfloat16, which has no gradient.
 */
export function valueAndGradients(
  f: () => tf.Scalar,
  tensors: ReadonlyMap<string, tf.Tensor>,
): { value: tf.Scalar; gradients: Map<string, tf.Tensor> } {
  const packed = [...tensors].find(([, tensor]) => isPacked(tensor));
  if (packed) {
    throw new UsageError(
      `${packed[0]} is in bfloat16 and cannot be trained: leave it out, or load the model with { weights: "float32" }`,
    );
  }
  const leaves = [...tensors.values()];
  const { value, grads } = differentiating(leaves, () => tf.engine().gradients(f, leaves, undefined, true));
  const paths = [...tensors.keys()];
  const found = (grads as (tf.Tensor | null)[]).flatMap((gradient, i): [string, tf.Tensor][] =>
    gradient ? [[paths[i] as string, gradient]] : [],
  );
  return { value: value as tf.Scalar, gradients: new Map(found) };
}
