import { createCanvas } from "@napi-rs/canvas";
import { Failure } from "../errors.ts";
import { openPicture } from "../files/picture.ts";
import type { VisionConfig } from "./config.ts";
import { pixelsFrom } from "./pixels.ts";
import type { Picture } from "./prompt.ts";

/**
 * Reads a PNG, JPEG or WebP file as a picture of one crop, in the form that an encoder takes: ink, from -1 for white to 1
 * for black, of grey or of each colour; or colours as CLIP normalises them.
 *
 * @throws Failure if the file cannot be read as a picture or is not of the encoder's size.
 */
export async function readPicture(path: string, vision: VisionConfig): Promise<Picture> {
  const { image_size: size } = vision;
  const image = openPicture(path);
  if (image.width !== size || image.height !== size) {
    throw new Failure(
      `${path} is ${image.width} x ${image.height} pixels; this model takes ${size} x ${size}`,
    );
  }
  const context = createCanvas(size, size).getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, size, size);
  context.drawImage(image, 0, 0);
  return { crops: [pixelsFrom(context.getImageData(0, 0, size, size).data, vision)] };
}
