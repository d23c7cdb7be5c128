import { createCanvas } from "@napi-rs/canvas";
import { addNormalNoise, type Random, random } from "../../src/pages/random.ts";
import { type Face, face, families, glyphOf, textWidth } from "./face.ts";
import type { Page } from "./page.ts";

export interface RenderedPage {
  /** [1, size, size], ink positive: (0.5 - grey) * 2, so white paper is -1 and black ink is 1. */
  pixels: Float32Array;
  /** Every character that leaves ink, line by line, with the centre of its place in pixels. */
  glyphs: { character: string; x: number; y: number }[];
}

const lineHeight = 11;
const noise = 0.03;
/** From the top of a line (the ascent) to its lowest ink (a descender), in units of the font's size. */
const inkHeight = 1.24;
const capitalHeight = 0.73;

/**
 * What a page looks like: a DejaVu face at 10 or 11 pixels, dark ink on light paper, with margins, line gaps, grey
 * levels and pixel noise drawn from `seed`. All ink lies inside the picture; a page that cannot fit is an error.
 */
export function render(page: Page, seed: number, { size = 96 }: { size?: number } = {}): RenderedPage {
  const draw = random(seed, 1);
  const layout = arrange(page, size, draw);
  const paper = draw.integer(235, 255);
  const ink = draw.integer(0, 60);

  const grey = new Float32Array(size * size).fill(paper);
  const glyphs: RenderedPage["glyphs"] = [];
  page.lines.forEach((line, index) => {
    let pen = layout.margin;
    const top = layout.top + index * layout.pitch;
    for (const character of line) {
      const glyph = glyphOf(layout.face, character);
      for (let y = 0, i = 0; y < glyph.height; y++) {
        const row = (top + glyph.top + y) * size + pen + glyph.left;
        for (let x = 0; x < glyph.width; x++, i++) grey[row + x] += (ink - paper) * glyph.coverage[i];
      }
      if (glyph.width > 0)
        glyphs.push({
          character,
          x: pen + glyph.advance / 2,
          y: top + layout.fontSize * (1 - capitalHeight / 2),
        });
      pen += glyph.advance;
    }
  });

  const pixels = grey;
  for (let i = 0; i < pixels.length; i++) pixels[i] = 1 - Math.max(0, Math.round(grey[i])) / 127.5;
  addNormalNoise(pixels, 2 * noise, draw);
  return { pixels, glyphs };
}

/** The rendered page as a PNG, for looking at. */
export function toPng({ pixels }: RenderedPage): Buffer {
  const size = Math.sqrt(pixels.length);
  const canvas = createCanvas(size, size);
  const context = canvas.getContext("2d");
  const image = context.createImageData(size, size);
  pixels.forEach((value, i) => {
    image.data.fill(Math.round((0.5 - value / 2) * 255), 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = 255;
  });
  context.putImageData(image, 0, 0);
  return canvas.toBuffer("image/png");
}

interface Layout {
  face: Face;
  fontSize: number;
  margin: number;
  top: number;
  /** Pixels from line to line. */
  pitch: number;
}

/** Draws a face, margins and a line gap; what would leave the picture is moved in or set in the narrowest face. */
function arrange({ lines }: Page, size: number, { choice, integer }: Random): Layout {
  const drawn = { family: choice(families), fontSize: integer(10, 11) };
  const wanted = { margin: integer(1, 6), top: integer(1, 6), gap: integer(3, 6) };

  const candidates = [drawn, { family: families[0], fontSize: 10 }];
  for (const { family, fontSize } of candidates) {
    const glyphs = face(family, fontSize);
    const right = size - 1 - Math.max(...lines.map((line) => textWidth(glyphs, line)));
    const below = size - Math.ceil(inkHeight * fontSize);
    if (right < 1 || below < (lines.length - 1) * lineHeight) continue;
    const gap = Math.min(wanted.gap, Math.floor(below / Math.max(1, lines.length - 1)) - lineHeight);
    const pitch = lineHeight + gap;
    const top = Math.min(wanted.top, below - (lines.length - 1) * pitch);
    return { face: glyphs, fontSize, margin: Math.min(wanted.margin, right), top, pitch };
  }
  throw new RangeError(`${lines.length} lines, "${lines.join('", "')}", do not fit a page of ${size} pixels`);
}
