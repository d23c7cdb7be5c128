import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js";
import type { tf } from "../tf.ts";
import { allocate, free, heap, type Pointer } from "./simd.ts";

/** Cosines and sines of the rotary angles of the positions from 0 on, `[positions, headSize / 2]` each. */
interface Table {
  readonly positions: number;
  readonly cos: Pointer;
  readonly sin: Pointer;
}

/** A table holds no more positions than this: 2^17, which is 16 MiB for heads of 32. */
export const farthest = 2 ** 17;

const tables = new WeakMap<BackendWasm, Map<string, Table>>();

/**
 * The table of a rotary embedding for the positions in these places `[batch, tokens, 5]`, kept for the next call; all 0
 * where nothing rotates. Angles are rounded as Hugging Face's Llama rounds them.
 */
export function rotaryTable(
  backend: BackendWasm,
  base: number,
  headSize: number,
  places: readonly tf.TensorInfo[],
): Table {
  if (base === 0) return { positions: 0, cos: 0, sin: 0 };
  const own = tables.get(backend) ?? new Map<string, Table>();
  tables.set(backend, own);
  const key = `${base} ${headSize}`;
  const known = own.get(key);
  const needed = Math.max(...places.map((tensor) => positionRange(backend, tensor)[1])) + 1;
  if (known && known.positions >= needed) return known;
  if (known) free(backend, known.cos);
  own.delete(key);
  const made = fill(backend, base, headSize / 2, Math.max(256, 2 ** Math.ceil(Math.log2(needed))));
  own.set(key, made);
  return made;
}

/** The least and the greatest position in places `[batch, tokens, 5]`; 0 where there are none. */
export function positionRange(
  backend: BackendWasm,
  places: tf.TensorInfo,
): [least: number, greatest: number] {
  const numbers = backend.typedArrayFromHeap(places);
  let [least, greatest] = [0, 0];
  for (let at = 0; at < numbers.length; at += 5) {
    const position = numbers[at] as number;
    if (position < least) least = position;
    if (position > greatest) greatest = position;
  }
  return [least, greatest];
}

function fill(backend: BackendWasm, base: number, half: number, positions: number): Table {
  const size = positions * half;
  const cos = allocate(backend, 8 * size);
  const values = new Float32Array(heap(backend), cos, 2 * size);
  for (let i = 0; i < half; i++) {
    const frequency = Math.fround(1 / base ** (i / half));
    for (let position = 0; position < positions; position++) {
      const angle = Math.fround(position * frequency);
      values[position * half + i] = Math.cos(angle);
      values[size + position * half + i] = Math.sin(angle);
    }
  }
  return { positions, cos, sin: cos + 4 * size };
}
