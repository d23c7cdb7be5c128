import { colourNames, named } from "../colours.ts";
import type { Sheet } from "../sheet.ts";
import { heading, type Series } from "./bars.ts";

/** A line through points, labels below, amounts printed above the points. Returns whether it fits. */
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
  if (widest > pitch - 2 || bottom - top < setting.size / 5 || head === 0) return false;
  const most = Math.max(...points.map(({ amount }) => amount));
  const colour = named(draw.choice(colourNames), draw);
  const places = points.map(
    ({ amount }, i) =>
      [margin + (i + 0.5) * pitch, bottom - 3 - ((bottom - 3 - top) * amount) / most] as const,
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
    sheet.write(printed, x - sheet.width(printed) / 2, y - height - 2);
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
