import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { type Family, fontFile, type Weight } from "../../datasets/sources/fonts.ts";
import { Failure } from "../errors.ts";

/** What a line of text is set in. */
export interface Type {
  readonly family: Family;
  readonly weight: Weight;
  /** Pixels of the em. */
  readonly size: number;
  /** Width of the letters as a part of their own: 0.9 is narrow. */
  readonly stretch: number;
}

/** Measures of a font, in ems. */
interface Face {
  /** The name under which the canvas knows it. */
  readonly name: string;
  advance(character: string): number;
  /** From the baseline up to the top of a capital, and down to the tip of a `p`. */
  readonly capital: number;
  readonly descent: number;
}

const faces = new Map<string, Face>();
const measured = 100;

/** A font, registered with the canvas when it is first asked for. Kerning is off, so that widths add up. */
export function face(family: Family, weight: Weight): Face {
  const name = `${family} ${weight}`;
  const known = faces.get(name);
  if (known) return known;
  if (!GlobalFonts.registerFromPath(fontFile(family, weight), name))
    throw new Failure(`the font ${fontFile(family, weight)} cannot be read; run npm ci again`);
  const context = createCanvas(1, 1).getContext("2d");
  context.fontKerning = "none";
  context.font = `${measured}px "${name}"`;
  const tall = context.measureText("Hl");
  const deep = context.measureText("gp");
  const advances = new Map<string, number>();
  const made: Face = {
    name,
    advance: (character) => {
      const width = advances.get(character) ?? context.measureText(character).width / measured;
      advances.set(character, width);
      return width;
    },
    capital: tall.actualBoundingBoxAscent / measured,
    descent: deep.actualBoundingBoxDescent / measured,
  };
  faces.set(name, made);
  return made;
}

/** Pixels from the start of a text to its end. */
export function widthOf(text: string, { family, weight, size, stretch }: Type): number {
  const { advance } = face(family, weight);
  let width = 0;
  for (const character of text) width += advance(character);
  return width * size * stretch;
}
