import type { Kind } from "../stream.ts";
import { placesOf } from "./contents.ts";
import { type Stretch, size } from "./stretches.ts";
import { ink, type Point, shape, write } from "./svg.ts";
import { presentIn } from "./tokens.ts";
import { countText } from "./words.ts";

/** How broad tokens are, and the middle of each kind's track. */
export interface Tracks {
  readonly breadth: (count: number) => number;
  readonly middles: readonly number[];
  readonly height: number;
}

export function tracksOf(stretches: readonly Stretch[], kinds: readonly Kind[]): Tracks {
  const most = kinds.map((kind) => Math.max(...stretches.map(({ places }) => presentIn(places[kind]))));
  const all = Math.max(1, ...most);
  const breadth = (count: number) => (count === 0 ? 0 : Math.max(size.least, (size.tracks * count) / all));
  let height = 0;
  const middles = most.map((count) => {
    const slot = Math.max(size.slot, breadth(count) + 6);
    height += slot;
    return height - slot / 2;
  });
  return { breadth, middles, height };
}

/** The tokens of one kind from left to right, with how many they are at first and at last. */
export function ribbon(
  kind: Kind,
  stretches: readonly Stretch[],
  tracks: Tracks,
  i: number,
  color: string,
): string {
  const middle = tracks.middles[i] as number;
  const count = (stretch: Stretch | undefined) => presentIn(stretch?.places[kind]);
  const [first, last] = [stretches.find(count), stretches.findLast(count)];
  if (!first || !last) return "";
  const pieces = runsOf(stretches, kind).map(({ run, next }) => {
    const half = (stretch: Stretch) => tracks.breadth(count(stretch)) / 2;
    const above: Point[] = run.flatMap((one) =>
      [one.from, one.to].map((x): Point => [x, middle - half(one)]),
    );
    if (count(next)) above.push([(next as Stretch).from, middle - half(next as Stretch)]);
    const below = above.map(([x, y]): Point => [x, 2 * middle - y]).reverse();
    return shape([...above, ...below], {
      class: "ribbon",
      fill: color,
      "fill-opacity": strength(run[0] as Stretch, kind),
    });
  });
  const [before, after] = [count(first), count(last)];
  const small = { size: 11, color: ink.faint } as const;
  const name =
    first.from === size.left
      ? write(kind, 0, middle + 4, { weight: "bold", width: 58 }) +
        write(countText(before), size.left - 8, middle + 4, { ...small, anchor: "end", width: 40 })
      : write(`${kind} ${countText(before)}`, first.from - 15, middle + 4, {
          size: 11,
          anchor: "end",
          width: 90,
          halo: ink.band,
        });
  return [
    ...pieces,
    name,
    after === before ? "" : write(countText(after), last.to + 6, middle + 4, small),
  ].join("");
}

/** Where a kind is, cut wherever what its tokens go through changes. `next` is the stretch behind each run. */
function runsOf(stretches: readonly Stretch[], kind: Kind): { run: Stretch[]; next: Stretch | undefined }[] {
  const runs: { run: Stretch[]; next: Stretch | undefined }[] = [];
  stretches.forEach((stretch, i) => {
    if (presentIn(stretch.places[kind]) === 0) return;
    const current = runs.at(-1);
    const goesOn =
      current?.next === stretch && strength(stretch, kind) === strength(current.run[0] as Stretch, kind);
    if (current && goesOn) current.run.push(stretch);
    else runs.push({ run: [stretch], next: undefined });
    (runs.at(-1) as (typeof runs)[number]).next = stretches[i + 1];
  });
  return runs;
}

/** By how many of attention and FFN the tokens of a kind go through. */
export const strengths = [0.18, 0.5, 1] as const;

function strength({ scene }: Stretch, kind: Kind): number {
  const lane = scene?.route.lanes[kind];
  if (!scene || !lane) return 1;
  return strengths[placesOf(scene.route, lane).filter(({ content }) => content === "runs").length] as number;
}
