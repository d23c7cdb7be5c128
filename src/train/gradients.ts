import { differentiating } from "../backend/operations.ts";
import type { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import { isPacked } from "../nn/bfloat16.ts";
import { backpropagate } from "./backpropagation.ts";

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
  const { value, gradients } = differentiating(leaves, () => backpropagate(f, leaves));
  const found = [...tensors.keys()].flatMap((path, i): [string, tf.Tensor][] => {
    const gradient = gradients[i];
    return gradient ? [[path, gradient]] : [];
  });
  return { value, gradients: new Map(found) };
}
