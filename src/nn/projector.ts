import { within } from "../backend/meter.ts";
import { tf } from "../backend/tf.ts";
import { gelu } from "./activations.ts";
import { Linear } from "./linear.ts";
import { join, Module, type Source } from "./module.ts";

/** LLaVA's `mlp2x_gelu`: from the vision encoder's width to the decoder's, named `0` and `2` as in a checkpoint. */
export class Projector extends Module {
  declare readonly 0: Linear;
  declare readonly 2: Linear;

  constructor(first: Linear, second: Linear) {
    super();
    Object.assign(this, { 0: first, 2: second });
  }

  /** From `width` to `hidden`, and `inner` between its two layers: as wide as the decoder in LLaVA. */
  static build(source: Source, path: string, width: number, hidden: number, inner = hidden): Projector {
    return new Projector(
      Linear.build(source, join(path, 0), width, inner, { bias: true }),
      Linear.build(source, join(path, 2), inner, hidden, { bias: true }),
    );
  }

  /** `[pictures, tokens, width]` to `[pictures, tokens, hidden]`. */
  apply(x: tf.Tensor3D): tf.Tensor3D {
    return within({ operation: "projector" }, () => tf.tidy(() => this[2].apply(gelu(this[0].apply(x)))));
  }
}
