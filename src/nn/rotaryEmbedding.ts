import { tf } from "../backend/tf.ts";

/**
 * What rotates tokens to their positions, `[batch, 1, tokens, headSize]` each: cosines, and sines whose sign is that of
 * the half of the head they act on.
 */
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
  const cos = new Float32Array(position.length * headSize);
  const sin = new Float32Array(position.length * headSize);
  const table = tableOf(base, headSize, position);
  for (const [token, place] of position.entries()) {
    const [at, row] = [token * headSize, place * headSize];
    if (place < 0 || place >= table.rows) {
      fill(cos, sin, at, place, base, headSize);
    } else {
      cos.set(table.cos.subarray(row, row + headSize), at);
      sin.set(table.sin.subarray(row, row + headSize), at);
    }
  }
  const shape: [number, number, number, number] = [batch, 1, position.length / batch, headSize];
  return { cos: tf.tensor4d(cos, shape), sin: tf.tensor4d(sin, shape) };
}

/** Rotates `[batch, heads, tokens, headSize]` by its tokens' angles. */
export function rotate(x: tf.Tensor4D, { cos, sin }: RotaryAngles): tf.Tensor4D {
  return tf.tidy(() => {
    const [low, high] = tf.split(x, 2, 3) as [tf.Tensor4D, tf.Tensor4D];
    return x.mul(cos).add(tf.concat([high, low], 3).mul(sin));
  });
}

/** Cosines and sines of the positions from 0 on, row by row. */
interface Table {
  readonly rows: number;
  readonly cos: Float32Array;
  readonly sin: Float32Array;
}

const longest = 2 ** 15;
const tables = new Map<string, Table>();

/** The angles are the same in every pass, so they are worked out once, up to the farthest position so far. */
function tableOf(base: number, headSize: number, position: Int32Array): Table {
  const key = `${base} ${headSize}`;
  const known = tables.get(key) ?? { rows: 0, cos: new Float32Array(), sin: new Float32Array() };
  let needed = 0;
  for (const place of position) if (place < longest) needed = Math.max(needed, place + 1);
  if (needed <= known.rows) return known;
  const rows = Math.min(longest, Math.max(needed, 2 * known.rows));
  const [cos, sin] = [new Float32Array(rows * headSize), new Float32Array(rows * headSize)];
  cos.set(known.cos);
  sin.set(known.sin);
  for (let place = known.rows; place < rows; place++) fill(cos, sin, place * headSize, place, base, headSize);
  const table = { rows, cos, sin };
  tables.set(key, table);
  return table;
}

function fill(
  cos: Float32Array,
  sin: Float32Array,
  at: number,
  position: number,
  base: number,
  headSize: number,
): void {
  const half = headSize / 2;
  for (let i = 0; i < half; i++) {
    const angle = Math.fround(position * Math.fround(1 / base ** (i / half)));
    cos[at + i] = cos[at + i + half] = Math.cos(angle);
    sin[at + i + half] = Math.sin(angle);
    sin[at + i] = -(sin[at + i + half] as number);
  }
}
