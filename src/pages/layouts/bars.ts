import type { Colour } from "../colours.ts";
import { colourNames, named } from "../colours.ts";
import type { Sheet } from "../sheet.ts";

/** What a chart shows: a title, and bars, points or slices with their label, amount and printed amount. */
export interface Series {
  readonly title: string;
  readonly points: readonly { readonly label: string; readonly amount: number; readonly printed: string }[];
}

/** A bar chart, lying or standing, amounts printed at the bars' ends. Returns whether it fits. */
export function bars(sheet: Sheet, series: Series): boolean {
  return sheet.draw.chance(0.6) ? lying(sheet, series) : standing(sheet, series);
}

function lying(sheet: Sheet, { title, points }: Series): boolean {
  const { draw, margin, setting, room } = sheet;
  const height = sheet.height();
  const left = margin + Math.max(...points.map(({ label }) => sheet.width(label))) + 3;
  const right = setting.size - margin - Math.max(...points.map(({ printed }) => sheet.width(printed))) - 3;
  const top = heading(sheet, title);
  const pitch = (setting.size - margin - top) / points.length;
  if (right - left < setting.size / 7 || pitch < 1.15 * height || top === 0) return false;
  const most = Math.max(...points.map(({ amount }) => amount));
  const colours = barColours(sheet, points.length);
  const thick = Math.min(pitch * 0.8, height * draw.between(0.7, 1.1));
  points.forEach(({ label, amount, printed }, i) => {
    const middle = top + (i + 0.5) * pitch;
    const end = left + Math.max(1, ((right - left) * amount) / most);
    sheet.rectangle([left, middle - thick / 2, end, middle + thick / 2], colours[i] as Colour);
    sheet.write(label, left - 3 - sheet.width(label), middle - height / 2);
    sheet.write(printed, end + 3, middle - height / 2);
  });
  sheet.line(
    [
      [left, top],
      [left, setting.size - margin],
    ],
    sheet.ink,
  );
  return room > 0;
}

function standing(sheet: Sheet, { title, points }: Series): boolean {
  const { draw, margin, setting, room } = sheet;
  const height = sheet.height();
  const pitch = room / points.length;
  const widest = Math.max(
    ...points.flatMap(({ label, printed }) => [sheet.width(label), sheet.width(printed)]),
  );
  const head = heading(sheet, title);
  const bottom = setting.size - margin - height - 3;
  const top = head + height + 2;
  if (widest > pitch - 2 || bottom - top < setting.size / 6 || head === 0) return false;
  const most = Math.max(...points.map(({ amount }) => amount));
  const colours = barColours(sheet, points.length);
  const wide = pitch * draw.between(0.4, 0.8);
  points.forEach(({ label, amount, printed }, i) => {
    const middle = margin + (i + 0.5) * pitch;
    const end = bottom - Math.max(1, ((bottom - top) * amount) / most);
    sheet.rectangle([middle - wide / 2, end, middle + wide / 2, bottom], colours[i] as Colour);
    sheet.write(printed, middle - sheet.width(printed) / 2, end - height);
    sheet.write(label, middle - sheet.width(label) / 2, bottom + 3);
  });
  sheet.line(
    [
      [margin, bottom],
      [setting.size - margin, bottom],
    ],
    sheet.ink,
  );
  return true;
}

/** The title, in half of the pages; returns where the chart begins, 0 when the title is too wide. */
export function heading(sheet: Sheet, title: string): number {
  const { draw, margin, room } = sheet;
  if (draw.chance(0.5)) return margin;
  const look = { weight: 700 } as const;
  const width = sheet.width(title, look);
  if (width > room) return 0;
  const box = sheet.write(title, margin + (room - width) * draw.between(0, 1), margin, look);
  return box[3] + 1;
}

function barColours(sheet: Sheet, count: number): Colour[] {
  const { draw } = sheet;
  const names = draw.shuffled(colourNames);
  const one = draw.chance(0.5);
  return Array.from({ length: count }, (_, i) =>
    named(names[one ? 0 : i % names.length] as (typeof names)[number], draw),
  );
}
