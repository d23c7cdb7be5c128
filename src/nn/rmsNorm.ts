import { byName, operation, runKernel } from "../backend/operations.ts";
import { tf } from "../backend/tf.ts";
import { join, Module, type Source } from "./module.ts";

/** Root-mean-square normalisation of `x [..., size]`: `weight x / rms`, where `rms = sqrt(mean(x^2) + eps)`. */
export const rmsNorm = operation("RMSNorm", {
  plain: (x: tf.Tensor, weight: tf.Tensor1D, eps: number) =>
    tf.tidy(() => x.mul(x.square().mean(-1, true).add(eps).rsqrt()).mul(weight)),
  call: (x, weight, eps) => ({ inputs: { x, weight }, attrs: { eps } }),
  result: ([y]) => y as tf.Tensor,
  gradient: ([dy], { x, weight }, [, r]) =>
    byName(["x", "weight"], runKernel("RMSNormGrad", { dy, x, weight, r })),
});

/** Root-mean-square normalisation over the last axis (Zhang and Sennrich, 2019): `w x / sqrt(mean(x^2) + eps)`. */
export class RMSNorm extends Module {
  constructor(
    readonly weight: tf.Tensor1D,
    readonly eps: number,
  ) {
    super();
  }

  static build(source: Source, path: string, size: number, eps: number): RMSNorm {
    return new RMSNorm(source(join(path, "weight"), [size], { value: 1 }) as tf.Tensor1D, eps);
  }

  /** `[..., size]` to the same shape. */
  apply<T extends tf.Tensor>(x: T): T {
    return rmsNorm(x, this.weight, this.eps) as T;
  }
}
