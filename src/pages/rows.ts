import type { Look, Sheet } from "./sheet.ts";

/** A text that stands in a row, from `x` on. */
export interface Cell {
  readonly text: string;
  readonly x: number;
  readonly look?: Look;
}

export type Row = readonly Cell[];

/** Pixels of a row at the least, in units of the text's height. */
const tight = 1.15;

/**
 * Sets blocks of rows one below the other, inside the margins from `top` on, at a pitch and a start of their own. Rows
 * of words that nobody asks for (`filler`) are put before, between and after the blocks, as long as the ink that the
 * page aims at is not reached and there is room. Returns whether the blocks fit.
 */
export function setRows(
  sheet: Sheet,
  blocks: readonly (readonly Row[])[],
  filler?: () => string,
  top = sheet.margin,
): boolean {
  const { draw, setting, room } = sheet;
  const rows = blocks.flat();
  const height = sheet.height();
  const space = setting.size - sheet.margin - top;
  const capacity = Math.floor((space - height) / (tight * height)) + 1;
  if (rows.length > capacity || rows.some((row) => row.some((cell) => overruns(sheet, cell)))) return false;

  const filled = [...blocks];
  const aim = draw.between(...setting.ink);
  let inked = rows.reduce((sum, row) => sum + inkOf(sheet, row), 0);
  for (let left = capacity - rows.length; filler && left > 0 && inked < aim; left--) {
    const row = fillerRow(sheet, filler, room);
    inked += inkOf(sheet, row);
    filled.splice(draw.integer(0, filled.length), 0, [row]);
  }
  const all = filled.flat();

  const loosest = all.length > 1 ? (space - height) / (all.length - 1) : 0;
  const pitch = Math.min(loosest, height * draw.between(tight, 2.2));
  const start = top + draw.between(0, space - height - pitch * (all.length - 1));
  all.forEach((row, i) => {
    for (const { text, x, look } of row) sheet.write(text, x, start + i * pitch, look);
  });
  return true;
}

const overruns = (sheet: Sheet, { text, x, look }: Cell): boolean =>
  x + sheet.width(text, look) > sheet.setting.size - 1;

/** The share of patches that a row touches, about: its width, and its height grown by half a patch at each side. */
function inkOf(sheet: Sheet, row: Row): number {
  const { size, grid } = sheet.setting;
  const width = row.reduce((sum, { text, look }) => sum + sheet.width(text, look), 0);
  return (width * (sheet.height() + size / grid)) / size ** 2;
}

function fillerRow(sheet: Sheet, filler: () => string, room: number): Row {
  const { draw } = sheet;
  let text = filler();
  while (draw.chance(0.7)) {
    const longer = `${text} ${filler()}`;
    if (sheet.width(longer) > room) break;
    text = longer;
  }
  if (sheet.width(text) > room) text = text.slice(0, 4);
  return [{ text, x: sheet.margin + draw.between(0, room - sheet.width(text)) * draw.integer(0, 1) }];
}
