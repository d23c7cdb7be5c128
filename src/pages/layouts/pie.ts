import { colourNames, named } from "../colours.ts";
import type { Sheet } from "../sheet.ts";
import { heading, type Series } from "./bars.ts";

/** A pie over or beside its legend: a patch of colour, the label and the printed amount. Returns whether it fits. */
export function pie(sheet: Sheet, { title, points }: Series): boolean {
  const { draw, margin, setting, room } = sheet;
  const height = sheet.height();
  const pitch = height * 1.2;
  const gap = sheet.width(" ");
  const swatch = height * 0.8;
  const legend = Math.max(
    ...points.map(({ label, printed }) => swatch + 3 + sheet.width(label) + gap + sheet.width(printed)),
  );
  const top = heading(sheet, title);
  if (top === 0 || legend > room) return false;
  const below = setting.size - margin - top - pitch * points.length;
  const beside = room - legend - 3;
  const across = Math.min(Math.max(below, 0), room);
  const aside = Math.min(beside, setting.size - margin - top);
  const diameter = Math.max(across, aside) * 0.95;
  if (diameter < setting.size / 5) return false;
  const isBeside = aside > across;
  if (isBeside && pitch * points.length > setting.size - margin - top) return false;

  const radius = diameter / 2;
  const [x, y] = isBeside
    ? [margin + radius, top + (setting.size - margin - top) / 2]
    : [margin + draw.between(radius, room - radius), top + radius];
  const total = points.reduce((sum, { amount }) => sum + amount, 0);
  const names = draw.shuffled(colourNames);
  let angle = -Math.PI / 2;
  points.forEach(({ label, amount, printed }, i) => {
    const colour = named(names[i % names.length] as (typeof names)[number], draw);
    const turn = (2 * Math.PI * amount) / total;
    const steps = Math.max(2, Math.ceil(turn / 0.1));
    const rim = Array.from({ length: steps + 1 }, (_, s): [number, number] => {
      const at = angle + (turn * s) / steps;
      return [x + radius * Math.cos(at), y + radius * Math.sin(at)];
    });
    sheet.path([[x, y], ...rim], { fill: colour });
    angle += turn;
    const left = isBeside ? margin + diameter + 3 : margin + (room - legend) / 2;
    const start = (isBeside ? y - (pitch * points.length) / 2 : top + diameter + 2) + i * pitch;
    sheet.rectangle([left, start, left + swatch, start + swatch], colour);
    sheet.write(`${label} ${printed}`, left + swatch + 3, start);
  });
  return true;
}
