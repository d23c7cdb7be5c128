import { interpolateRgb, interpolateViridis, piecewise, rgb } from "d3";

export type Rgb = readonly [red: number, green: number, blue: number];

const diverging = piecewise(interpolateRgb, [
  "#053c66",
  "#0072B2",
  "#8fc1de",
  "#f7f7f7",
  "#f0b48a",
  "#D55E00",
  "#7a3000",
]);

const table = (interpolate: (share: number) => string): Rgb[] =>
  Array.from({ length: 256 }, (_, i) => {
    const { r, g, b } = rgb(interpolate(i / 255));
    return [Math.round(r), Math.round(g), Math.round(b)];
  });

const tables = { signed: table(diverging), sequential: table(interpolateViridis) };

/** The colour of a share from 0 to 1: Viridis; where zero is the middle, from blue over white to orange. */
export function colorOf(share: number, signed = false): Rgb {
  return tables[signed ? "signed" : "sequential"][Math.round(255 * share)] ?? [160, 160, 160];
}
