import { readFileSync, statSync } from "node:fs";
import { Image } from "@napi-rs/canvas";
import { Failure } from "../errors.ts";
import { type Claim, claimOf } from "./pictureHeader.ts";

/** The most pixels and bytes that a picture file may have. */
const [mostPixels, mostBytes] = [100_000_000, 200_000_000];

/**
 * What a picture file says of itself, checked before anything is unfolded: PNG, JPEG or WebP, complete, of a size that
 * can be read. Throws a `Failure` that names the file.
 */
export const checkPicture = (path: string): Claim => check(path, read(path));

/** Reads a PNG, JPEG or WebP file. Throws a `Failure` that names the file and what is wrong with it. */
export function openPicture(path: string): Image {
  const bytes = read(path);
  check(path, bytes);
  const image = new Image();
  let broken = false;
  image.onerror = () => {
    broken = true;
  };
  image.src = bytes;
  if (broken || image.width === 0 || image.height === 0) throw new Failure(`${path} is a broken picture`);
  return image;
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
