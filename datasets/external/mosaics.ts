import { createCanvas } from "@napi-rs/canvas";
import { type Box, touch } from "../../src/pages/box.ts";
import type { Random } from "../../src/pages/random.ts";
import { type Garment, garmentSide } from "./fashion.ts";

/** Garments scattered over a white square: a PNG file's bytes, and where each lies. */
export interface Mosaic {
  readonly png: Buffer;
  readonly things: readonly { readonly name: string; readonly box: Box }[];
}

/** Two to five garments of two or three sorts that do not touch, each a quarter to a third of the square wide. */
export function mosaicOf(garments: readonly Garment[], size: number, draw: Random): Mosaic {
  const sorts = draw.shuffled([...new Set(garments.map(({ name }) => name))]).slice(0, draw.integer(2, 3));
  const chosen = draw.some(garments, draw.integer(2, 5), ({ name }) => sorts.includes(name));
  const canvas = createCanvas(size, size);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, size, size);
  const things: { name: string; box: Box }[] = [];
  for (const { name, pixels } of chosen) {
    const side = size * draw.between(0.25, 0.33);
    for (let attempt = 0; attempt < 30; attempt++) {
      const [x, y] = [draw.between(1, size - side - 1), draw.between(1, size - side - 1)];
      const box: Box = [x, y, x + side, y + side];
      if (things.some((thing) => touch(thing.box, box, 2))) continue;
      context.drawImage(picture(pixels), x, y, side, side);
      things.push({ name, box: tight(pixels, x, y, side / garmentSide) });
      break;
    }
  }
  return { png: canvas.toBuffer("image/png"), things };
}

/** Dark on white. */
function picture(pixels: Uint8Array) {
  const canvas = createCanvas(garmentSide, garmentSide);
  const context = canvas.getContext("2d");
  const image = context.createImageData(garmentSide, garmentSide);
  pixels.forEach((level, i) => {
    image.data.fill(255 - level, 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = 255;
  });
  context.putImageData(image, 0, 0);
  return canvas;
}

/** The box of what is not background. */
function tight(pixels: Uint8Array, x: number, y: number, scale: number): Box {
  const inked = [...pixels.keys()].filter((i) => (pixels[i] as number) > 40);
  const columns = inked.map((i) => i % garmentSide);
  const rows = inked.map((i) => Math.floor(i / garmentSide));
  return [
    x + scale * Math.min(...columns),
    y + scale * Math.min(...rows),
    x + scale * (Math.max(...columns) + 1),
    y + scale * (Math.max(...rows) + 1),
  ];
}
