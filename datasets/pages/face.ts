import { createRequire } from "node:module";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { alphabet } from "./words.ts";

export const families = ["DejaVuSans", "DejaVuSansMono", "DejaVuSerif"] as const;
export type Family = (typeof families)[number];

/** One character of a face as a bitmap, so that a page is composed without the canvas. */
export interface Glyph {
  /** Pixels to the next character, whole: every appearance of a character is the same bitmap. */
  advance: number;
  /** Offset of the bitmap from the pen, and from the top of the line. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Ink coverage, 0 .. 1, [height, width]. */
  coverage: Float32Array;
}

export type Face = ReadonlyMap<string, Glyph>;

const faces = new Map<string, Face>();

/** The glyphs of a DejaVu face for every character of the alphabet, rasterised once. */
export function face(family: Family, size: number): Face {
  const name = `${family} ${size}`;
  let found = faces.get(name);
  if (!found) {
    found = rasterise(family, size);
    faces.set(name, found);
  }
  return found;
}

/** Pixels from the pen's start to its end. */
export function textWidth(glyphs: Face, text: string): number {
  let width = 0;
  for (const character of text) width += glyphOf(glyphs, character).advance;
  return width;
}

export function glyphOf(glyphs: Face, character: string): Glyph {
  const glyph = glyphs.get(character);
  if (!glyph)
    throw new RangeError(`character ${JSON.stringify(character)} is not in the alphabet of the pages`);
  return glyph;
}

function rasterise(family: Family, size: number): Face {
  const path = createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${family}.ttf`);
  if (!GlobalFonts.has(family) && !GlobalFonts.registerFromPath(path, family))
    throw new Error(`font ${path} cannot be read`);
  const side = 3 * size;
  const canvas = createCanvas(side, side);
  const context = canvas.getContext("2d");
  context.font = `${size}px ${family}`;
  context.fillStyle = "black";

  const glyphs = new Map<string, Glyph>();
  for (const character of alphabet) {
    context.clearRect(0, 0, side, side);
    // The pen stands at (size, size); the line's top is its baseline less the size: DejaVu's ascent, rounded up.
    context.fillText(character, size, 2 * size);
    const { data } = context.getImageData(0, 0, side, side);
    const advance = Math.max(1, Math.round(context.measureText(character).width));
    glyphs.set(character, { advance, ...crop(data, side, size) });
  }
  return glyphs;
}

function crop(rgba: Uint8ClampedArray, side: number, pen: number): Omit<Glyph, "advance"> {
  let [x0, y0, x1, y1] = [side, side, 0, 0];
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (rgba[4 * (y * side + x) + 3] > 0)
        [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
  const width = Math.max(0, x1 - x0);
  const height = Math.max(0, y1 - y0);
  const coverage = Float32Array.from(
    { length: width * height },
    (_, i) => rgba[4 * ((y0 + Math.floor(i / width)) * side + x0 + (i % width)) + 3] / 255,
  );
  return { left: x0 - pen, top: y0 - pen, width, height, coverage };
}
