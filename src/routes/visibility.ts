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

/** Where a token stands among those of its kind in its sample. */
const indexOf = ({ places, offset = 0 }: Party, token: number): number => offset + (token % tokens(places));
