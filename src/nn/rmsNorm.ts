import { tf } from "../backend/tf.ts";
import { join, Module, type Source } from "./module.ts";

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
    return tf.tidy(() => {
      const scale = x.square().mean(-1, true).add(this.eps).rsqrt();
      return x.mul(scale).mul(this.weight) as T;
    });
  }
}
