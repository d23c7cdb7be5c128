import type { Random } from "./random.ts";

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** The colours that questions name, each with its hue in degrees, its saturation and its lightness. */
const hues = {
  red: [0, 0.75, 0.45],
  orange: [30, 0.9, 0.5],
  yellow: [54, 0.9, 0.5],
  green: [125, 0.6, 0.35],
  blue: [220, 0.75, 0.45],
  purple: [280, 0.6, 0.45],
  pink: [330, 0.85, 0.7],
  grey: [0, 0, 0.5],
} as const;

export type ColourName = keyof typeof hues;
export const colourNames = Object.keys(hues) as ColourName[];

/** A named colour as it may look: no two pages show the same red. */
export function named(name: ColourName, { between }: Random): Colour {
  const [hue, saturation, lightness] = hues[name];
  return hsl(hue + between(-7, 7), saturation * between(0.9, 1.05), lightness + between(-0.05, 0.05));
}

/** The same hue as light as paper. */
export function tint(name: ColourName, { between }: Random): Colour {
  const [hue, saturation] = hues[name];
  return hsl(hue + between(-5, 5), saturation * between(0.75, 1), between(0.72, 0.8));
}

/** Dark ink: nearly black, of any hue. */
export const ink = ({ between }: Random): Colour => hsl(between(0, 360), between(0, 0.6), between(0, 0.2));

/** Light paper: nearly white, of any hue. */
export const paper = ({ between }: Random): Colour => hsl(between(0, 360), between(0, 0.5), between(0.94, 1));

/** Brightness as the eye weighs it, 0 to 255 (Rec. 601). */
export const luma = ([red, green, blue]: Colour): number => 0.299 * red + 0.587 * green + 0.114 * blue;

/** A colour for the canvas. */
export const css = (colour: Colour): string => `rgb(${colour.map(Math.round).join(",")})`;

function hsl(hue: number, saturation: number, lightness: number): Colour {
  const [s, l] = [Math.min(1, saturation), Math.min(1, Math.max(0, lightness))];
  const channel = (n: number) => {
    const k = (n + (((hue % 360) + 360) % 360) / 30) % 12;
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}
