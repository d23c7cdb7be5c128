import { record } from "../backend/meter.ts";
import { byName, operation, runKernel } from "../backend/operations.ts";
import { tf } from "../backend/tf.ts";
import { frozen, isPacked } from "./bfloat16.ts";
import { linear } from "./linear.ts";

/**
 * `x W^T + scale (x A^T) B^T + b` of rows `[rows, in]`: a linear layer, usually frozen, with a low-rank adapter (Hu et al.,
 * 2021) of `A [rank, in]` and `B [out, rank]`.
 */
export const lowRankLinear = operation("LowRankLinear", {
  plain: (
    x: tf.Tensor2D,
    weight: tf.Tensor2D,
    a: tf.Tensor2D,
    b: tf.Tensor2D,
    scale: number,
    bias?: tf.Tensor1D,
  ): tf.Tensor2D =>
    tf.tidy(
      () =>
        linear(x, weight, bias).add(linear(linear(x, a, undefined), b, undefined).mul(scale)) as tf.Tensor2D,
    ),
  call: (x, weight, a, b, scale, bias) => ({ inputs: { x, weight, a, b, bias }, attrs: { scale } }),
  result: ([y]) => y as tf.Tensor2D,
  tally: (x, weight, a) => [
    { multiplyAdds: x.size * weight.shape[0] },
    { multiplyAdds: a.shape[0] * (x.size + x.shape[0] * weight.shape[0]) },
  ],
  gradient: ([dy], inputs, [, h], { scale }) => {
    const { x, weight, a, b } = inputs as Record<"x" | "weight" | "a" | "b", tf.Tensor>;
    const [rank, outputs] = [a.shape[0] as number, weight.shape[0] as number];
    const rows = (dy as tf.Tensor).size / outputs;
    record(x.size * outputs + 2 * rank * (x.size + rows * outputs));
    const gradients = runKernel("LowRankLinearGrad", { dy, x, weight, a, b, h }, { scale: scale as number });
    const ofWeight = () => {
      record(x.size * outputs);
      return runKernel("LinearGradWeight", { dy, x })[0] as tf.Tensor;
    };
    return {
      ...byName(["x", "a", "b"], gradients),
      weight: isPacked(weight) ? frozen : ofWeight,
      bias: () => (dy as tf.Tensor).sum(0),
    };
  },
});
