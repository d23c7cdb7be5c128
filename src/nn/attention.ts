import { within } from "../backend/meter.ts";
import { tf } from "../backend/tf.ts";
import { Linear } from "./linear.ts";
import { join, Module, type Source } from "./module.ts";
import { type RotaryAngles, rotate } from "./rotaryEmbedding.ts";

/** The numbers that shape attention. Fewer key heads than query heads is grouped-query attention. */
export interface AttentionConfig {
  readonly hidden: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  readonly bias?: boolean;
  readonly initial?: number;
  /** Standard deviation of the output projection's start, where it differs. */
  readonly initialOut?: number;
  /** The output projection's name and bias: `out_proj` with a bias in a ViT. */
  readonly out?: "o_proj" | "out_proj";
}

/** What a query may see: an additive mask, 0 or a large negative number, and which rows see nothing at all. */
export interface Mask {
  /** `[batch or 1, 1, queries, keys]`; absent when everything is visible. */
  readonly bias?: tf.Tensor4D | undefined;
  /** `[batch or 1, 1, queries, 1]`, 0 where a query sees nothing; absent when every query sees something. */
  readonly some?: tf.Tensor4D | undefined;
  /** The share of (query, key) pairs that are visible, for counting. */
  readonly visible: number;
}

/** Hears a tensor of a forward pass under a name, and may give another one in its place. */
export type Tap = (name: string, x: tf.Tensor) => tf.Tensor;

/** Multi-head attention in parts, so that a route can make queries, keys and values of different tokens. */
export class Attention extends Module {
  declare readonly q_proj: Linear;
  declare readonly k_proj: Linear;
  declare readonly v_proj: Linear;
  declare readonly o_proj?: Linear;
  declare readonly out_proj?: Linear;

  constructor(
    projections: { q_proj: Linear; k_proj: Linear; v_proj: Linear; o_proj?: Linear; out_proj?: Linear },
    readonly heads: number,
    readonly kvHeads: number,
    readonly headSize: number,
  ) {
    super();
    Object.assign(this, projections);
  }

  static build(source: Source, path: string, config: AttentionConfig): Attention {
    const { hidden, heads, kvHeads, headSize, bias = false, out = "o_proj" } = config;
    const initial = config.initial === undefined ? {} : { initial: config.initial };
    const initialOut = config.initialOut === undefined ? initial : { initial: config.initialOut };
    const linear = (name: string, size: number) =>
      Linear.build(source, join(path, name), hidden, size, { bias, ...initial });
    const projections = {
      q_proj: linear("q_proj", heads * headSize),
      k_proj: linear("k_proj", kvHeads * headSize),
      v_proj: linear("v_proj", kvHeads * headSize),
      [out]: Linear.build(source, join(path, out), heads * headSize, hidden, {
        bias: out === "out_proj",
        ...initialOut,
      }),
    };
    return new Attention(projections, heads, kvHeads, headSize);
  }

  /** Queries of normalised states `[batch, tokens, hidden]`, rotated: `[batch, heads, tokens, headSize]`. */
  queries(x: tf.Tensor3D, angles?: RotaryAngles): tf.Tensor4D {
    return within({ operation: "q_proj" }, () => this.split(this.q_proj, x, this.heads, angles));
  }

  /** Keys, rotated: `[batch, kvHeads, tokens, headSize]`. */
  keys(x: tf.Tensor3D, angles?: RotaryAngles): tf.Tensor4D {
    return within({ operation: "k_proj" }, () => this.split(this.k_proj, x, this.kvHeads, angles));
  }

  /** Values: `[batch, kvHeads, tokens, headSize]`. */
  values(x: tf.Tensor3D): tf.Tensor4D {
    return within({ operation: "v_proj" }, () => this.split(this.v_proj, x, this.kvHeads));
  }

  /** `softmax(q k^T / sqrt(headSize)) v`, then the output projection: `[batch, queries, hidden]`. */
  attend(q: tf.Tensor4D, k: tf.Tensor4D, v: tf.Tensor4D, mask: Mask, tap: Tap = (_, x) => x): tf.Tensor3D {
    return tf.tidy(() => {
      const weights = tap("weights", this.weights(q, k, mask, tap)) as tf.Tensor4D;
      const mixed = within({ operation: "values", visible: mask.visible }, () => {
        const [batch, , queries, keys] = weights.shape;
        return tf
          .matMul(weights.reshape([batch, this.kvHeads, -1, keys]), v)
          .reshape([batch, this.heads, queries, this.headSize]);
      });
      return this.project(mixed as tf.Tensor4D);
    });
  }

  /** The attention weights themselves, `[batch, heads, queries, keys]`; rows that see nothing are zero. */
  weights(
    q: tf.Tensor4D,
    k: tf.Tensor4D,
    { bias, some, visible }: Mask,
    tap: Tap = (_, x) => x,
  ): tf.Tensor4D {
    return tf.tidy(() => {
      const [batch, , queries] = q.shape;
      // Queries that share a key head become rows of one product, so that keys are never repeated.
      const grouped = q.mul(1 / Math.sqrt(this.headSize)).reshape([batch, this.kvHeads, -1, this.headSize]);
      const products = within({ operation: "scores", visible }, () => tf.matMul(grouped, k, false, true));
      const scores = tap("scores", products.reshape([batch, this.heads, queries, k.shape[2]]));
      const weights = tf.softmax(bias ? scores.add(bias) : scores);
      return (some ? weights.mul(some) : weights) as tf.Tensor4D;
    });
  }

  /** The output projection of `[batch, heads, tokens, headSize]`, or of values whose heads are shared. */
  project(mixed: tf.Tensor4D): tf.Tensor3D {
    return tf.tidy(() => {
      const [batch, heads, tokens] = mixed.shape;
      const repeated =
        heads === this.heads
          ? mixed
          : mixed.reshape([batch * heads, 1, tokens * this.headSize]).tile([1, this.heads / heads, 1]);
      const joined = repeated.reshape([batch, this.heads, tokens, this.headSize]).transpose([0, 2, 1, 3]);
      const out = (this.o_proj ?? this.out_proj) as Linear;
      return within({ operation: "o_proj" }, () =>
        out.apply(joined.reshape([batch, tokens, -1]) as tf.Tensor3D),
      );
    });
  }

  private split(projection: Linear, x: tf.Tensor3D, heads: number, angles?: RotaryAngles): tf.Tensor4D {
    return tf.tidy(() => {
      const [batch, tokens] = x.shape;
      const y = projection.apply(x).reshape([batch, tokens, heads, this.headSize]).transpose([0, 2, 1, 3]);
      return angles ? rotate(y as tf.Tensor4D, angles) : (y as tf.Tensor4D);
    });
  }
}
