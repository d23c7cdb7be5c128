import type { Update } from "../route.ts";
import type { Kind } from "../stream.ts";
import { type Place, placesOf, seenBy } from "./contents.ts";
import { type Levels, type Sheet, type Span, size } from "./levels.ts";
import { box, ink, upward, write } from "./svg.ts";
import { lines, optionWords } from "./words.ts";

/** Where a place of the layer stands. */
interface Slot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The way of one kind from the layer's input to its output. */
export function drawLane(sheet: Sheet, kind: Kind): string {
  const { scene, levels, x, colors } = sheet;
  const lane = scene.route.lanes[kind];
  if (!lane) return leaving(sheet, kind);
  const [middle, color] = [x(kind), colors(kind)];
  const drawn: string[] = [];
  let from = levels.plate;
  for (const place of placesOf(scene.route, lane)) {
    const [top, bottom] = spanOf(levels, place);
    const slot: Slot = { x: middle - size.box / 2, y: top, width: size.box, height: bottom - top };
    if (place.content === "kept") {
      drawn.push(ghost(slot, place));
      continue;
    }
    drawn.push(upward(middle, from, bottom + 2, { stroke: color, head: 8 }));
    if (place.content === "runs") drawn.push(operation(slot, place, color));
    else drawn.push(replacement(slot, place, color, place.content));
    if (place.content === "runs" && place.of.includes("attention")) drawn.push(chips(sheet, kind, slot));
    from = top;
  }
  drawn.push(upward(middle, from, levels.out + size.square + 4, { stroke: color, head: 8 }));
  return drawn.join("");
}

/** From where to where a place reaches. */
export function spanOf(
  { ffn, attention }: Pick<Levels, "ffn" | "attention">,
  { of }: Pick<Place, "of">,
): Span {
  if (of.length === 2) return [ffn[0], attention[1]];
  return of[0] === "FFN" ? ffn : attention;
}

/** An operation of the model that runs. */
function operation({ x, y, width, height }: Slot, { of }: Place, color: string): string {
  const name = of[0] as string;
  const baseline = name === "FFN" ? y + height / 2 + 4.5 : y + 20;
  return [
    box(x, y, width, height, { rx: 5, fill: ink.paper }),
    box(x, y, width, height, {
      rx: 5,
      fill: color,
      "fill-opacity": 0.16,
      stroke: color,
      "stroke-width": 1.5,
    }),
    write(name, x + width / 2, baseline, { weight: "bold", anchor: "middle" }),
  ].join("");
}

/** What attention sees, kind by kind, and how far. */
function chips({ scene, kinds, colors }: Sheet, of: Kind, { x, y, width }: Slot): string {
  const lane = scene.route.lanes[of];
  const seen = lane ? seenBy(scene.route, lane) : [];
  return seen
    .sort(([a], [b]) => kinds.indexOf(a) - kinds.indexOf(b))
    .map(([kind, reach], i) => {
      const baseline = y + 40 + size.chip * i;
      return [
        box(x + 10, baseline - 9, 9, 9, { fill: colors(kind) }),
        write(kind, x + 25, baseline, { width: width - 25 - 58 }),
        write(reach, x + width - 9, baseline, { size: 11, color: ink.faint, anchor: "end" }),
      ].join("");
    })
    .join("");
}

/** An update in place of operations, whose names are struck. */
function replacement(slot: Slot, { of }: Place, color: string, { update, options }: Update): string {
  const { x, y, width, height } = slot;
  const center = x + width / 2;
  const below = { size: 11, color: ink.faint, anchor: "middle", width: width - 14 } as const;
  const words = lines(optionWords(options), below.width, below.size, height > 70 ? 3 : 1);
  const first = y + height / 2 + (of.length === 1 ? 12 : 4) - 7 * words.length;
  return [
    box(x, y, width, height, { rx: 16, fill: ink.paper, stroke: color, "stroke-width": 1.5 }),
    ...of.map((name, i) =>
      write(name, center, i === 0 ? y + 18 : y + height - 9, { ...below, struck: true }),
    ),
    write(update, center, first, { weight: "bold", anchor: "middle", width: below.width }),
    ...words.map((text, i) => write(text, center, first + 15 + 14 * i, below)),
  ].join("");
}

/** Nothing in place of operations: an empty outline that the tokens pass. */
function ghost({ x, y, width, height }: Slot, { of }: Place): string {
  const beside = { size: 11, color: ink.faint, anchor: "end", struck: true } as const;
  const [center, middle] = [x + width / 2, y + height / 2 + 4];
  const baselines = of.length === 1 ? [middle] : [y + 18, y + height - 9];
  const outline = { fill: "none", stroke: ink.faint, "stroke-width": 1, "stroke-dasharray": "4 4" };
  return [
    box(x, y, width, height, { rx: 5, ...outline }),
    ...of.map((name, i) => write(name, center - 9, baselines[i] as number, beside)),
    write("kept", center + 10, middle, { weight: "bold" }),
  ].join("");
}

/** A kind without a lane goes no further. */
function leaving({ levels, x, colors }: Sheet, kind: Kind): string {
  const [middle, color] = [x(kind), colors(kind)];
  const end = levels.frame[1] - 12;
  return [
    upward(middle, levels.plate, end, { stroke: color, "stroke-dasharray": "3 3" }),
    write("×", middle, end + 2, { size: 18, weight: "bold", color, anchor: "middle" }),
    write("no lane: leaves", middle, end - 16, { size: 11, color: ink.faint, anchor: "middle" }),
  ].join("");
}
