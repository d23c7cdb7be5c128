import { readFileSync, statSync } from "node:fs";
import { createCanvas, Image } from "@napi-rs/canvas";
import { Failure } from "../../errors.ts";
import type { Box } from "../../pages/box.ts";
import { type Claim, claimOf } from "./pictureHeader.ts";

/** The most pixels and bytes that a picture file may have. */
const [mostPixels, mostBytes] = [100_000_000, 200_000_000];

/** A picture drawn into a square, white beside it, and where its own pixels went. */
export interface SquarePicture {
  /** `[size, size, 4]`. */
  readonly rgba: Uint8ClampedArray;
  /** A box of the picture's own pixels, in pixels of the square. */
  place(box: Box): Box;
}

/**
 * What a picture file says of itself, checked before anything is unfolded: PNG, JPEG or WebP, complete, of a size that
 * can be read. Throws a `Failure` that names the file.
 */
export function checkPicture(path: string): Claim {
  return check(path, read(path));
}

/** Reads a picture into a square of `size` pixels, as large as it fits, in the middle. Throws a `Failure`. */
export function readSquare(path: string, size: number): SquarePicture {
  const bytes = read(path);
  check(path, bytes);
  const image = new Image();
  let broken = false;
  image.onerror = () => {
    broken = true;
  };
  image.src = bytes;
  if (broken || image.width === 0 || image.height === 0) throw new Failure(`${path} is a broken picture`);
  const scale = size / Math.max(image.width, image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const [left, top] = [(size - width) / 2, (size - height) / 2];
  const context = createCanvas(size, size).getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, size, size);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, left, top, width, height);
  return {
    rgba: context.getImageData(0, 0, size, size).data,
    place: ([x0, y0, x1, y1]) => [left + x0 * scale, top + y0 * scale, left + x1 * scale, top + y1 * scale],
  };
}

function check(path: string, bytes: Buffer): Claim {
  const claim = claimOf(bytes);
  if (!claim) throw new Failure(`${path} is not a picture: expected a PNG, JPEG or WebP file`);
  const { width, height, complete } = claim;
  if (width * height > mostPixels)
    throw new Failure(`${path} claims ${width} x ${height} pixels; at most ${mostPixels} are read`);
  if (!complete || width === 0 || height === 0)
    throw new Failure(`${path} is a broken picture: its end is missing`);
  return claim;
}

function read(path: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > mostBytes)
      throw new Failure(`${path} has ${size} bytes; pictures of up to ${mostBytes} are read`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure(`cannot read ${path}: ${code === "ENOENT" ? "no such file" : message}`);
  }
}
