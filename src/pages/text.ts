import { around, type Box, centre } from "./box.ts";
import { face } from "./face.ts";
import type { Page, TextMark } from "./page.ts";

/** A line of text on a page, with the box of each of its characters. */
export interface TextLine {
  readonly text: string;
  /** As many as `text` has characters. */
  readonly boxes: readonly Box[];
  readonly box: Box;
  /** Pixels of the em. */
  readonly size: number;
}

/** A word of a line: what stands between blanks. */
export interface Word {
  readonly text: string;
  readonly box: Box;
}

/** Where a text mark's characters stand: upright boxes, around turned ones too. */
export function lineOf({ text, x, baseline, type, angle }: TextMark): TextLine {
  const { advance, capital, descent } = face(type.family, type.weight);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [top, bottom] = [-capital * type.size, descent * type.size];
  let pen = 0;
  const boxes = [...text].map((character): Box => {
    const start = pen;
    pen += advance(character) * type.size * type.stretch;
    // An upright box around the turned one: the middle turns, its sides grow.
    const [u, v] = [(start + pen) / 2, (top + bottom) / 2];
    const [halfWidth, halfHeight] = [(pen - start) / 2, (bottom - top) / 2];
    const [across, down] = [
      halfWidth * cos + halfHeight * Math.abs(sin),
      halfWidth * Math.abs(sin) + halfHeight * cos,
    ];
    const [middle, height] = [x + u * cos - v * sin, baseline + u * sin + v * cos];
    return [middle - across, height - down, middle + across, height + down];
  });
  return { text, boxes, box: around(boxes), size: type.size };
}

/** Every line of text of a page, in the order in which it is drawn. */
export const linesOf = (page: Page): readonly TextLine[] =>
  page.marks.flatMap((mark) => (mark.mark === "text" ? [lineOf(mark)] : []));

/** The words of a line. */
export function wordsOf({ text, boxes }: TextLine): readonly Word[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    box: around(boxes.slice(index, index + word.length)),
  }));
}

/** Lines in reading order: rows from top to bottom, each from left to right. */
export function rowsOf(page: Page): readonly (readonly TextLine[])[] {
  const rows: TextLine[][] = [];
  const sorted = [...linesOf(page)].sort((a, b) => centre(a.box)[1] - centre(b.box)[1]);
  for (const line of sorted) {
    const row = rows.at(-1);
    const before = row?.[0];
    if (row && before && centre(line.box)[1] - centre(before.box)[1] < 0.5 * Math.min(before.size, line.size))
      row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => row.sort((a, b) => a.box[0] - b.box[0]));
}

/** The page as plain text, row by row. */
export const plainText = (page: Page): string =>
  rowsOf(page)
    .map((row) => row.map(({ text }) => text).join(" "))
    .join("\n");
