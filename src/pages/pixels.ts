import type { Pixels } from "../nn/patchEmbedding.ts";
import { draw } from "./draw.ts";
import type { Page } from "./page.ts";

/**
 * A page as an encoder takes it, `[channels, size, size]`: ink, from -1 for white to 1 for black, as one grey channel
 * or as red, green and blue.
 */
export function pixelsOf(page: Page, channels: 1 | 3): Pixels {
  const rgba = draw(page);
  const area = page.size ** 2;
  const pixels = new Float32Array(channels * area);
  for (let i = 0, at = 0; i < area; i++, at += 4) {
    const [red, green, blue] = [rgba[at] as number, rgba[at + 1] as number, rgba[at + 2] as number];
    if (channels === 1) {
      pixels[i] = 1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 127.5;
    } else {
      pixels[i] = 1 - red / 127.5;
      pixels[area + i] = 1 - green / 127.5;
      pixels[2 * area + i] = 1 - blue / 127.5;
    }
  }
  return pixels;
}
