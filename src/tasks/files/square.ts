import { createCanvas } from "@napi-rs/canvas";
import { openPicture } from "../../files/picture.ts";
import type { Box } from "../../pages/box.ts";

/** A picture drawn into a square, white beside it, and where its own pixels went. */
export interface SquarePicture {
  /** `[size, size, 4]`. */
  readonly rgba: Uint8ClampedArray;
  /** A box of the picture's own pixels, in pixels of the square. */
  place(box: Box): Box;
}

/** Reads a picture into a square of `size` pixels, as large as it fits, in the middle. Throws a `Failure`. */
export function readSquare(path: string, size: number): SquarePicture {
  const image = openPicture(path);
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
