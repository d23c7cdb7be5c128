import { tf } from "../backend/tf.ts";
import { join, Module, type Source } from "./module.ts";

/** Layer normalisation over the last axis, with weight and bias. */
export class LayerNorm extends Module {
  constructor(
    readonly weight: tf.Tensor1D,
    readonly bias: tf.Tensor1D,
    readonly eps: number,
  ) {
    super();
  }

  static build(source: Source, path: string, size: number, eps: number): LayerNorm {
    return new LayerNorm(
      source(join(path, "weight"), [size], { value: 1 }) as tf.Tensor1D,
      source(join(path, "bias"), [size], { value: 0 }) as tf.Tensor1D,
      eps,
    );
  }

  /** `[..., size]` to the same shape. */
  apply<T extends tf.Tensor>(x: T): T {
    return tf.tidy(() => {
      const centred = x.sub(x.mean(-1, true));
      const scale = centred.square().mean(-1, true).add(this.eps).rsqrt();
      return centred.mul(scale).mul(this.weight).add(this.bias) as T;
    });
  }
}
