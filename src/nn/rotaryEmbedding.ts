import { tf } from "../backend/tf.ts";

/** Cosines and sines of the rotary angles of some positions, `[batch, 1, tokens, headSize]` each. */
export interface RotaryAngles {
  readonly cos: tf.Tensor4D;
  readonly sin: tf.Tensor4D;
}

/**
 * The angles of rotary position embedding (Su et al., 2021) for positions `[batch * tokens]`, in the layout of
 * Hugging Face's Llama: the two halves of a head rotate against each other.
 */
export function rotaryAngles(
  position: Int32Array,
  batch: number,
  headSize: number,
  base: number,
): RotaryAngles {
  const tokens = position.length / batch;
  const half = headSize / 2;
  const cos = new Float32Array(position.length * headSize);
  const sin = new Float32Array(position.length * headSize);
  for (let token = 0; token < position.length; token++) {
    for (let i = 0; i < half; i++) {
      const angle = Math.fround((position[token] as number) * Math.fround(1 / base ** (i / half)));
      const at = token * headSize + i;
      cos[at] = cos[at + half] = Math.cos(angle);
      sin[at] = sin[at + half] = Math.sin(angle);
    }
  }
  const shape: [number, number, number, number] = [batch, 1, tokens, headSize];
  return { cos: tf.tensor4d(cos, shape), sin: tf.tensor4d(sin, shape) };
}

/** Rotates `[batch, heads, tokens, headSize]` by its tokens' angles. */
export function rotate(x: tf.Tensor4D, { cos, sin }: RotaryAngles): tf.Tensor4D {
  return tf.tidy(() => {
    const [low, high] = tf.split(x, 2, 3) as [tf.Tensor4D, tf.Tensor4D];
    return x.mul(cos).add(tf.concat([high.neg(), low], 3).mul(sin));
  });
}
