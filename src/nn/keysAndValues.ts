import { tf } from "../backend/tf.ts";
import { type RotaryAngles, rotate } from "./rotaryEmbedding.ts";

interface Pair<T> {
  readonly k: T;
  readonly v: T;
}

/**
 * Keys and values that queries look at. They have two forms, and only the one that the engine's attention asks for is
 * made: `flat`, as projections give them, keys unrotated; and `byHead`, keys rotated.
 */
export class KeysAndValues {
  private constructor(
    private readonly makeFlat: () => Pair<tf.Tensor3D>,
    private readonly makeByHead: () => Pair<tf.Tensor4D>,
    private made: { flat?: Pair<tf.Tensor3D>; byHead?: Pair<tf.Tensor4D> } = {},
  ) {}

  /** Those of tokens that stand at some angles, given in either form. `angles` says nothing where nothing rotates. */
  static of<T extends tf.Tensor3D | tf.Tensor4D>(
    k: T,
    v: T,
    headSize: number,
    angles: () => RotaryAngles | undefined = () => undefined,
  ): KeysAndValues {
    if (k.rank === 3) {
      const flat = { k, v } as Pair<tf.Tensor3D>;
      const split = () => ({ k: byHead(flat.k, headSize, angles()), v: byHead(flat.v, headSize) });
      return new KeysAndValues(() => flat, split);
    }
    const split = { k, v } as Pair<tf.Tensor4D>;
    const back = () => ({ k: together(split.k, angles()), v: together(split.v) });
    return new KeysAndValues(back, () => split, { byHead: split });
  }

  /** Those of several lots of tokens, one behind the other. */
  static joined(parts: readonly KeysAndValues[]): KeysAndValues {
    if (parts.length === 1) return parts[0] as KeysAndValues;
    const join = <T extends tf.Tensor>(pairs: readonly Pair<T>[], axis: number): Pair<T> => ({
      k: tf.concat(
        pairs.map(({ k }) => k),
        axis,
      ),
      v: tf.concat(
        pairs.map(({ v }) => v),
        axis,
      ),
    });
    return new KeysAndValues(
      () =>
        join(
          parts.map((part) => part.flat()),
          1,
        ),
      () =>
        join(
          parts.map((part) => part.byHead()),
          2,
        ),
    );
  }

  /** `[batch, tokens, kvHeads * headSize]` each. */
  flat(): Pair<tf.Tensor3D> {
    this.made.flat ??= this.makeFlat();
    return this.made.flat;
  }

  /** `[batch, kvHeads, tokens, headSize]` each, the keys rotated. */
  byHead(): Pair<tf.Tensor4D> {
    this.made.byHead ??= this.makeByHead();
    return this.made.byHead;
  }

  /** The form that was asked for, to be kept. */
  form(): Pair<tf.Tensor3D> | Pair<tf.Tensor4D> {
    return this.made.byHead ?? this.flat();
  }
}

/** `[batch, tokens, heads * headSize]` head by head, rotated if there are angles: `[batch, heads, tokens, headSize]`. */
export function byHead(x: tf.Tensor3D, headSize: number, angles?: RotaryAngles): tf.Tensor4D {
  return tf.tidy(() => {
    const [batch, tokens, width] = x.shape;
    const y = x.reshape([batch, tokens, width / headSize, headSize]).transpose([0, 2, 1, 3]) as tf.Tensor4D;
    return angles ? rotate(y, angles) : y;
  });
}

/** The way back. */
function together(x: tf.Tensor4D, angles?: RotaryAngles): tf.Tensor3D {
  return tf.tidy(() => {
    const [batch, heads, tokens, headSize] = x.shape;
    const y = angles ? rotate(x, { cos: angles.cos, sin: angles.sin.neg() }) : x;
    return y.transpose([0, 2, 1, 3]).reshape([batch, tokens, heads * headSize]);
  });
}
