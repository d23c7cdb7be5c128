import { metering, record, within } from "../backend/meter.ts";
import { byName, executedPairs, operation, runKernel } from "../backend/operations.ts";
import { tf } from "../backend/tf.ts";
import { byHead, type KeysAndValues } from "./keysAndValues.ts";
import { Linear } from "./linear.ts";
import { join, Module, type Source } from "./module.ts";
import type { RotaryAngles } from "./rotaryEmbedding.ts";

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

/** The heads of an attention, and how many share their keys. */
export interface Heads {
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
}

/** What some queries see of some keys, and where both stand. The same rule, for kernels and for the plain definition. */
export interface Sight {
  /** The share of (query, key) pairs that are visible, for counting. */
  readonly visible: number;
  /** The base of the rotary embedding; 0 where nothing is rotated. */
  readonly rotaryBase: number;
  /** How many kinds of tokens there are, and how far queries of each (row) see keys of each (column), see `places`. */
  readonly kinds: number;
  readonly reaches: readonly number[];
  /**
   * Where queries and keys stand, for kernels: int32, `[batch, tokens, 5]`. The columns are rotary position, kind, index
   * among those of its kind in its sample, image (-1 for none), and whether it is there. A query sees a key that is
   * there and, by the reach of its kind to the key's: 1, is itself (same kind and index); 2, stands at an equal or
   * earlier position; 3, belongs to the same image. Of size 0 where everything is visible and nothing rotates.
   */
  places(): { readonly queries: tf.Tensor3D; readonly keys: tf.Tensor3D };
  /** The same for the plain definition. */
  mask(): Mask;
  /** The queries' rotary angles, if anything rotates. */
  angles(headSize: number): RotaryAngles | undefined;
}

/** What queries may see: an additive mask, 0 or a large negative number, and which rows see nothing at all. */
export interface Mask {
  /** `[batch or 1, 1, queries, keys]`; absent when everything is visible. */
  readonly bias?: tf.Tensor4D | undefined;
  /** `[batch or 1, 1, queries, 1]`, 0 where a query sees nothing; absent when every query sees something. */
  readonly some?: tf.Tensor4D | undefined;
}

/** Hears a tensor of a forward pass under a name, and may give another one in its place. */
export type Tap = (name: string, x: tf.Tensor) => tf.Tensor;

/** The weights of named queries, `[batch, heads, queries, keys]`; rows that see nothing are zero. */
export const attentionWeights = operation("AttentionWeights", {
  plain: (q: tf.Tensor3D, keys: KeysAndValues, sight: Sight, form: Heads) => {
    const { k } = keys.byHead(); // kept by whoever asked, for others look at the same keys
    return plainWeights(q, k, sight, form);
  },
  call: (q, keys, sight, form) => ({
    inputs: { q, k: keys.flat().k, ...sight.places() },
    attrs: attributes(sight, form),
  }),
  result: ([weights]) => weights as tf.Tensor4D,
  tally: (q, keys, sight, form) => [{ operation: "scores", ...executedWork(q, keys, sight, form) }],
});

/**
 * Scaled dot-product attention with rotary embedding and visibility inside, of queries `[batch, queries,
 * heads * headSize]`, which come unrotated as the keys do. A query that sees nothing gives zeros.
 */
export const attention = operation("Attention", {
  plain: (q: tf.Tensor3D, keys: KeysAndValues, sight: Sight, form: Heads, tap?: Tap): tf.Tensor3D => {
    const { k, v } = keys.byHead();
    return tf.tidy(() => {
      const inner = plainWeights(q, k, sight, form, tap);
      const weights = tap ? tap("weights", inner) : inner;
      const [batch, heads, queries, width] = weights.shape as [number, number, number, number];
      const mixed = within({ operation: "values", visible: sight.visible }, () =>
        tf.matMul(weights.reshape([batch, form.kvHeads, -1, width]), v),
      );
      const split = mixed.reshape([batch, heads, queries, form.headSize]).transpose([0, 2, 1, 3]);
      return split.reshape([batch, queries, heads * form.headSize]);
    });
  },
  call: (q, keys, sight, form, tap) =>
    tap ? undefined : { inputs: { q, ...keys.flat(), ...sight.places() }, attrs: attributes(sight, form) },
  result: ([o]) => o as tf.Tensor3D,
  tally: (q, keys, sight, form) => {
    const work = executedWork(q, keys, sight, form);
    return [
      { operation: "scores", ...work },
      { operation: "values", ...work },
    ];
  },
  gradient: ([dy], inputs, [o, lse], attrs) => {
    const { q, k } = inputs as { q: tf.Tensor3D; k: tf.Tensor3D };
    const gradients = runKernel("AttentionGrad", { dy, ...inputs, o, lse }, attrs);
    // Scores again, the gradients of weights, values, queries and keys.
    const { heads, headSize } = attrs as unknown as Heads;
    if (metering()) record(5 * executedPairs(heads * q.shape[0] * q.shape[1] * k.shape[1]) * headSize);
    return byName(["q", "k", "v"], gradients);
  },
});

const attributes = ({ rotaryBase, kinds, reaches }: Sight, { heads, kvHeads, headSize }: Heads) => ({
  ...{ heads, kvHeads, headSize, rotaryBase, kinds, reaches },
});

/** The multiply-adds of a kernel that has just run, of one product of queries and keys. */
function executedWork(q: tf.Tensor3D, keys: KeysAndValues, sight: Sight, { heads, headSize }: Heads) {
  const all = heads * q.shape[0] * q.shape[1] * keys.flat().k.shape[1];
  const pairs = executedPairs(all);
  return { multiplyAdds: pairs * headSize, visible: (sight.visible * all) / Math.max(1, pairs) };
}

function plainWeights(
  q: tf.Tensor3D,
  k: tf.Tensor4D,
  sight: Sight,
  { heads, kvHeads, headSize }: Heads,
  tap?: Tap,
): tf.Tensor4D {
  return tf.tidy(() => {
    const [batch, queries] = q.shape;
    const rotated = byHead(q, headSize, sight.angles(headSize));
    // Queries that share a key head become rows of one product, so that keys are never repeated.
    const grouped = rotated.mul(1 / Math.sqrt(headSize)).reshape([batch, kvHeads, -1, headSize]);
    const products = within({ operation: "scores", visible: sight.visible }, () =>
      tf.matMul(grouped, k, false, true),
    );
    const products4 = products.reshape([batch, heads, queries, k.shape[2]]);
    const scores = tap ? tap("scores", products4) : products4;
    const { bias, some } = sight.mask();
    const weights = tf.softmax(bias ? scores.add(bias) : scores);
    return (some ? weights.mul(some) : weights) as tf.Tensor4D;
  });
}

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

  /** Queries of normalised states `[batch, tokens, hidden]`: `[batch, tokens, heads * headSize]`. */
  queries(x: tf.Tensor3D): tf.Tensor3D {
    return within({ operation: "q_proj" }, () => this.q_proj.apply(x));
  }

  /** Keys: `[batch, tokens, kvHeads * headSize]`. */
  keys(x: tf.Tensor3D): tf.Tensor3D {
    return within({ operation: "k_proj" }, () => this.k_proj.apply(x));
  }

  /** Values: `[batch, tokens, kvHeads * headSize]`. */
  values(x: tf.Tensor3D): tf.Tensor3D {
    return within({ operation: "v_proj" }, () => this.v_proj.apply(x));
  }

  /**
   * `softmax(q k^T / sqrt(headSize)) v`, then the output projection: `[batch, queries, hidden]`. A tap hears scores and
   * weights, which only the plain definition has.
   */
  attend(q: tf.Tensor3D, keys: KeysAndValues, sight: Sight, tap?: Tap): tf.Tensor3D {
    return this.project(attention(q, keys, sight, this, tap));
  }

  /** The attention weights themselves, `[batch, heads, queries, keys]`; rows that see nothing are zero. */
  weights(q: tf.Tensor3D, keys: KeysAndValues, sight: Sight): tf.Tensor4D {
    return attentionWeights(q, keys, sight, this);
  }

  /** The output projection of `[batch, tokens, heads * headSize]`, or of values whose heads are shared. */
  project(mixed: tf.Tensor3D): tf.Tensor3D {
    return tf.tidy(() => {
      const [batch, tokens, width] = mixed.shape;
      const shared = (this.heads * this.headSize) / width;
      const joined =
        shared === 1
          ? mixed
          : mixed
              .reshape([-1, 1, this.headSize])
              .tile([1, shared, 1])
              .reshape([batch, tokens, width * shared]);
      const out = (this.o_proj ?? this.out_proj) as Linear;
      return within({ operation: "o_proj" }, () => out.apply(joined as tf.Tensor3D));
    });
  }
}
