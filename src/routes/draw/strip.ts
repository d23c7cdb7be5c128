import type { Kind } from "../stream.ts";
import type { Colors } from "./colors.ts";
import { labelsOf, writeLabel } from "./marks.ts";
import type { Rehearsal, Scene } from "./rehearsal.ts";
import { ribbon, strengths, tracksOf } from "./ribbons.ts";
import { layOut, size } from "./stretches.ts";
import { at, box, element, ink, type Part, upward, widthOf, write } from "./svg.ts";
import { layersText } from "./words.ts";

/** Layers that follow one another and take the same route. */
export interface Band {
  readonly letter: string;
  readonly first: number;
  readonly last: number;
  readonly scene: Scene;
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
  room: number,
): Part {
  const { stretches, marks, end } = layOut(rehearsal, room);
  const width = Math.max(room, end + size.right);
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
