/*
 * Clients count places in code points (an emoji is one), JavaScript in UTF-16 code units (an emoji is two).
 */

/** The place in code units of a place in code points, no further than the end. */
export function unitsOf(text: string, points: number): number {
  let units = 0;
  for (let point = 0; point < points && units < text.length; point++)
    units += (text.codePointAt(units) as number) > 0xffff ? 2 : 1;
  return units;
}

/** The place in code points of a place in code units. */
export function pointsOf(text: string, units: number): number {
  let points = 0;
  for (let unit = 0; unit < Math.min(units, text.length); points++)
    unit += (text.codePointAt(unit) as number) > 0xffff ? 2 : 1;
  return points;
}
