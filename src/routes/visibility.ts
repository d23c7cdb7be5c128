import { counting } from "../backend/shapes/count.ts";
import { tf } from "../backend/tf.ts";
import type { Mask } from "../nn/attention.ts";
import type { Reach } from "./route.ts";
import { type Kind, type Places, tokens } from "./stream.ts";

/** A token as a visibility rule knows it. */
export interface Token {
  readonly kind: Kind;
  readonly index: number;
  readonly position: number;
  readonly image: number;
  readonly present: boolean;
}

/**
 * The rule of who sees whom, for run, count and picture alike: a query sees a present key that is itself
 * (`self`), at an equal or earlier position (`earlier`), or of the same picture (`image`).
 */
export function sees(reach: Reach | undefined, query: Token, key: Token): boolean {
  if (!reach || !key.present || !query.present) return false;
  if (reach === "self") return query.kind === key.kind && query.index === key.index;
  if (reach === "image") return query.image >= 0 && query.image === key.image;
  return query.position >= key.position;
}

/** Tokens of a kind among the queries or keys of an attention; `offset` is the index of the first. */
export interface Party {
  readonly kind: Kind;
  readonly places: Places;
  readonly offset?: number;
}

const hidden = -1e9;

/**
 * The rule over some queries and all keys that they see, in the order of `keys`. An additive mask is made only
 * where something is hidden.
 */
export function maskOf(queries: Party, keys: readonly Party[], reach: Readonly<Record<Kind, Reach>>): Mask {
  const { batch } = queries.places;
  const rows = tokens(queries.places);
  const columns = keys.reduce((sum, { places }) => sum + tokens(places), 0);
  const bias = new Float32Array(batch * rows * columns);
  const some = new Float32Array(batch * rows);
  let pairs = 0;
  for (let sample = 0; sample < batch; sample++) {
    const keyTokens = keys.flatMap((key) => tokensOf(key, sample).map((token) => ({ reach: reach[key.kind], token })));
    tokensOf(queries, sample).forEach((query, row) => {
      const at = (sample * rows + row) * columns;
      let seen = 0;
      for (let column = 0; column < columns; column++) {
        const key = keyTokens[column] as { reach: Reach | undefined; token: Token };
        if (sees(key.reach, query, key.token)) seen++;
        else bias[at + column] = hidden;
      }
      if (seen > 0) some[sample * rows + row] = 1;
      pairs += seen;
    });
  }
  const visible = pairs / (batch * rows * columns || 1);
  const full = pairs === bias.length;
  return {
    visible,
    bias: full ? undefined : upload(bias, [batch, 1, rows, columns]),
    some: some.every((one) => one === 1) ? undefined : upload(some, [batch, 1, rows, 1]),
  };
}

function upload(values: Float32Array, shape: [number, number, number, number]): tf.Tensor4D {
  return counting() ? tf.fill(shape, 0) : tf.tensor4d(values, shape);
}

function tokensOf({ kind, places, offset = 0 }: Party, sample: number): Token[] {
  const count = tokens(places);
  return Array.from({ length: count }, (_, i) => {
    const at = sample * count + i;
    return {
      kind,
      index: offset + i,
      position: places.position[at] as number,
      image: places.image[at] as number,
      present: places.present[at] === 1,
    };
  });
}
