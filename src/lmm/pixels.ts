import type { Pixels } from "../nn/patchEmbedding.ts";
import type { VisionConfig } from "./config.ts";

/** What an encoder wants of a picture. */
export type PixelForm = Pick<VisionConfig, "image_size" | "num_channels" | "pixels">;

/** CLIP's means and standard deviations of red, green and blue. */
const clip = { mean: [0.48145466, 0.4578275, 0.40821073], deviation: [0.26862954, 0.26130258, 0.27577711] };

/** What each of the 256 levels becomes: ink, from -1 for white to 1 for black; or a colour as CLIP normalises it. */
const ink = Float32Array.from({ length: 256 }, (_, level) => 1 - level / 127.5);
const clipped = clip.mean.map((mean, c) =>
  Float32Array.from({ length: 256 }, (_, level) => (level / 255 - mean) / (clip.deviation[c] as number)),
) as [Float32Array, Float32Array, Float32Array];

/**
 * A square picture, red, green, blue and opacity of every pixel `[size, size, 4]`, in the form that an encoder takes,
 * `[channels, size, size]`: one channel of grey ink, or three of ink or of CLIP's.
 */
export function pixelsFrom(
  rgba: Uint8ClampedArray,
  { image_size: size, num_channels: channels, pixels: form }: PixelForm,
): Pixels {
  const area = size * size;
  const pixels = new Float32Array(channels * area);
  const [red, green, blue] = form === "ink" || channels === 1 ? [ink, ink, ink] : clipped;
  for (let i = 0; i < area; i++) {
    const r = red[rgba[4 * i] as number] as number;
    const g = green[rgba[4 * i + 1] as number] as number;
    const b = blue[rgba[4 * i + 2] as number] as number;
    if (channels === 1) pixels[i] = 0.299 * r + 0.587 * g + 0.114 * b;
    else {
      pixels[i] = r;
      pixels[area + i] = g;
      pixels[2 * area + i] = b;
    }
  }
  return pixels;
}
