import { pixelsFrom } from "../lmm/pixels.ts";
import type { Pixels } from "../nn/patchEmbedding.ts";
import { draw } from "./draw.ts";
import type { Page } from "./page.ts";

/** A page as an encoder takes it: ink, as one grey channel or as red, green and blue, `[channels, size, size]`. */
export const pixelsOf = (page: Page, channels: 1 | 3): Pixels =>
  pixelsFrom(draw(page), { image_size: page.size, num_channels: channels, pixels: "ink" });
