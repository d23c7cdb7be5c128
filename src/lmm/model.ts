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
    vision?: { tower: VisionModel; projector: Projector; newline: tf.Tensor1D },
  ) {
    super();
    if (!vision) return;
    this.vision_tower = { vision_tower: { vision_model: vision.tower } };
    this.mm_projector = vision.projector;
    this.image_newline = vision.newline;
  }
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

  static build(source: Source, { decoder, vision }: LMMConfig): Model {
    const { hidden_size: hidden, vocab_size, rms_norm_eps, num_hidden_layers } = decoder;
    const path = "model";
    const eyes = vision && {
      tower: VisionModel.build(source, join(path, "vision_tower.vision_tower.vision_model"), vision),
      projector: Projector.build(source, join(path, "mm_projector"), vision.hidden_size, hidden),
      newline: source(join(path, "image_newline"), [hidden], {
        normal: 1 / Math.sqrt(hidden),
      }) as tf.Tensor1D,
    };
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
