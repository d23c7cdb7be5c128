import { keyKinds } from "../route.ts";
import type { Kind } from "../stream.ts";
import type { Colors } from "./colors.ts";
import { contentOf } from "./contents.ts";
import { drawLane, spanOf } from "./lane.ts";
import { kindsOf, levelsOf, type Sheet, type Span, size } from "./levels.ts";
import { drawOpenings, squares } from "./openings.ts";
import type { Read } from "./reads.ts";
import type { Scene } from "./rehearsal.ts";
import { box, element, ink, line, type Part, type Point, upward, write } from "./svg.ts";

/**
 * The way of every kind through a layer, from bottom to top: what happens to the tokens before it, which kinds
 * have keys and values, what each kind's queries see, and what stands in place of attention, FFN or both.
 */
export function drawLayer(scene: Scene, colors: Colors): Part {
  const kinds = kindsOf(scene);
  const x = (kind: Kind) => size.gutter + size.column * (kinds.indexOf(kind) + 0.5);
  const levels = levelsOf(scene);
  const sheet: Sheet = { scene, colors, kinds, levels, x };
  const width = layerWidth(kinds.length);
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
    ...scene.reads.map((read) => reading(sheet, read)),
  ];
  return { svg: svg.join(""), width, height: levels.height };
}

/** How broad the drawing of a layer with so many kinds is. */
export const layerWidth = (kinds: number): number => size.gutter + size.column * kinds;

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
  const asking = kinds.filter((kind) => contentOf(scene.route, kind, "attention") === "runs");
  const bypassed = kinds.filter((kind) => !having.includes(kind) && scene.route.lanes[kind]);
  const ends = [...having.map(x), ...asking.map(inlet)];
  const thin = { stroke: ink.faint, "stroke-width": 1.5 };
  const whole: Point[] = [Math.min(...ends), Math.max(...ends)].map((end) => [end, levels.bus]);
  return [
    line(whole, thin),
    ...asking.map((kind) => upward(inlet(kind), levels.bus, levels.attention[1] + 2, { ...thin, head: 7 })),
    ...bypassed.map((kind) => box(x(kind) - 5, levels.bus - 3, 10, 6, { fill: ink.band })),
    ...having.map((kind) => element("circle", { cx: x(kind), cy: levels.bus, r: 5, fill: colors(kind) })),
  ].join("");
}

/** An arrow from a kind, before or after the layer, to the update of another that reads it. */
function reading({ scene, levels, x, colors }: Sheet, read: Read): string {
  const after = read.when === "after";
  const level = (after ? levels.after : levels.before) + 9 * scene.reads.filter(alike("when")).indexOf(read);
  const side = x(read.from) > x(read.kind) ? 1 : -1;
  const [top, bottom] = spanOf(levels, { of: replaced[read.slot] });
  // What is read after the layer comes from above, so it goes in first.
  const together = scene.reads.filter(alike("kind")).sort((a, b) => a.when.localeCompare(b.when));
  const place = together.indexOf(read);
  const spread = Math.min(5, 14 / together.length) * (place - (together.length - 1) / 2);
  const channel = x(read.kind) + side * (size.column / 2 + spread);
  const target = top + ((bottom - top) * (place + 1)) / (together.length + 1);
  const points: Point[] = [
    [x(read.from), level],
    [channel, level],
    [channel, target],
    [x(read.kind) + side * (size.box / 2 + 2), target],
  ];
  const marks = { class: "reads", "data-kind": read.kind, "data-from": read.from, "data-when": read.when };
  return element(
    "g",
    marks,
    line(points, { stroke: colors(read.from), "stroke-dasharray": "5 3", head: 8, halo: ink.band }),
    element("circle", { cx: x(read.from), cy: level, r: 4, fill: colors(read.from) }),
  );

  function alike(field: "when" | "kind") {
    return (other: Read) => other[field] === read[field];
  }
}

const replaced = { layer: ["FFN", "attention"], attention: ["attention"], ffn: ["FFN"] } as const;
