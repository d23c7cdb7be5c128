import { tf } from "../backend/tf.ts";
import type { Kind, Places } from "./stream.ts";

/** The keys and values of one kind in one layer, in the form that the engine's attention asks for (`KeysAndValues`). */
export interface Cached {
  readonly k: tf.Tensor3D | tf.Tensor4D;
  readonly v: tf.Tensor3D | tf.Tensor4D;
  readonly places: Places;
}

/** What decoding needs of a prefill, layer by layer: only the kinds that decoded text sees. */
export interface KvCache {
  readonly layers: readonly Readonly<Record<Kind, Cached>>[];
}

/** Bytes of a cache's keys and values, as float32. */
export function cacheBytes({ layers }: KvCache): number {
  return layers
    .flatMap((kinds) => Object.values(kinds))
    .reduce((sum, { k, v }) => sum + 4 * (k.size + v.size), 0);
}

/** Releases a cache. */
export function disposeCache({ layers }: KvCache): void {
  for (const { k, v } of layers.flatMap((kinds) => Object.values(kinds))) tf.dispose([k, v]);
}
