import { type Box, touch } from "../box.ts";
import { type ColourName, named } from "../colours.ts";
import type { Sheet } from "../sheet.ts";

export const shapeNames = ["circle", "square", "triangle"] as const;
export type ShapeName = (typeof shapeNames)[number];

/** Something to be found on a page: a word, or a shape of a colour. */
export type Thing = { readonly word: string } | { readonly shape: ShapeName; readonly colour: ColourName };

/** Words and coloured shapes that do not touch one another, anywhere. Returns their boxes, or nothing if they do not fit. */
export function shapes(sheet: Sheet, things: readonly Thing[]): readonly Box[] | undefined {
  const placed: Box[] = [];
  for (const thing of things) {
    const box = place(sheet, thing, placed);
    if (!box) return undefined;
    placed.push(box);
  }
  return placed;
}

function place(sheet: Sheet, thing: Thing, placed: readonly Box[]): Box | undefined {
  const { draw, margin, setting } = sheet;
  const { size } = setting;
  const look = { size: Math.round(sheet.size * draw.between(1, 1.5)) };
  const side = size * draw.between(0.17, 0.33);
  const [width, height] =
    "word" in thing ? [sheet.width(thing.word, look), sheet.height(look)] : [side, side];
  const [right, bottom] = [size - margin - width, size - margin - height];
  if (right < margin || bottom < margin) return undefined;
  for (let attempt = 0; attempt < 12; attempt++) {
    const [x, y] = [draw.between(margin, right), draw.between(margin, bottom)];
    const box: Box = [x, y, x + width, y + height];
    if (placed.some((other) => touch(box, other, 3))) continue;
    if ("word" in thing) return sheet.write(thing.word, x, y, look);
    const fill = named(thing.colour, draw);
    if (thing.shape === "triangle")
      sheet.path(
        [
          [x, y + side],
          [x + side / 2, y],
          [x + side, y + side],
        ],
        { fill },
      );
    else if (thing.shape === "circle")
      sheet.path(
        [
          [x, y],
          [x + side, y + side],
        ],
        { fill, round: true },
      );
    else sheet.rectangle(box, fill);
    return box;
  }
  return undefined;
}
