import { tf } from "../../backend/tf.ts";
import { UsageError } from "../../errors.ts";
import { silu } from "../../nn/activations.ts";
import { Linear } from "../../nn/linear.ts";
import { join, Module, type Source } from "../../nn/module.ts";
import { RMSNorm } from "../../nn/rmsNorm.ts";
import type { Options } from "../route.ts";
import type { Sizes } from "../update.ts";

/**
 * How the weights of an update start: `released` as the paper's code does (PyTorch's default), `matched` with a
 * zero second matrix, so that nothing jumps when a route is put into a trained model.
 */
export type Start = "released" | "matched";

/**
 * The small network of the light and the guided update: `RMSNorm(W2 silu(W1 h) + x)`, where `h` is `Win x`, with
 * the guidance beside it if there is one. Named as in the released checkpoints.
 */
export class UpdateMlp extends Module {
  declare readonly context_proj?: Linear;

  constructor(
    readonly input_proj: Linear,
    readonly proj: { readonly 0: Linear; readonly 2: Linear },
    readonly layernorm_post: RMSNorm,
    context_proj?: Linear,
  ) {
    super();
    if (context_proj) this.context_proj = context_proj;
  }

  static build(
    source: Source,
    path: string,
    { hidden, eps }: Sizes,
    options: Options,
    guided: boolean,
  ): UpdateMlp {
    const inner = innerSize(hidden, options);
    const last = options.start === "matched" ? { initial: 0 } : {};
    return new UpdateMlp(
      Linear.build(source, join(path, "input_proj"), hidden, inner),
      {
        0: Linear.build(source, join(path, "proj.0"), guided ? 2 * inner : inner, inner),
        2: Linear.build(source, join(path, "proj.2"), inner, hidden, last),
      },
      RMSNorm.build(source, join(path, "layernorm_post"), hidden, eps),
      guided ? Linear.build(source, join(path, "context_proj"), hidden, inner) : undefined,
    );
  }

  /** `[batch, tokens, hidden]`, guided by `[batch, tokens, inner]`. */
  apply(x: tf.Tensor3D, guidance?: tf.Tensor3D): tf.Tensor3D {
    return tf.tidy(() => {
      const own = this.input_proj.apply(x);
      const h = guidance ? tf.concat([own, guidance], 2) : own;
      return this.layernorm_post.apply(this.proj[2].apply(silu(this.proj[0].apply(h))).add(x));
    }) as tf.Tensor3D;
  }
}

/** The released code takes d / 4 from d = 1,024 on and d / 2 below, whatever its flag says (paper.md, [C]). */
function innerSize(hidden: number, { ratio }: Options): number {
  const share = typeof ratio === "number" ? ratio : hidden >= 1024 ? 1 / 4 : 1 / 2;
  const inner = hidden * share;
  if (Number.isInteger(inner) && inner > 0) return inner;
  throw new UsageError(`ratio ${share} of ${hidden} channels is not a whole number; use for instance 1/4`);
}
