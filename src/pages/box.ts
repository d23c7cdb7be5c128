/** An upright box in pixels: left, top, right, bottom, from the picture's upper left corner. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The smallest box around boxes. */
export const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map(([left]) => left)),
  Math.min(...boxes.map(([, top]) => top)),
  Math.max(...boxes.map(([, , right]) => right)),
  Math.max(...boxes.map(([, , , bottom]) => bottom)),
];

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
