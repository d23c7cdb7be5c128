import { within } from "../backend/meter.ts";
import { tf } from "../backend/tf.ts";
import { gelu, quickGelu } from "./activations.ts";
import { Attention, type Sight } from "./attention.ts";
import { KeysAndValues } from "./keysAndValues.ts";
import { LayerNorm } from "./layerNorm.ts";
import { Linear } from "./linear.ts";
import { join, Module, type Source } from "./module.ts";

/** The numbers that shape a block of a vision transformer. */
export interface ViTBlockConfig {
  readonly width: number;
  readonly heads: number;
  readonly ffn: number;
  readonly eps: number;
  readonly activation: "gelu" | "quick_gelu";
}

/** Every patch sees every other, and none is rotated. */
const everything: Sight = {
  visible: 1,
  rotaryBase: 0,
  kinds: 0,
  reaches: [],
  places: () => ({ queries: nowhere(), keys: nowhere() }),
  mask: () => ({}),
  angles: () => undefined,
};

const nowhere = (): tf.Tensor3D => tf.tensor3d([], [0, 0, 5], "int32");

/** The two linear layers of a ViT block, named as in CLIP. */
export class ViTMlp extends Module {
  constructor(
    readonly fc1: Linear,
    readonly fc2: Linear,
    readonly activation: ViTBlockConfig["activation"],
  ) {
    super();
  }

  apply(x: tf.Tensor3D): tf.Tensor3D {
    return tf.tidy(() => {
      const inner = within({ operation: "fc1" }, () => this.fc1.apply(x));
      const active = this.activation === "gelu" ? gelu(inner) : quickGelu(inner);
      return within({ operation: "fc2" }, () => this.fc2.apply(active));
    });
  }
}

/** A pre-norm block of a vision transformer (Dosovitskiy et al., 2021), named as in CLIP. */
export class ViTBlock extends Module {
  constructor(
    readonly self_attn: Attention,
    readonly layer_norm1: LayerNorm,
    readonly mlp: ViTMlp,
    readonly layer_norm2: LayerNorm,
  ) {
    super();
  }

  static build(
    source: Source,
    path: string,
    { width, heads, ffn, eps, activation }: ViTBlockConfig,
  ): ViTBlock {
    const attention = {
      hidden: width,
      heads,
      kvHeads: heads,
      headSize: width / heads,
      bias: true,
      out: "out_proj",
    } as const;
    return new ViTBlock(
      Attention.build(source, join(path, "self_attn"), attention),
      LayerNorm.build(source, join(path, "layer_norm1"), width, eps),
      new ViTMlp(
        Linear.build(source, join(path, "mlp.fc1"), width, ffn, { bias: true }),
        Linear.build(source, join(path, "mlp.fc2"), ffn, width, { bias: true }),
        activation,
      ),
      LayerNorm.build(source, join(path, "layer_norm2"), width, eps),
    );
  }

  /**
   * `[pictures, tokens, width]` to the same shape. `observe` hears the attention's weights, `[pictures, heads, tokens,
   * tokens]`, and its keys, `[pictures, tokens, width]`.
   */
  apply(x: tf.Tensor3D, observe?: (name: "weights" | "keys", x: tf.Tensor) => void): tf.Tensor3D {
    const attended = tf.tidy(() => {
      const normal = this.layer_norm1.apply(x);
      const { headSize } = this.self_attn;
      const [q, k, v] = [
        this.self_attn.queries(normal),
        this.self_attn.keys(normal),
        this.self_attn.values(normal),
      ];
      observe?.("keys", tf.keep(k.clone()));
      const tap = (name: string, y: tf.Tensor) => {
        if (name === "weights") observe?.("weights", tf.keep(y.clone()));
        return y;
      };
      const keys = KeysAndValues.of(k, v, headSize);
      return x.add(this.self_attn.attend(q, keys, everything, observe && tap)) as tf.Tensor3D;
    });
    return tf.tidy(() => attended.add(this.mlp.apply(this.layer_norm2.apply(attended))) as tf.Tensor3D);
  }
}
