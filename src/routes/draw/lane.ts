import { type Update, updatesOf } from "../route.ts";
import type { Kind } from "../stream.ts";
import { type Levels, type Sheet, type Span, seenBy, size } from "./levels.ts";
import { box, ink, line, write } from "./svg.ts";
import { optionsText } from "./words.ts";

/** Where an operation stands. */
interface Slot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What stands in a slot: the model's own operation, an update in its place, or nothing, so that tokens pass. */
type Content = "runs" | "kept" | Update;

/** The way of one kind from the layer's input to its output. */
export function drawLane(sheet: Sheet, kind: Kind): string {
  const { scene, levels, colors } = sheet;
  const lane = scene.route.lanes[kind];
  if (!lane) return leaving(sheet, kind);
  const updates = new Map(updatesOf(lane).map(({ slot, update }) => [slot, update]));
  if ("layer" in lane)
    return way(sheet, kind, [
      [slotOf(sheet, kind, wholeLayer(levels)), ["FFN", "attention"], updates.get("layer") ?? "kept"],
    ]);
  const seen = seenBy(scene.route, lane);
  const attention = updates.get("attention") ?? (seen.length > 0 ? "runs" : "kept");
  const ffn = updates.get("ffn") ?? (lane.ffn === "keep" ? "kept" : "runs");
  const slot = slotOf(sheet, kind, levels.attention);
  const drawn = way(sheet, kind, [
    [slot, ["attention"], attention],
    [slotOf(sheet, kind, levels.ffn), ["FFN"], ffn],
  ]);
  return attention === "runs" ? drawn + chips(sheet, seen, slot) : drawn;

  function chips({ kinds }: Sheet, of: [Kind, string][], { x, y, width }: Slot): string {
    const ordered = [...of].sort(([a], [b]) => kinds.indexOf(a) - kinds.indexOf(b));
    return ordered
      .map(([key, reach], i) => {
        const baseline = y + 40 + size.chip * i;
        return [
          box(x + 10, baseline - 9, 9, 9, { fill: colors(key) }),
          write(key, x + 25, baseline, { width: width - 25 - 56 }),
          write(reach, x + width - 9, baseline, { size: 11, color: ink.faint, anchor: "end" }),
        ].join("");
      })
      .join("");
  }
}

/** Attention and FFN together. */
export const wholeLayer = ({ ffn, attention }: Levels): Span => [ffn[0], attention[1]];

const slotOf = ({ x }: Sheet, kind: Kind, [top, bottom]: Span): Slot => ({
  x: x(kind) - size.box / 2,
  y: top,
  width: size.box,
  height: bottom - top,
});

/** Slots from bottom to top, and the line that leads through them. */
function way(
  { levels, x, colors }: Sheet,
  kind: Kind,
  slots: readonly [Slot, readonly string[], Content][],
): string {
  const [middle, color] = [x(kind), colors(kind)];
  const drawn: string[] = [];
  let from = levels.plate;
  const up = (to: number) => {
    drawn.push(
      line(
        [
          [middle, from],
          [middle, to],
        ],
        { stroke: color, head: 8 },
      ),
    );
  };
  for (const [slot, names, content] of slots) {
    if (content === "kept") {
      drawn.push(ghost(slot, names));
      continue;
    }
    up(slot.y + slot.height + 2);
    from = slot.y;
    drawn.push(
      content === "runs"
        ? operation(slot, names[0] as string, color)
        : replacement(slot, names, color, content),
    );
  }
  up(levels.out + size.square + 4);
  return drawn.join("");
}

/** An operation of the model that runs. */
function operation({ x, y, width, height }: Slot, name: string, color: string): string {
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

/** An update in place of operations, whose names are struck. */
function replacement(
  { x, y, width, height }: Slot,
  names: readonly string[],
  color: string,
  { update, options }: Update,
): string {
  const [center, words] = [x + width / 2, optionsText(options)];
  const middle = y + height / 2 + (names.length === 1 ? 10 : 0);
  const below = { size: 11, color: ink.faint, anchor: "middle", width: width - 14 } as const;
  return [
    box(x, y, width, height, { rx: 16, fill: ink.paper, stroke: color, "stroke-width": 1.5 }),
    ...names.map((name, i) =>
      write(name, center, i === 0 ? y + 18 : y + height - 9, { ...below, struck: true }),
    ),
    write(update, center, middle + (words ? -2 : 4), { weight: "bold", anchor: "middle", width: width - 14 }),
    words ? write(words, center, middle + 13, below) : "",
  ].join("");
}

/** Nothing in place of operations: an empty outline that the tokens pass. */
function ghost({ x, y, width, height }: Slot, names: readonly string[]): string {
  const beside = { size: 11, color: ink.faint, anchor: "end", struck: true } as const;
  const [center, middle] = [x + width / 2, y + height / 2 + 4];
  const places = names.length === 1 ? [middle] : [y + 18, y + height - 9];
  return [
    box(x, y, width, height, {
      rx: 5,
      fill: "none",
      stroke: ink.faint,
      "stroke-width": 1,
      "stroke-dasharray": "4 4",
    }),
    ...names.map((name, i) => write(name, center - 9, places[i] as number, beside)),
    write("kept", center + 10, middle, { weight: "bold" }),
  ].join("");
}

/** A kind without a lane goes no further. */
function leaving({ levels, x, colors }: Sheet, kind: Kind): string {
  const [middle, color] = [x(kind), colors(kind)];
  return [
    line(
      [
        [middle, levels.plate],
        [middle, levels.frame[1] + 4],
      ],
      { stroke: color, "stroke-dasharray": "3 3" },
    ),
    write("×", middle, levels.frame[1] + 4, { size: 18, weight: "bold", color, anchor: "middle" }),
    write("no lane: leaves", middle, levels.bus - 4, { size: 11, color: ink.faint, anchor: "middle" }),
  ].join("");
}
