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
export function sees(reach: Reach | undefined, query: Omit<Token, "present">, key: Token): boolean {
  if (!reach || !key.present) return false;
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

/** What some queries see of some keys. */
export interface View extends Mask {
  /** Which of the keys' parties are seen at all; the others need not be computed with. */
  readonly parties: readonly Party[];
}

/**
 * The rule over some queries and the keys of other tokens, in their order. A mask is made only where something is
 * hidden. Padding asks nothing, so it does not count as visible pairs. When counting, no party is left out: the
 * full convention counts masked entries too.
 */
export function viewOf(queries: Party, keys: readonly Party[], reach: Readonly<Record<Kind, Reach>>): View {
  const { batch } = queries.places;
  const rows = Array.from({ length: batch }, (_, sample) => tokensOf(queries, sample));
  const columns = keys.map((key) => Array.from({ length: batch }, (_, sample) => tokensOf(key, sample)));
  const anyone = (party: Party, i: number): boolean =>
    rows.some((row, sample) => columns[i]?.[sample]?.some((key) => row.some((query) => sees(reach[party.kind], query, key))));
  const kept = counting() ? keys.map((_, i) => i) : [...keys.keys()].filter((i) => anyone(keys[i] as Party, i));
  const parties = kept.map((i) => keys[i] as Party);
  const width = parties.reduce((sum, { places }) => sum + tokens(places), 0);
  const height = tokens(queries.places);
  const bias = new Float32Array(batch * height * width);
  const some = new Float32Array(batch * height);
  let [pairs, all] = [0, 0];
  rows.forEach((row, sample) => {
    row.forEach((query, i) => {
      let at = (sample * height + i) * width;
      let seen = 0;
      for (const [j, party] of kept.entries()) {
        const rule = reach[(parties[j] as Party).kind];
        for (const key of columns[party]?.[sample] as Token[]) {
          if (sees(rule, query, key)) seen++;
          else bias[at] = hidden;
          at++;
        }
      }
      if (seen > 0) some[sample * height + i] = 1;
      if (query.present) pairs += seen;
      all += seen;
    });
  });
  return {
    parties,
    visible: pairs / (bias.length || 1),
    bias: all === bias.length ? undefined : upload(bias, [batch, 1, height, width]),
    some: some.every((one) => one === 1) ? undefined : upload(some, [batch, 1, height, 1]),
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
