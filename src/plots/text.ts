import { createRequire } from "node:module";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { escapeXml } from "../routes/draw/svg.ts";

const require = createRequire(import.meta.url);

/** The typefaces of the figures, from the package `dejavu-fonts-ttf`. */
export const fontFiles = {
  plain: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
  bold: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
} as const;

export type Weight = keyof typeof fontFiles;

/** Width in pixels of a text in the figures' typeface: what keeps labels apart and inside the picture. */
export function textWidth(text: string, size: number, weight: Weight = "plain"): number {
  let width = 0;
  for (const character of legible(text)) width += advance(character, weight);
  return size * width;
}

let context: ReturnType<ReturnType<typeof createCanvas>["getContext"]> | undefined;
const advances = { plain: new Map<string, number>(), bold: new Map<string, number>() };

/** The advance of a character at size 1; kerning, which only draws DejaVu's letters together, is left out. */
function advance(character: string, weight: Weight): number {
  const known = advances[weight].get(character);
  if (known !== undefined) return known;
  if (!context) {
    for (const [name, file] of Object.entries(fontFiles))
      GlobalFonts.registerFromPath(file, `figure ${name}`);
    context = createCanvas(1, 1).getContext("2d");
  }
  context.font = `100px "figure ${weight}"`;
  const width = context.measureText(character).width / 100;
  advances[weight].set(character, width);
  return width;
}

/** Lines no wider than `width`, broken at spaces; a single longer word is shortened. */
export function wrap(text: string, width: number, size: number, weight: Weight = "plain"): string[] {
  const lines: string[] = [];
  for (const word of legible(text).split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(joined, size, weight) <= width) lines[lines.length - 1] = joined;
    else lines.push(shorten(word, width, size, weight));
  }
  return lines;
}

/** The text, or as much of its start as fits `width`, with an ellipsis. */
export function shorten(text: string, width: number, size: number, weight: Weight = "plain"): string {
  const whole = legible(text);
  if (textWidth(whole, size, weight) <= width) return whole;
  const characters = [...whole];
  while (characters.length > 0 && textWidth(`${characters.join("")}…`, size, weight) > width)
    characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** The text without the control characters that XML cannot hold; lone surrogates become a replacement character. */
export function legible(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "").replace(/\p{Cs}/gu, "\ufffd");
}

/** Text for HTML, attributes included. */
export const escapeHtml = (text: string): string => escapeXml(legible(text));

/** A number of FLOPs with a unit a reader can hold: `42.5 TFLOPs`. */
export function flopsText(flops: number): string {
  const { divisor, unit } = flopsUnit(flops);
  return `${Number((flops / divisor).toPrecision(3))} ${unit}`;
}

export function flopsUnit(largest: number): { divisor: number; unit: string } {
  const units = ["FLOPs", "kFLOPs", "MFLOPs", "GFLOPs", "TFLOPs", "PFLOPs"];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, largest)) / 3)));
  return { divisor: 1000 ** step, unit: units[step] };
}
