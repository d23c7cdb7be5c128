import type { Reach } from "./route.ts";
import { type Kind, type Places, tokens } from "./stream.ts";

/** Tokens of a kind among the queries or keys of an attention; `offset` is the index of the first. */
export interface Party {
  readonly kind: Kind;
  readonly places: Places;
  readonly offset?: number;
}

/**
 * The rule of who sees whom, for run, count and picture alike: a query sees a present key that is itself (`self`),
 * at an equal or earlier position (`earlier`), or of the same picture (`image`). `query` and `key` are indices into
 * the parties' places.
 */
export function sees(
  reach: Reach | undefined,
  queries: Party,
  query: number,
  keys: Party,
  key: number,
): boolean {
  if (reach === undefined || keys.places.present[key] === 0) return false;
  if (reach === "earlier")
    return (queries.places.position[query] as number) >= (keys.places.position[key] as number);
  if (reach === "image") {
    const image = queries.places.image[query] as number;
    return image >= 0 && image === keys.places.image[key];
  }
  return queries.kind === keys.kind && indexOf(queries, query) === indexOf(keys, key);
}

/** The reaches as kernels know them; 0 is none. */
export const reachNumbers: Readonly<Record<Reach, number>> = { self: 1, earlier: 2, image: 3 };

/**
 * What the rule asks of each token, five numbers a token, for kernels: position, kind, index, image, presence; parties
 * of keys one behind the other within each sample.
 */
export function placesTable(parties: readonly Party[], numberOf: (kind: Kind) => number): Int32Array {
  const width = parties.reduce((sum, { places }) => sum + tokens(places), 0);
  const batch = parties[0]?.places.batch ?? 0;
  const table = new Int32Array(batch * width * 5);
  let first = 0;
  for (const party of parties) {
    const { position, image, present } = party.places;
    const count = tokens(party.places);
    const kind = numberOf(party.kind);
    for (let token = 0; token < position.length; token++) {
      const at = 5 * (Math.floor(token / count) * width + first + (token % count));
      table[at] = position[token] as number;
      table[at + 1] = kind;
      table[at + 2] = indexOf(party, token);
      table[at + 3] = image[token] as number;
      table[at + 4] = present[token] as number;
    }
    first += count;
  }
  return table;
}

/** Where a token stands among those of its kind in its sample. */
const indexOf = ({ places, offset = 0 }: Party, token: number): number => offset + (token % tokens(places));
