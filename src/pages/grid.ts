import { around, type Box, centre } from "./box.ts";
import type { Mark, Page } from "./page.ts";
import { lineOf, linesOf } from "./text.ts";

/** A piece of a text by a tokenizer: its id and the characters it covers, `[from, to)`. */
export interface Piece {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

/** A piece of the page's text and the patch under which its middle lies, row by row from 0. */
export interface Placed extends Piece {
  readonly patch: number;
}

/**
 * Lays the text of a page on a grid of `side` x `side` patches: each piece belongs to the patch that holds the middle
 * of its characters. The dense target of an encoder, and the input of a text twin. Pieces of blanks alone are left
 * out. The order is that of the page's lines.
 */
export function onGrid(
  page: Page,
  side: number,
  pieces: (text: string) => readonly Piece[],
): readonly Placed[] {
  const patch = page.size / side;
  return linesOf(page).flatMap(({ text, boxes }) =>
    pieces(text).flatMap((piece) => {
      if (text.slice(piece.from, piece.to).trim() === "") return [];
      const [x, y] = centre(around(boxes.slice(piece.from, piece.to)));
      const [column, row] = [Math.floor(x / patch), Math.floor(y / patch)];
      const inside = column >= 0 && row >= 0 && column < side && row < side;
      return inside ? [{ ...piece, patch: row * side + column }] : [];
    }),
  );
}

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
