import type { Kind } from "../stream.ts";
import type { Colors } from "./colors.ts";
import { placesOf } from "./contents.ts";
import { touchedBy } from "./openings.ts";
import type { Opened, PlacesByKind, Rehearsal, Scene } from "./rehearsal.ts";
import {
  at,
  box,
  element,
  ink,
  type Part,
  type Point,
  shape,
  upward,
  type Writing,
  widthOf,
  write,
} from "./svg.ts";
import { presentIn } from "./tokens.ts";
import { countText, layersText, optionWords } from "./words.ts";

/** Layers that follow one another and take the same route. */
export interface Band {
  readonly letter: string;
  readonly first: number;
  readonly last: number;
  readonly scene: Scene;
}

/** Pixels; `tracks` is the breadth of all tokens together, `gap` the room for openings. */
const size = {
  left: 108,
  right: 64,
  tracks: 130,
  least: 4,
  slot: 20,
  gap: 18,
  encoder: 58,
} as const;

/** The tokens of the prompt over some way of the strip. */
interface Stretch {
  readonly places: PlacesByKind;
  readonly from: number;
  readonly to: number;
  /** The layer; missing at the encoder. */
  readonly scene?: Scene;
}

/** Openings between two stretches. */
interface Mark {
  readonly x: number;
  readonly opened: readonly Opened[];
}

/**
 * The layers of a plan from left to right and what a prompt's tokens go through. A ribbon for every kind is as
 * broad as the kind has tokens and as strong as what they take of a layer; marks between layers are openings.
 */
export function drawStrip(
  rehearsal: Rehearsal,
  bands: readonly Band[],
  kinds: readonly Kind[],
  colors: Colors,
  width: number,
): Part {
  const { stretches, marks } = layOut(rehearsal, width);
  const labels = labelsOf(marks, width);
  const labelHeight = 14 * Math.max(0, ...labels.map(({ lines }) => lines.length)) + 6;
  const top = Math.max(0, ...labels.map(({ row }) => labelHeight * (row + 1) + 4));
  const tracks = tracksOf(stretches, kinds);
  const bottom = top + tracks.height + 16;
  const layers = stretches.filter(({ scene }) => scene);
  const spans = bands.map(({ first, last }) => (layers[last]?.to ?? 0) - (layers[first]?.from ?? 0));
  const roomy = Math.min(...spans) > 24;
  const svg = [
    ...bands.map((band, i) => {
      const [from, to] = [
        layers[band.first]?.from ?? 0,
        (layers[band.last]?.to ?? 0) - (i < bands.length - 1 ? 2 : 0),
      ];
      const back = box(from, top, to - from, bottom - top, { rx: 4, fill: ink.band });
      return back + nameOf(band, from, to, bottom, roomy);
    }),
    rehearsal.encoder.length > 0
      ? write("encoder", size.left, bottom + 18, { size: 11, color: ink.faint })
      : "",
    ...labels.map(({ x, row }) => {
      const dashed = { stroke: ink.faint, "stroke-width": 1, "stroke-dasharray": "3 3" };
      return upward(x, bottom, top - labelHeight * (row + 1) + 2, dashed);
    }),
    ...labels.map((label) => writeLabel(label, top - labelHeight * label.row - 8)),
    at(0, top + 8, ...kinds.map((kind, i) => ribbon(kind, stretches, tracks, i, colors(kind)))),
    legend(bottom + 58),
  ];
  return { svg: svg.join(""), width, height: bottom + 62 };
}

/** Where everything stands from left to right: the encoder, if something happens there, and the layers. */
function layOut({ encoder, layers }: Rehearsal, width: number) {
  const stretches: Stretch[] = [];
  const marks: Mark[] = [];
  let x: number = size.left;
  const add = (length: number, places: PlacesByKind, scene?: Scene) => {
    stretches.push({ places, from: x, to: x + length, ...(scene && { scene }) });
    x += length;
  };
  const open = (opened: readonly Opened[]) => {
    if (opened.length === 0) return;
    marks.push({ x: x + size.gap / 2 - 1, opened });
    x += size.gap;
  };
  if (encoder[0]) add(size.encoder, encoder[0].before);
  open(encoder);
  const gaps = layers.filter(({ opened }) => opened.length > 0).length;
  const length = Math.max(6, (width - size.right - x - gaps * size.gap) / layers.length);
  for (const scene of layers) {
    open(scene.opened);
    const staying = Object.entries(scene.inside).filter(([kind]) => scene.route.lanes[kind]);
    add(length, Object.fromEntries(staying), scene);
  }
  return { stretches, marks };
}

/** A mark's words and the row above the strip in which they stand; 0 is the lowest. */
interface Label {
  readonly x: number;
  readonly from: number;
  readonly width: number;
  readonly row: number;
  readonly lines: readonly (readonly [text: string, Writing])[];
}

/** From right to left, each label as low as it fits: then a mark's line passes no other mark's words. */
function labelsOf(marks: readonly Mark[], edge: number): Label[] {
  const placed: Label[] = [];
  for (const { x, opened } of [...marks].reverse()) {
    const lines = linesOf(opened);
    const width = Math.max(...lines.map(([text, { size = 12, weight }]) => widthOf(text, size, weight)));
    const shown = Math.min(width, 230);
    const from = Math.min(x + 6, edge - shown);
    const taken = placed.filter(
      (other) => other.from < from + shown + 12 && from < other.from + other.width + 12,
    );
    let row = 0;
    while (taken.some((other) => other.row === row)) row++;
    placed.push({ x, from, width: shown, row, lines });
  }
  return placed;
}

/** The openings with their options, and what became of the tokens. */
function linesOf(opened: readonly Opened[]): (readonly [string, Writing])[] {
  const changes = [...new Set(opened.flatMap(touchedBy))].flatMap((kind) => {
    const before = presentIn(opened[0]?.before[kind]);
    const after = presentIn(opened.at(-1)?.after[kind]);
    if (before === after) return [];
    return [`${before > 0 ? `${countText(before)} → ` : "+ "}${countText(after)} ${kind}`];
  });
  const lines: (readonly [string, Writing])[] = opened.flatMap((one) => [
    [one.opening.opening, { weight: "bold" }] as const,
    [
      optionWords(one.opening.options, [...one.needs, ...touchedBy(one)]).join(", "),
      { size: 11, color: ink.faint },
    ] as const,
  ]);
  return [...lines, [changes.join(", "), { size: 11 }] as const].filter(([text]) => text !== "");
}

/** The words of a mark, of which the last line stands on `bottom`. */
function writeLabel({ from, width, lines }: Label, bottom: number): string {
  const first = bottom - 14 * (lines.length - 1);
  return [
    box(from - 2, first - 12, width + 4, 14 * lines.length + 2, { fill: ink.paper }),
    ...lines.map(([text, writing], i) =>
      write(text, from, first + 14 * i, { ...writing, width: width + 0.5 }),
    ),
  ].join("");
}

/** How broad tokens are, and the middle of each kind's track. */
interface Tracks {
  readonly breadth: (count: number) => number;
  readonly middles: readonly number[];
  readonly height: number;
}

function tracksOf(stretches: readonly Stretch[], kinds: readonly Kind[]): Tracks {
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
function ribbon(kind: Kind, stretches: readonly Stretch[], tracks: Tracks, i: number, color: string): string {
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
const strengths = [0.18, 0.5, 1] as const;

function strength({ scene }: Stretch, kind: Kind): number {
  const lane = scene?.route.lanes[kind];
  if (!scene || !lane) return 1;
  return strengths[placesOf(scene.route, lane).filter(({ content }) => content === "runs").length] as number;
}

/** The letter of a band's route under it, with as much of its name and layers as there is room for. */
function nameOf(band: Band, from: number, to: number, bottom: number, roomy: boolean): string {
  const { letter, first, last, scene } = band;
  const room = to - from;
  const layers = [layersText([band]), first === last ? `${first}` : `${first}–${last}`, `${first}`];
  const fitting = layers.find((text) => widthOf(text, 11) <= room) ?? "";
  const small = { size: 11, color: ink.faint } as const;
  if (!roomy) {
    const middle = { anchor: "middle", width: room } as const;
    return [
      write(letter, (from + to) / 2, bottom + 18, { ...middle, weight: "bold", size: 11 }),
      fitting ? write(fitting, (from + to) / 2, bottom + 36, { ...middle, ...small }) : "",
    ].join("");
  }
  return [
    at(from, bottom + 4, badge(letter)),
    room > 60 ? write(scene.route.name, from + 26, bottom + 18, { weight: "bold", width: room - 28 }) : "",
    fitting ? write(fitting, from, bottom + 36, small) : "",
  ].join("");
}

/** A letter in a disc, 20 pixels high. */
export const badge = (letter: string): string =>
  element("circle", { cx: 10, cy: 10, r: 10, fill: ink.text }) +
  write(letter, 10, 14.5, { weight: "bold", color: ink.paper, anchor: "middle", width: 20 });

/** What the shades mean. */
function legend(y: number): string {
  const entries = ["attention and FFN", "one of them", "neither"] as const;
  let x = size.left;
  return entries
    .map((text, i) => {
      const left = x;
      x += 38 + widthOf(text, 11);
      const swatch = { rx: 2, fill: ink.faint, "fill-opacity": strengths[2 - i] };
      return box(left, y - 9, 14, 10, swatch) + write(text, left + 20, y, { size: 11, color: ink.faint });
    })
    .join("");
}
