import { differentiating } from "../backend/operations.ts";
import { tf } from "../backend/tf.ts";

/**
 * The value of a scalar and its gradients with respect to tensors that its computation uses. A tensor that it does
 * not use has no gradient and is left out.
 */
export function valueAndGradients(
  f: () => tf.Scalar,
  tensors: ReadonlyMap<string, tf.Tensor>,
): { value: tf.Scalar; gradients: Map<string, tf.Tensor> } {
  const leaves = [...tensors.values()];
  const { value, grads } = differentiating(leaves, () => tf.engine().gradients(f, leaves, undefined, true));
  const paths = [...tensors.keys()];
  const found = (grads as (tf.Tensor | null)[]).flatMap((gradient, i): [string, tf.Tensor][] =>
    gradient ? [[paths[i] as string, gradient]] : [],
  );
  return { value: value as tf.Scalar, gradients: new Map(found) };
}
