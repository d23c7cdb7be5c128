/** An upright box in pixels: left, top, right, bottom, from the picture's upper left corner. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The smallest box around boxes. */
export function around(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [x0, y0, x1, y1] of boxes) {
    if (x0 < left) left = x0;
    if (y0 < top) top = y0;
    if (x1 > right) right = x1;
    if (y1 > bottom) bottom = y1;
  }
  return [left, top, right, bottom];
}

/** The middle of a box. */
export const centre = ([left, top, right, bottom]: Box): readonly [x: number, y: number] => [
  (left + right) / 2,
  (top + bottom) / 2,
];

/** Pixels covered; 0 for a box that is empty or turned inside out. */
export const area = ([left, top, right, bottom]: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

/** What two boxes share, as a part of what they cover together (Jaccard): 0 to 1. */
export function intersectionOverUnion(a: Box, b: Box): number {
  const shared = area([
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ]);
  const together = area(a) + area(b) - shared;
  return together > 0 ? shared / together : 0;
}

/** Whether two boxes overlap when each is grown by `margin` pixels. */
export const touch = (a: Box, b: Box, margin = 0): boolean =>
  a[0] < b[2] + margin && b[0] < a[2] + margin && a[1] < b[3] + margin && b[1] < a[3] + margin;
