import type { Pixels } from "../nn/patchEmbedding.ts";
import { draw } from "./draw.ts";
import type { Page } from "./page.ts";

/** A page as an encoder takes it: its drawing as ink (`inkPixels`). */
export const pixelsOf = (page: Page, channels: 1 | 3): Pixels => inkPixels(draw(page), page.size, channels);

/**
 * A square picture `[size, size, 4]` as ink, `[channels, size, size]`: from -1 for white to 1 for black, as one grey
 * channel or as red, green and blue.
 */
export function inkPixels(rgba: Uint8ClampedArray, size: number, channels: 1 | 3): Pixels {
  const area = size ** 2;
  const pixels = new Float32Array(channels * area);
  for (let i = 0; i < area; i++) {
    const red = inkOf[rgba[4 * i] as number] as number;
    const green = inkOf[rgba[4 * i + 1] as number] as number;
    const blue = inkOf[rgba[4 * i + 2] as number] as number;
    if (channels === 1) pixels[i] = 0.299 * red + 0.587 * green + 0.114 * blue;
    else {
      pixels[i] = red;
      pixels[area + i] = green;
      pixels[2 * area + i] = blue;
    }
  }
  return pixels;
}

/** Ink of each of the 256 levels. */
const inkOf = Float32Array.from({ length: 256 }, (_, level) => 1 - level / 127.5);
