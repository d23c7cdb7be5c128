import { createCanvas, Image } from "@napi-rs/canvas";
import type { Box } from "../../src/pages/box.ts";
import type { Random } from "../../src/pages/random.ts";
import type { ScannedPage } from "./manuals.ts";

/** A square piece of a page, as a PNG file's bytes, with the words that stand in it whole. */
export interface Window {
  readonly png: Buffer;
  readonly words: ScannedPage["words"];
}

/** What a window needs to be worth asking about. */
const fewest = 3;

/**
 * A square of `size` pixels from a page, where a draw puts it; nothing where too few words stand in it whole. Words that
 * its edge cuts are covered with paper, so that what can be read is what is right.
 */
export function windowOf({ png, words }: ScannedPage, size: number, draw: Random): Window | undefined {
  const image = new Image();
  image.src = png;
  const corner = draw.choice(
    words.filter(({ box }) => box[0] + size < image.width && box[1] + size < image.height),
  );
  if (!corner) return undefined;
  const [left, top] = [Math.floor(corner.box[0]) - 3, Math.floor(corner.box[1]) - 3];
  const moved = words.map(({ text, box: [x0, y0, x1, y1] }) => ({
    text,
    box: [x0 - left, y0 - top, x1 - left, y1 - top] as Box,
  }));
  const whole = moved.filter(({ box }) => box[0] >= 0 && box[1] >= 0 && box[2] <= size && box[3] <= size);
  if (whole.length < fewest) return undefined;
  const cut = moved.filter(
    (word) =>
      !whole.includes(word) && word.box[0] < size && word.box[1] < size && word.box[2] > 0 && word.box[3] > 0,
  );
  const canvas = createCanvas(size, size);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.drawImage(image, -left, -top);
  for (const {
    box: [x0, y0, x1, y1],
  } of cut)
    context.fillRect(x0 - 1, y0 - 1, x1 - x0 + 2, y1 - y0 + 2);
  return { png: canvas.toBuffer("image/png"), words: whole };
}
