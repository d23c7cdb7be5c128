import { givenKinds } from "../plan.ts";
import { type Route, reaches } from "../route.ts";
import { type Kind, type Places, tokens } from "../stream.ts";
import { sees } from "../visibility.ts";
import type { PlacesByKind } from "./prompt.ts";
import type { Scene } from "./rehearsal.ts";

/** A token of the prompt: the how manieth of its kind. */
export interface Token {
  readonly kind: Kind;
  readonly index: number;
}

/** How many of `count` tokens of one crop are drawn: 4 of 576, 2 of 36, up to two as they are. */
const few = (count: number): number => Math.min(count, Math.max(2, Math.round(1.5 * Math.log10(count))));

/** The tokens of a kind that are drawn: some of each crop, evenly; of the text beside pictures up to six. */
export function drawnTokens(kind: Kind, places: Places): Token[] {
  const byCrop = new Map<number, number[]>();
  for (let index = 0; index < tokens(places); index++) {
    if (!places.present[index]) continue;
    const crop = places.crop[index] as number;
    const found = byCrop.get(crop);
    if (found) found.push(index);
    else byCrop.set(crop, [index]);
  }
  return [...byCrop].flatMap(([crop, all]) => {
    const count = crop < 0 ? Math.min(all.length, 6) : few(all.length);
    return Array.from({ length: count }, (_, i) => ({
      kind,
      index: all[Math.floor(((i + 0.5) * all.length) / count)] as number,
    }));
  });
}

/**
 * The tokens of a layer in the order in which they are read: what a prompt brings by position, and what openings
 * made of its pictures right behind them.
 */
export function tokensOf({ route, inside }: Pick<Scene, "route" | "inside">): Token[] {
  const drawn = (kinds: readonly Kind[]) =>
    kinds.flatMap((kind) => (inside[kind] ? drawnTokens(kind, inside[kind]) : []));
  const kinds = Object.keys(route.lanes);
  const position = ({ kind, index }: Token) => inside[kind]?.position[index] as number;
  const given = drawn(kinds.filter((kind) => givenKinds.includes(kind))).sort(
    (a, b) => position(a) - position(b),
  );
  const ofPicture = ({ kind, index }: Token) => (inside[kind]?.image[index] as number) >= 0;
  const pictures = given.findLastIndex(ofPicture) + 1;
  return [
    ...given.slice(0, pictures),
    ...drawn(kinds.filter((kind) => !givenKinds.includes(kind))),
    ...given.slice(pictures),
  ];
}

/** Whether a token sees another in a layer, by the rule that runs. */
export function seesToken(route: Route, inside: PlacesByKind, query: Token, key: Token): boolean {
  const lane = route.lanes[query.kind];
  const party = ({ kind }: Token) => ({ kind, places: inside[kind] as Places });
  return (
    lane !== undefined && sees(reaches(lane)?.[key.kind], party(query), query.index, party(key), key.index)
  );
}

/** How many tokens are present. */
export const presentIn = (places: Places | undefined): number =>
  places ? places.present.reduce((sum, one) => sum + one, 0) : 0;
