import { within } from "../backend/meter.ts";
import { tf } from "../backend/tf.ts";
import { LayerNorm } from "../nn/layerNorm.ts";
import { join, Module, type Source } from "../nn/module.ts";
import { PatchEmbedding, type Pixels } from "../nn/patchEmbedding.ts";
import { ViTBlock } from "../nn/vitBlock.ts";
import type { Encoded } from "../routes/opening.ts";
import { gridOf, type VisionConfig } from "./config.ts";

/** The embeddings of a vision transformer: patches, positions, and a class token if there is one. */
class Embeddings extends Module {
  declare readonly class_embedding?: tf.Tensor1D;

  constructor(
    readonly patch_embedding: PatchEmbedding,
    readonly position_embedding: { readonly weight: tf.Tensor2D },
    class_embedding?: tf.Tensor1D,
  ) {
    super();
    if (class_embedding) this.class_embedding = class_embedding;
  }

  apply(pictures: readonly Pixels[]): tf.Tensor3D {
    return tf.tidy(() => {
      const patches = within({ operation: "patch_embedding" }, () => this.patch_embedding.apply(pictures));
      const [count, , width] = patches.shape;
      const first = this.class_embedding?.reshape([1, 1, width]).tile([count, 1, 1]);
      return (first ? tf.concat([first, patches], 1) : patches).add(
        this.position_embedding.weight,
      ) as tf.Tensor3D;
    });
  }
}

/**
 * CLIP's vision transformer under its own names (`pre_layrnorm` is CLIP's spelling). Only the blocks up to the
 * selected hidden state run.
 */
export class VisionModel extends Module {
  constructor(
    readonly embeddings: Embeddings,
    readonly pre_layrnorm: LayerNorm,
    readonly encoder: { readonly layers: readonly ViTBlock[] },
    readonly post_layernorm: LayerNorm,
    private readonly selectLayer: number,
  ) {
    super();
  }

  static build(source: Source, path: string, config: VisionConfig): VisionModel {
    const { hidden_size: width, layer_norm_eps: eps, num_channels: channels, image_size: size } = config;
    const tokens = gridOf(config) ** 2 + (config.class_token ? 1 : 0);
    const at = (name: string) => join(path, name);
    const patches = { width, channels, window: config.window_size, size, stride: config.patch_size };
    const block = {
      width,
      heads: config.num_attention_heads,
      ffn: config.intermediate_size,
      eps,
      activation: config.hidden_act,
    };
    return new VisionModel(
      new Embeddings(
        PatchEmbedding.build(source, at("embeddings.patch_embedding"), patches),
        {
          weight: source(at("embeddings.position_embedding.weight"), [tokens, width], {
            normal: 0.02,
          }) as tf.Tensor2D,
        },
        config.class_token
          ? (source(at("embeddings.class_embedding"), [width], { normal: 0.02 }) as tf.Tensor1D)
          : undefined,
      ),
      LayerNorm.build(source, at("pre_layrnorm"), width, eps),
      {
        layers: Array.from({ length: config.num_hidden_layers }, (_, i) =>
          ViTBlock.build(source, at(`encoder.layers.${i}`), block),
        ),
      },
      LayerNorm.build(source, at("post_layernorm"), width, eps),
      config.select_layer,
    );
  }

  /**
   * Features of the selected layer without the class token, `[pictures, grid * grid, width]`. What encoder openings
   * rank and merge by is kept only when `details` asks for it.
   */
  apply(pictures: readonly Pixels[], { details = false } = {}): Encoded {
    const { layers } = this.encoder;
    const last = layers.length + 1 + this.selectLayer;
    const grid = this.embeddings.patch_embedding.grid;
    const hasClass = this.embeddings.class_embedding !== undefined;
    const heard: Partial<Record<"weights" | "keys", tf.Tensor>> = {};
    const [features, received, keys] = tf.tidy(() =>
      within({ layer: "encoder", kind: "vision" }, () => {
        let x = this.pre_layrnorm.apply(this.embeddings.apply(pictures));
        layers.slice(0, last).forEach((block, i) => {
          const listen = details && i === last - 1;
          x = block.apply(x, listen ? (name, y) => (heard[name] = y) : undefined);
        });
        const patches = <T extends tf.Tensor>(y: T, axis: number): T =>
          hasClass ? (y.slice(y.shape.map((_, i) => (i === axis ? 1 : 0))) as T) : y;
        const { weights, keys } = heard;
        if (!weights || !keys) return [patches(x, 1)];
        const rows = hasClass ? weights.slice([0, 0, 0, 0], [-1, -1, 1, -1]) : weights;
        const { heads, headSize } = (layers[0] as ViTBlock).self_attn;
        const [count, tokens] = keys.shape as [number, number];
        const mean = keys.reshape([count, tokens, heads, headSize]).mean(2);
        return [patches(x, 1), patches(rows.mean([1, 2]), 1), patches(mean, 1)];
      }),
    );
    tf.dispose(Object.values(heard));
    return {
      features: features as tf.Tensor3D,
      received: (received ?? features) as tf.Tensor2D,
      keys: (keys ?? features) as tf.Tensor3D,
      grid: { rows: grid, columns: grid },
    };
  }
}
