import { counting } from "../backend/shapes/count.ts";
import { tf } from "../backend/tf.ts";
import type { Mask } from "../nn/attention.ts";
import type { Reach } from "./route.ts";
import { type Kind, tokens } from "./stream.ts";
import { type Party, sees } from "./visibility.ts";
import { seenBy } from "./visiblePairs.ts";

/** What some queries see of some keys. */
export interface View extends Mask {
  /** Which of the keys' parties are seen at all; the others need not be computed with. */
  readonly parties: readonly Party[];
}

const hidden = -1e9;

/**
 * The rule over some queries and the keys of other tokens, in their order. A mask is made only where something is
 * hidden. Padding asks nothing, so it does not count among the visible pairs. When counting, no party is left out:
 * the full convention counts masked entries too.
 */
export function viewOf(queries: Party, keys: readonly Party[], reach: Readonly<Record<Kind, Reach>>): View {
  const { batch } = queries.places;
  const height = tokens(queries.places);
  const parties = counting() ? keys : keys.filter((key) => anyone(queries, key, reach[key.kind]));
  const width = parties.reduce((sum, { places }) => sum + tokens(places), 0);
  const bias = counting() ? undefined : new Float32Array(batch * height * width);
  const some = new Float32Array(batch * height);
  const seen = parties.map((party) => seenBy(reach[party.kind], queries, party));
  let [pairs, all] = [0, 0];
  for (let row = 0; row < batch * height; row++) {
    const own = seen.reduce((sum, count) => sum + count(row), 0);
    if (own > 0) some[row] = 1;
    if (queries.places.present[row]) pairs += own;
    all += own;
    if (bias && own < width) hide(bias, row, queries, parties, reach);
  }
  const entries = batch * height * width;
  return {
    parties,
    visible: pairs / (entries || 1),
    bias: all === entries ? undefined : upload(bias, [batch, 1, height, width]),
    some: some.every((one) => one === 1) ? undefined : upload(some, [batch, 1, height, 1]),
  };
}

/** Writes a row of the mask: what the query does not see is hidden. */
function hide(
  bias: Float32Array,
  row: number,
  queries: Party,
  parties: readonly Party[],
  reach: Readonly<Record<Kind, Reach>>,
): void {
  const sample = Math.floor(row / tokens(queries.places));
  let at = row * (bias.length / queries.places.position.length);
  for (const party of parties) {
    const rule = reach[party.kind];
    const count = tokens(party.places);
    for (let key = sample * count; key < (sample + 1) * count; key++, at++) {
      if (!sees(rule, queries, row, party, key)) bias[at] = hidden;
    }
  }
}

/** Whether any of the queries sees any of the keys. */
function anyone(queries: Party, keys: Party, reach: Reach | undefined): boolean {
  const seen = seenBy(reach, queries, keys);
  return queries.places.position.some((_, query) => seen(query) > 0);
}

function upload(values: Float32Array | undefined, shape: [number, number, number, number]): tf.Tensor4D {
  return values ? tf.tensor4d(values, shape) : tf.fill(shape, 0);
}
