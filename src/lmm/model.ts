import { within } from "../backend/meter.ts";
import { withGradient } from "../backend/operations.ts";
import { tf } from "../backend/tf.ts";
import { frozen, isPacked, unpack, unpackedShape } from "../nn/bfloat16.ts";
import { DecoderLayer } from "../nn/decoderLayer.ts";
import { Linear } from "../nn/linear.ts";
import { join, Module, type Source } from "../nn/module.ts";
import { Projector } from "../nn/projector.ts";
import { RMSNorm } from "../nn/rmsNorm.ts";
import type { DecoderConfig, LMMConfig } from "./config.ts";
import { VisionModel } from "./visionModel.ts";

/** Token embeddings, `[vocabulary, hidden]`, or packed in bfloat16. */
export class Embedding extends Module {
  constructor(readonly weight: tf.Tensor2D) {
    super();
  }

  /** `[batch, tokens]` ids to `[batch, tokens, hidden]`. The gradient adds up rows as they are; tfjs's own turns them twice. */
  apply(ids: Int32Array, batch: number): tf.Tensor3D {
    const { weight } = this;
    const [vocabulary, hidden] = unpackedShape(weight);
    return tf.tidy(() => {
      const index = tf.tensor1d(ids, "int32");
      const rows = withGradient(
        { weight },
        (save) => {
          save([index]);
          const found = tf.gather(weight, index);
          return [isPacked(weight) ? unpack(found) : found];
        },
        ([dy], _, [index]) => ({
          weight: isPacked(weight)
            ? frozen
            : () => tf.unsortedSegmentSum(dy as tf.Tensor2D, index as tf.Tensor1D, vocabulary),
        }),
      );
      return (rows[0] as tf.Tensor).reshape([batch, ids.length / batch, hidden]);
    });
  }
}

/** All that a checkpoint holds below `model.`, under its names. */
export class Inner extends Module {
  declare readonly vision_tower?: { readonly vision_tower: { readonly vision_model: VisionModel } };
  declare readonly mm_projector?: Projector;
  declare readonly image_newline?: tf.Tensor1D;

  constructor(
    readonly embed_tokens: Embedding,
    readonly layers: readonly DecoderLayer[],
    readonly norm: RMSNorm,
    { tower, projector, newline }: Eyes = {},
  ) {
    super();
    if (tower) this.vision_tower = { vision_tower: { vision_model: tower } };
    if (projector) this.mm_projector = projector;
    if (newline) this.image_newline = newline;
  }

  /** The same decoder with these eyes. */
  seeing(eyes: Eyes): Inner {
    return new Inner(this.embed_tokens, this.layers, this.norm, eyes);
  }
}

/** What a model has besides its decoder to take pictures in. */
export interface Eyes {
  readonly tower?: VisionModel;
  readonly projector?: Projector;
  /** The embedding of newline tokens, where they do not have a text token's. */
  readonly newline?: tf.Tensor1D;
}

/** The eyes that a config asks for: none, a newline, or a vision transformer with its projector too. */
export function buildEyes(source: Source, config: LMMConfig): Eyes {
  const { vision, decoder, encoder = "vit", newline_token, projector_size } = config;
  if (!vision) return {};
  const hidden = decoder.hidden_size;
  const at = (name: string) => join("model", name);
  return {
    ...(encoder === "vit" && {
      tower: VisionModel.build(source, at("vision_tower.vision_tower.vision_model"), vision),
      projector: Projector.build(source, at("mm_projector"), vision.hidden_size, hidden, projector_size),
    }),
    ...(newline_token === undefined && {
      newline: source(at("image_newline"), [hidden], { normal: 1 / Math.sqrt(hidden) }) as tf.Tensor1D,
    }),
  };
}

/** The weights of an LMM as a tree: a tensor's path is its name in a checkpoint. */
export class Model extends Module {
  declare readonly lm_head?: Linear;

  constructor(
    readonly model: Inner,
    lm_head?: Linear,
  ) {
    super();
    if (lm_head) this.lm_head = lm_head;
  }

  static build(source: Source, config: LMMConfig): Model {
    const { decoder } = config;
    const { hidden_size: hidden, vocab_size, rms_norm_eps, num_hidden_layers } = decoder;
    const path = "model";
    const eyes = buildEyes(source, config);
    const embeddings = source(join(path, "embed_tokens.weight"), [vocab_size, hidden], { normal: 0.5 });
    return new Model(
      new Inner(
        new Embedding(embeddings as tf.Tensor2D),
        Array.from({ length: num_hidden_layers }, (_, i) =>
          DecoderLayer.build(source, join(path, `layers.${i}`), layerConfig(decoder)),
        ),
        RMSNorm.build(source, join(path, "norm"), hidden, rms_norm_eps),
        eyes,
      ),
      decoder.tie_word_embeddings ? undefined : Linear.build(source, "lm_head", hidden, vocab_size),
    );
  }

  /** The same decoder with these eyes. */
  seeing(eyes: Eyes): Model {
    return new Model(this.model.seeing(eyes), this.lm_head);
  }

  /** Final norm and head: `[batch, tokens, hidden]` to logits `[batch, tokens, vocabulary]`. */
  logits(x: tf.Tensor3D): tf.Tensor3D {
    return within({ operation: "head" }, () =>
      tf.tidy(() =>
        (this.lm_head ?? new Linear(this.model.embed_tokens.weight)).apply(this.model.norm.apply(x)),
      ),
    );
  }
}

/** What a decoder layer is built from. */
export function layerConfig(decoder: DecoderConfig) {
  return {
    hidden: decoder.hidden_size,
    heads: decoder.num_attention_heads,
    kvHeads: decoder.num_key_value_heads,
    headSize: decoder.head_dim,
    bias: decoder.attention_bias,
    ffn: decoder.intermediate_size,
    eps: decoder.rms_norm_eps,
  };
}
