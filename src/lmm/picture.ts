import { readFileSync } from "node:fs";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { Failure } from "../errors.ts";
import type { Pixels } from "../nn/patchEmbedding.ts";
import type { VisionConfig } from "./config.ts";
import type { Picture } from "./prompt.ts";

/** CLIP's means and standard deviations of red, green and blue. */
const clip = { mean: [0.48145466, 0.4578275, 0.40821073], deviation: [0.26862954, 0.26130258, 0.27577711] };

/** The most pixels that a file may unfold to. */
const most = 100_000_000;

/**
 * Reads a PNG, JPEG or WebP file as a picture of one crop, in the form that an encoder takes: ink, from -1 for white to 1
 * for black, of grey or of each colour; or colours as CLIP normalises them.
 *
 * @throws Failure if the file cannot be read as a picture or is not of the encoder's size.
 */
export async function readPicture(path: string, vision: VisionConfig): Promise<Picture> {
  const { image_size: size } = vision;
  const image = await decode(path);
  if (image.width !== size || image.height !== size) {
    throw new Failure(
      `${path} is ${image.width} x ${image.height} pixels; this model takes ${size} x ${size}`,
    );
  }
  const context = createCanvas(size, size).getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, size, size);
  context.drawImage(image, 0, 0);
  return { crops: [normalise(context.getImageData(0, 0, size, size).data, vision)] };
}

async function decode(path: string) {
  const bytes = read(path);
  const size = sizeOf(bytes);
  if (!size) throw new Failure(`${path} is not a picture: expected a PNG, JPEG or WebP file`);
  if (size.width * size.height > most) {
    throw new Failure(`${path} claims ${size.width} x ${size.height} pixels; at most ${most} are read`);
  }
  try {
    return await loadImage(bytes);
  } catch (error) {
    throw new Failure(`${path} is a broken picture: ${(error as Error).message}`);
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Failure(
      `cannot read ${path}: ${(error as NodeJS.ErrnoException).code === "ENOENT" ? "no such file" : (error as Error).message}`,
    );
  }
}

/** The size that a PNG's header claims, before anything is unfolded; other kinds are judged once they are. */
function sizeOf(bytes: Buffer): { width: number; height: number } | undefined {
  const begins = (at: number, text: string) => bytes.toString("latin1", at, at + text.length) === text;
  if (begins(1, "PNG\r\n") && bytes.length >= 24)
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (begins(0, "\xff\xd8\xff") || (begins(0, "RIFF") && begins(8, "WEBP"))) return { width: 0, height: 0 };
  return undefined;
}

function normalise(
  rgba: Uint8ClampedArray,
  { num_channels: channels, image_size: size, pixels: form }: VisionConfig,
): Pixels {
  const area = size * size;
  const pixels = new Float32Array(channels * area);
  for (let i = 0; i < area; i++) {
    const colour = [0, 1, 2].map((c) => (rgba[4 * i + c] as number) / 255) as [number, number, number];
    if (channels === 1) {
      const [red, green, blue] = colour;
      pixels[i] = 1 - 2 * (0.299 * red + 0.587 * green + 0.114 * blue);
      continue;
    }
    for (const [c, value] of colour.entries())
      pixels[c * area + i] =
        form === "ink" ? 1 - 2 * value : (value - (clip.mean[c] as number)) / (clip.deviation[c] as number);
  }
  return pixels;
}
