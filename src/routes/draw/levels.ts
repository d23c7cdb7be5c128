import { updatesOf } from "../route.ts";
import type { Kind } from "../stream.ts";
import type { Colors } from "./colors.ts";
import { seenBy } from "./contents.ts";
import type { Read } from "./reads.ts";
import type { Scene } from "./rehearsal.ts";

/** Pixels: a column for each kind, its boxes in the middle, and between columns a channel for arrows. */
export const size = {
  column: 152,
  box: 132,
  gutter: 78,
  chip: 17,
  plate: 56,
  opening: 58,
  square: 9,
} as const;

export type Span = readonly [top: number, bottom: number];

/** Where things stand, from top to bottom. */
export interface Levels {
  /** The tokens that leave the layer. */
  readonly out: number;
  readonly frame: Span;
  /** Where arrows leave a kind after the layer, and before it. */
  readonly after: number;
  readonly before: number;
  readonly ffn: Span;
  readonly attention: Span;
  /** The line of keys and values. */
  readonly bus: number;
  /** The tokens that enter the layer. */
  readonly plate: number;
  /** The top of each opening, and of the tokens that enter the first one. */
  readonly openings: readonly number[];
  readonly entering: number;
  readonly height: number;
}

/** The drawing of a layer under way. */
export interface Sheet {
  readonly scene: Scene;
  readonly colors: Colors;
  /** One column each, from left to right. */
  readonly kinds: readonly Kind[];
  readonly levels: Levels;
  /** The middle of a kind's column. */
  readonly x: (kind: Kind) => number;
}

/** The kinds of the route, then those that are there and leave. */
export const kindsOf = ({ route, entering, inside }: Scene): Kind[] => [
  ...new Set([...Object.keys(route.lanes), ...Object.keys(inside), ...Object.keys(entering)]),
];

/** How high everything must be for all lanes to fit. */
export function levelsOf({ route, opened, reads }: Scene): Levels {
  const lanes = Object.values(route.lanes);
  const chips = Math.max(2, ...lanes.map((lane) => seenBy(route, lane).length));
  const overFfn = lanes.flatMap(updatesOf).some(({ slot }) => slot === "ffn");
  const arrows = (when: Read["when"]) =>
    9 * Math.max(0, reads.filter((read) => read.when === when).length - 1);
  let y = 0;
  const next = (height: number): number => {
    y += height;
    return y;
  };
  const top = next(size.square + 14);
  const after = next(13);
  const ffn = [next(14 + arrows("after")), next(overFfn ? 64 : 34)] as const;
  const attention = [next(24), next(32 + size.chip * chips)] as const;
  const bus = next(21);
  const before = next(13);
  const bottom = next(9 + arrows("before"));
  const plate = next(12);
  next(size.plate);
  const openings = opened.map(() => {
    const start = next(26);
    next(size.opening);
    return start;
  });
  const entering = next(opened.length > 0 ? 24 : 0);
  const height = next(opened.length > 0 ? size.square + 18 : 0);
  // The first opening stands lowest.
  return {
    out: 0,
    frame: [top, bottom],
    after,
    before,
    ffn,
    attention,
    bus,
    plate,
    openings: openings.reverse(),
    entering,
    height,
  };
}
