import { colourNames, named } from "../colours.ts";
import type { Sheet } from "../sheet.ts";
import { heading, type Series } from "./bars.ts";

/** A line through points, labels below, amounts printed above peaks and below the other points. Returns whether it fits. */
export function line(sheet: Sheet, { title, points }: Series): boolean {
  const { draw, margin, setting, room } = sheet;
  const height = sheet.height();
  const pitch = room / points.length;
  const widest = Math.max(
    ...points.flatMap(({ label, printed }) => [sheet.width(label), sheet.width(printed)]),
  );
  const head = heading(sheet, title);
  const bottom = setting.size - margin - height - 3;
  const top = head + height + 4;
  const floor = bottom - height - 6;
  if (widest > pitch - 2 || floor - top < setting.size / 6 || head === 0) return false;
  const most = Math.max(...points.map(({ amount }) => amount));
  const colour = named(draw.choice(colourNames), draw);
  const places = points.map(
    ({ amount }, i) => [margin + (i + 0.5) * pitch, floor - ((floor - top) * amount) / most] as const,
  );
  sheet.line(places, colour, 1.5);
  points.forEach(({ label, printed }, i) => {
    const [x, y] = places[i] as (typeof places)[number];
    sheet.path(
      [
        [x - 2, y - 2],
        [x + 2, y + 2],
      ],
      { fill: colour, round: true },
    );
    const sides = [places[i - 1], places[i + 1]].map((other) => (other ? Math.sign(other[1] - y) : 0));
    const above = sides.every((side) => side >= 0);
    const aside = sides[0] === 1 && !above ? 1 : sides[1] === 1 && !above ? -1 : 0;
    const left = x - sheet.width(printed) / 2 + (aside * sheet.width(printed)) / 4;
    sheet.write(printed, left, above ? y - height - 2 : y + 4);
    sheet.write(label, x - sheet.width(label) / 2, bottom + 3);
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
