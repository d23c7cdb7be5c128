import type { Kind, Places } from "../stream.ts";
import { type Sheet, size } from "./levels.ts";
import type { PlacesByKind } from "./prompt.ts";
import type { Opened } from "./rehearsal.ts";
import { at, box, element, ink, line, type Point, upward, write } from "./svg.ts";
import { drawnTokens, presentIn } from "./tokens.ts";
import { countText, lines, optionWords } from "./words.ts";

/** Everything below the layer: the tokens that enter it, and how openings made or changed them. */
export function drawOpenings(sheet: Sheet): string {
  const { scene, kinds } = sheet;
  return [
    ...(scene.opened.length > 0 ? kinds.map((kind) => fromBelow(sheet, kind)) : []),
    ...scene.opened.map((opened, i) => feeding(sheet, opened, i)),
    ...scene.opened.map((opened, i) => boxes(sheet, opened, i)),
    ...kinds.map((kind) => plate(sheet, kind)),
  ].join("");
}

/** The tokens of a kind in a row about its column's middle, crops apart. */
export function squares({ x, colors }: Sheet, kind: Kind, places: Places | undefined, y: number): string {
  if (!places) return "";
  const crops = drawnTokens(kind, places).map(({ index }) => places.crop[index]);
  const step = Math.min(size.square + 2, (size.box - 20) / (crops.length + new Set(crops).size / 2));
  const side = 0.82 * step;
  let width = 0;
  const offsets = crops.map((crop, i) => {
    if (i > 0) width += step * (crop === crops[i - 1] ? 1 : 1.6);
    return width;
  });
  const left = x(kind) - (width + side) / 2;
  const drawn = offsets.map((offset) => box(left + offset, 0, side, side, { fill: colors(kind) }));
  return at(0, y + (size.square - side) / 2, ...drawn);
}

/** The tokens of a kind as they enter the layer, with its name and how many there are. */
function plate(sheet: Sheet, kind: Kind): string {
  const { scene, levels, x, colors } = sheet;
  const places = scene.inside[kind];
  const count = scene.unmade.includes(kind) ? "not made here" : countOf(places);
  const words = { anchor: "middle", width: size.box - 12 } as const;
  return [
    box(x(kind) - size.box / 2, levels.plate, size.box, size.plate, {
      rx: 5,
      fill: ink.paper,
      stroke: colors(kind),
      "stroke-width": 1.5,
    }),
    squares(sheet, kind, places, levels.plate + 9),
    write(kind, x(kind), levels.plate + (count ? 33 : 39), { ...words, size: 12.5, weight: "bold" }),
    count ? write(count, x(kind), levels.plate + 48, { ...words, size: 11, color: ink.faint }) : "",
  ].join("");
}

/** How many tokens a crop has, when they are tokens of crops. */
function countOf(places: Places | undefined): string {
  if (!places) return "";
  const crops = new Set(places.crop.filter((crop, i) => crop >= 0 && places.present[i])).size;
  return crops > 0 ? `${countText(Math.round(presentIn(places) / crops))} a crop` : "";
}

/** The kinds that an opening made, dropped, or changed the tokens of; else those it took, for only states changed. */
export function touchedBy({ before, after, needs }: Opened): Kind[] {
  const touched = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (kind) => before[kind] !== after[kind],
  );
  return touched.length > 0 ? touched : needs.slice(0, 1);
}

/** A kind's line from where it enters, or is made, up to the layer. */
function fromBelow(sheet: Sheet, kind: Kind): string {
  const { scene, levels, x, colors } = sheet;
  const { opened, entering } = scene;
  const has = (places: PlacesByKind) => places[kind] !== undefined;
  const made = opened.findIndex(({ before, after }) => !has(before) && has(after));
  const gone = opened.findIndex(({ before, after }) => has(before) && !has(after));
  if (!has(entering) && made < 0) return "";
  const from = has(entering) ? levels.entering : (levels.openings[made] as number);
  const to = gone < 0 ? levels.plate + size.plate + 2 : (levels.openings[gone] as number) + size.opening;
  const changed = has(entering) && opened.some((one) => touchedBy(one).includes(kind) && has(one.before));
  return [
    upward(x(kind), from - 2, to, { stroke: colors(kind), head: 8 }),
    has(entering) ? squares(sheet, kind, entering[kind], levels.entering) : "",
    changed
      ? write(countOf(entering[kind]), x(kind), levels.height, {
          size: 11,
          color: ink.faint,
          anchor: "middle",
        })
      : "",
  ].join("");
}

/** Arrows from the kinds that an opening takes to where it stands. */
function feeding({ kinds, levels, x, colors }: Sheet, opened: Opened, i: number): string {
  const middle = (levels.openings[i] as number) + size.opening / 2;
  const targets = touchedBy(opened).filter((kind) => kinds.includes(kind));
  return targets
    .flatMap((kind) =>
      opened.needs
        .filter((need) => need !== kind && kinds.includes(need))
        .map((need) => {
          const side = x(need) > x(kind) ? 1 : -1;
          const points: Point[] = [
            [x(need), middle],
            [x(kind) + side * (size.box / 2 + 2), middle],
          ];
          const dot = element("circle", { cx: x(need), cy: middle, r: 4, fill: colors(need) });
          return line(points, { stroke: colors(need), head: 8, halo: ink.paper }) + dot;
        }),
    )
    .join("");
}

/** An opening in the column of what it makes or changes. */
function boxes({ kinds, levels, x, colors }: Sheet, opened: Opened, i: number): string {
  const top = levels.openings[i] as number;
  const { opening, needs, ranks } = opened;
  const touched = touchedBy(opened);
  const below = { size: 11, color: ink.faint, anchor: "middle", width: size.box - 14 } as const;
  const options = optionWords(opening.options, [...needs, ...touched]);
  const words = lines(ranks ? ["by attention", ...options] : options, below.width, below.size, 2);
  const first = top + size.opening / 2 + 4 - 7 * words.length;
  return touched
    .filter((kind) => kinds.includes(kind))
    .map((kind) => {
      const shape = { rx: 16, fill: ink.paper, stroke: colors(kind), "stroke-width": 1.5 };
      return [
        box(x(kind) - size.box / 2, top, size.box, size.opening, shape),
        write(opening.opening, x(kind), first, { anchor: "middle", weight: "bold", width: below.width }),
        ...words.map((text, line) => write(text, x(kind), first + 15 + 14 * line, below)),
      ].join("");
    })
    .join("");
}
