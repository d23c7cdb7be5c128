import type { PlacedText } from "../lmm/pieces.ts";
import { around, type Box, centre } from "./box.ts";
import type { Mark, Page } from "./page.ts";
import { lineOf, linesOf } from "./text.ts";

/** The text of a page and where the middle of each of its characters stands, as `piecesOnGrid` lays it under patches. */
export const placedTexts = (page: Page): PlacedText[] =>
  linesOf(page).map(({ text, boxes }) => ({ text, centres: boxes.map(centre) }));

/** The box of a mark. */
export function boxOf(mark: Mark): Box {
  if (mark.mark === "text") return lineOf(mark).box;
  if (mark.mark === "icon") return mark.box;
  return around(mark.points.map(([x, y]): Box => [x, y, x, y]));
}

/** The share of patches of a `side` x `side` grid that any mark touches: how much of a page is no blank paper. */
export function inkFraction(page: Page, side: number): number {
  const patch = page.size / side;
  const touched = new Set<number>();
  for (const mark of page.marks) {
    if (mark.mark === "path" && mark.backdrop) continue;
    const boxes =
      mark.mark === "text" ? lineOf(mark).boxes.filter((_, i) => mark.text[i] !== " ") : [boxOf(mark)];
    for (const [left, top, right, bottom] of boxes)
      for (let row = clamp(top); row <= clamp(bottom - 0.01); row++)
        for (let column = clamp(left); column <= clamp(right - 0.01); column++)
          touched.add(row * side + column);
  }
  return touched.size / side ** 2;

  function clamp(pixels: number): number {
    return Math.min(side - 1, Math.max(0, Math.floor(pixels / patch)));
  }
}
