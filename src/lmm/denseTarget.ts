import { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import { crossEntropy } from "../nn/crossEntropy.ts";
import { linear } from "../nn/linear.ts";
import { gridOf, type VisionConfig } from "./config.ts";
import type { LMM } from "./lmm.ts";
import { piecesOf } from "./pieces.ts";
import type { Picture } from "./prompt.ts";

/** How an encoder is taught the pieces of text that stand in pictures. */
export interface DenseTargetOptions {
  /** The pieces that may be named: those in use, the space among them. Every token of the decoder unless said. */
  readonly pieces?: Iterable<number>;
  /** The piece of an empty patch. */
  readonly space: number;
  /** The weight of an empty patch beside that of an inked one; a tenth unless said. */
  readonly blank?: number;
  /** How sharply pieces are told apart: two that are as far apart as usual differ by this much in their logits. 12 unless said. */
  readonly sharpness?: number;
  /** The weight of regression beside cross-entropy; 1 unless said. */
  readonly regression?: number;
}

/** The share of patches whose piece an encoder names, where text stands and where none does. */
export interface DenseHits {
  readonly ink: number;
  readonly blank: number;
}

/**
 * Dense supervision of an encoder: under each patch the decoder's own embedding of the piece that stands there. A patch's
 * logit for a piece falls with the squared distance from the piece's embedding, so that it names the nearest one; besides, it is
 * drawn to the right one by regression. Distances are in units of the embeddings' spread about their mean. (By products
 * in place of distances, fewer than half of SmolLM2's embeddings would name themselves.)
 *
 * The embeddings are copied when this is made, and released by `dispose`.
 */
export class DenseTarget {
  private readonly indices: ReadonlyMap<number, number>;
  private readonly embeddings: tf.Tensor2D;
  /** What makes of products distances. */
  private readonly bias: tf.Tensor1D;
  private readonly spread: number;
  private readonly options: Required<Omit<DenseTargetOptions, "pieces">>;

  constructor(lmm: LMM, { pieces, ...options }: DenseTargetOptions) {
    const { vocab_size } = lmm.config.decoder;
    this.options = { blank: 0.1, sharpness: 12, regression: 1, ...options };
    const ids = [...new Set(pieces ?? Array.from({ length: vocab_size }, (_, id) => id))].sort(
      (a, b) => a - b,
    );
    const wrong = ids.find((id) => !(Number.isInteger(id) && id >= 0 && id < vocab_size));
    if (wrong !== undefined) throw new UsageError(`piece ${wrong}: the decoder has ${vocab_size} tokens`);
    this.indices = new Map(ids.map((id, i) => [id, i]));
    if (!this.indices.has(options.space))
      throw new UsageError(`the space, piece ${options.space}, is not among the pieces`);
    [this.embeddings, this.bias] = tf.tidy(() => {
      const table = lmm.weights.model.embed_tokens.apply(Int32Array.from(ids), 1).reshape([ids.length, -1]);
      return [table, table.square().sum(1).mul(-0.5)] as [tf.Tensor2D, tf.Tensor1D];
    });
    this.spread = tf.tidy(() =>
      this.embeddings.sub(this.embeddings.mean(0)).square().mean().sqrt().dataSync(),
    )[0] as number;
  }

  /** The loss of an encoder's features for pictures that know their pieces; a scalar with a gradient. */
  loss(lmm: LMM, pictures: readonly Picture[]): tf.Scalar {
    const { blank, regression } = this.options;
    return tf.tidy(() => {
      const parts = this.split(lmm, pictures).filter(({ labels }) => labels.length > 0);
      const weight = (ink: boolean) => (ink ? 1 : blank);
      const all = parts.reduce((sum, { ink, labels }) => sum + weight(ink) * labels.length, 0);
      const losses = parts.map(({ ink, labels, features }) => {
        const named = crossEntropy(this.logits(features).expandDims(0), labels);
        const right = tf.gather(this.embeddings, tf.tensor1d(labels, "int32"));
        const missed = features
          .sub(right)
          .square()
          .mean()
          .div(this.spread ** 2);
        return named.add(missed.mul(regression)).mul((weight(ink) * labels.length) / all);
      });
      return tf.addN(losses) as tf.Scalar;
    });
  }

  /** How often the nearest embedding is that of the piece that stands there. */
  hits(lmm: LMM, pictures: readonly Picture[]): DenseHits {
    const shares = tf.tidy(() =>
      this.split(lmm, pictures).map(({ labels, features }) => {
        if (labels.length === 0) return 1;
        const named = this.logits(features).argMax(-1).dataSync();
        return labels.reduce((sum, label, i) => sum + (named[i] === label ? 1 : 0), 0) / labels.length;
      }),
    );
    return { ink: shares[0] as number, blank: shares[1] as number };
  }

  dispose(): void {
    tf.dispose([this.embeddings, this.bias]);
  }

  /** Of patches `[patches, hidden]` for each piece, `[patches, pieces]`. */
  private logits(features: tf.Tensor2D): tf.Tensor3D | tf.Tensor2D {
    // Two embeddings lie 2 hidden squared spreads apart, and half the squared distance is what the logits differ by.
    const scale = this.options.sharpness / (features.shape[1] * this.spread ** 2);
    return linear(features, this.embeddings, this.bias).mul(scale) as tf.Tensor2D;
  }

  /** The patches on which text stands, and the others, with the places of their pieces among those in use. */
  private split(lmm: LMM, pictures: readonly Picture[]) {
    const { vision, decoder } = lmm.config;
    const side = gridOf(vision as VisionConfig);
    const { ids } = piecesOf(pictures, side * side, decoder.vocab_size);
    const { features } = lmm.encode([{ parts: [...pictures, [0]] }]);
    const rows = (features as tf.Tensor3D).reshape([ids.length, -1]) as tf.Tensor2D;
    return [true, false].map((ink) => {
      const patches = Int32Array.from(ids.keys()).filter(
        (patch) => (ids[patch] !== this.options.space) === ink,
      );
      const labels = patches.map((patch) => this.indexOf(ids[patch] as number));
      return { ink, labels, features: tf.gather(rows, tf.tensor1d(patches, "int32")) };
    });
  }

  private indexOf(id: number): number {
    const index = this.indices.get(id);
    if (index !== undefined) return index;
    throw new UsageError(
      `piece ${id} stands in a picture and is not among the ${this.indices.size} pieces in use`,
    );
  }
}
