import { keyKinds } from "../route.ts";
import type { Kind } from "../stream.ts";
import type { Colors } from "./colors.ts";
import { drawLane, wholeLayer } from "./lane.ts";
import { kindsOf, levelsOf, type Sheet, type Span, seenBy, size } from "./levels.ts";
import { drawOpenings, squares } from "./openings.ts";
import type { Read, Scene } from "./rehearsal.ts";
import { box, element, ink, line, type Part, type Point, write } from "./svg.ts";

/**
 * The way of every kind through a layer, from bottom to top: what happens to the tokens before it, which kinds
 * have keys and values, what each kind's queries see, and what stands in place of attention, FFN or both.
 */
export function drawLayer(scene: Scene, colors: Colors): Part {
  const kinds = kindsOf(scene);
  const x = (kind: Kind) => size.gutter + size.column * (kinds.indexOf(kind) + 0.5);
  const levels = levelsOf(scene);
  const sheet: Sheet = { scene, colors, kinds, levels, x };
  const width = size.gutter + size.column * kinds.length;
  const [top, bottom] = levels.frame;
  const svg = [
    box(size.gutter, top, width - size.gutter, bottom - top, { rx: 10, fill: ink.band }),
    labels(sheet),
    drawOpenings(sheet),
    bus(sheet),
    ...kinds.map((kind) => drawLane(sheet, kind)),
    ...kinds
      .filter((kind) => scene.route.lanes[kind])
      .map((kind) => squares(sheet, kind, scene.inside[kind], levels.out)),
    ...scene.reads.map((_, i) => reading(sheet, i)),
  ];
  return { svg: svg.join(""), width, height: levels.height };
}

/** What the levels are, at the left edge. */
function labels({ scene, levels }: Sheet): string {
  const label = (y: number, ...lines: string[]) =>
    lines
      .map((text, i) => {
        const baseline = y + 4 + 14 * (i - (lines.length - 1) / 2);
        return write(text, size.gutter - 10, baseline, { size: 11, color: ink.faint, anchor: "end" });
      })
      .join("");
  const middle = ([top, bottom]: Span) => (top + bottom) / 2;
  const [lowest, highest] = [levels.openings[0] ?? 0, levels.openings.at(-1) ?? 0];
  return [
    label(middle(levels.ffn), "FFN"),
    label(middle(levels.attention), "attention"),
    keys(scene).length > 0 ? label(levels.bus, "keys and", "values") : "",
    label(levels.plate + size.plate / 2, "tokens"),
    scene.opened.length > 0 ? label((lowest + highest + size.opening) / 2, "before", "the layer") : "",
  ].join("");
}

/** The kinds that have keys and values here. */
const keys = ({ route, inside }: Scene): Kind[] =>
  keyKinds(route).filter((kind) => inside[kind] && route.lanes[kind]);

/** The line that brings keys and values of some kinds to the attention of others. */
function bus({ scene, kinds, colors, levels, x }: Sheet): string {
  const having = keys(scene);
  if (having.length === 0) return "";
  const inlet = (kind: Kind) => x(kind) + size.box / 2 - 20;
  const asking = kinds.filter((kind) => {
    const lane = scene.route.lanes[kind];
    return lane && seenBy(scene.route, lane).length > 0;
  });
  const ends = [...having.map(x), ...asking.map(inlet)];
  const thin = { stroke: ink.faint, "stroke-width": 1.5 };
  const bypassed = kinds.filter((kind) => !having.includes(kind) && scene.route.lanes[kind]);
  return [
    line(
      [
        [Math.min(...ends), levels.bus],
        [Math.max(...ends), levels.bus],
      ],
      thin,
    ),
    ...asking.map((kind) =>
      line(
        [
          [inlet(kind), levels.bus],
          [inlet(kind), levels.attention[1] + 2],
        ],
        { ...thin, head: 7 },
      ),
    ),
    ...bypassed.map((kind) => box(x(kind) - 5, levels.bus - 3, 10, 6, { fill: ink.band })),
    ...having.map((kind) => element("circle", { cx: x(kind), cy: levels.bus, r: 5, fill: colors(kind) })),
  ].join("");
}

/** An arrow from a kind, before or after the layer, to the update of another that reads it. */
function reading({ scene, levels, x, colors }: Sheet, i: number): string {
  const read = scene.reads[i] as Read;
  const earlier = scene.reads.slice(0, i).filter(({ when }) => when === read.when).length;
  const side = x(read.from) > x(read.kind) ? 1 : -1;
  const [top, bottom] = { layer: wholeLayer(levels), attention: levels.attention, ffn: levels.ffn }[
    read.slot
  ];
  const after = read.when === "after";
  const level = (after ? levels.after : levels.before) + 9 * earlier;
  const target = (top + bottom) / 2 + (after ? -1 : 1) * Math.min(26 + 9 * earlier, (bottom - top) / 2 - 8);
  const channel = x(read.kind) + side * (size.column / 2 + 2 * earlier);
  const points: Point[] = [
    [x(read.from), level],
    [channel, level],
    [channel, target],
    [x(read.kind) + side * (size.box / 2 + 2), target],
  ];
  return [
    line(points, { stroke: colors(read.from), "stroke-dasharray": "5 3", head: 8, halo: ink.band }),
    element("circle", { cx: x(read.from), cy: level, r: 4, fill: colors(read.from) }),
  ].join("");
}
