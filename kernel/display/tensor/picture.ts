import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { tf } from "../../../src/index.ts";
import { colorOf } from "../colors.ts";
import { numberText } from "../numbers.ts";
import { type Matrix, matrixOf, numbersOf, thinned } from "./sample.ts";
import type { Statistics } from "./statistics.ts";

/** A picture of a tensor and what it shows. */
export interface TensorPicture {
  readonly png: Uint8Array;
  /** CSS pixels. */
  readonly width: number;
  readonly words: string;
}

/** Sides of what is taken for a picture. */
const [smallest, largest] = [8, 8192];

/** Pixels a side beyond which a picture is thinned. */
const widest = 512;

/** The picture of a tensor that has one: an image for the shape of an image, a heat map for a matrix. */
export async function pictureOf(tensor: tf.Tensor, numbers: Statistics): Promise<TensorPicture | undefined> {
  if (tensor.size === 0 || numbers.count === numbers.nan) return undefined;
  const form = imageForm(tensor.shape);
  if (form) return await imageOf(tensor as tf.Tensor3D, form, numbers);
  const isMatrix = tensor.rank === 2 || (tensor.rank === 1 && tensor.size >= 4);
  return isMatrix ? heatMapOf(await matrixOf(tensor), tensor.shape) : undefined;
}

type ImageForm = "channels last" | "channels first";

/** Whether a shape is that of an image; a square of three channels either way counts as channels last. */
function imageForm(shape: readonly number[]): ImageForm | undefined {
  if (shape.length !== 3) return undefined;
  const [a, b, c] = shape as [number, number, number];
  const sides = (height: number, width: number): boolean =>
    [height, width].every((side) => side >= smallest && side <= largest);
  if ([1, 3, 4].includes(c) && sides(a, b)) return "channels last";
  return [1, 3, 4].includes(a) && sides(b, c) ? "channels first" : undefined;
}

async function imageOf(tensor: tf.Tensor3D, form: ImageForm, numbers: Statistics): Promise<TensorPicture> {
  const [rowAxis, columnAxis, channelAxis] = form === "channels last" ? [0, 1, 2] : [1, 2, 0];
  const [fullHeight, fullWidth] = [tensor.shape[rowAxis], tensor.shape[columnAxis]] as [number, number];
  const channels = tensor.shape[channelAxis] as number;
  const [height, width] = [Math.min(widest, fullHeight), Math.min(widest, fullWidth)];
  const values = await numbersOf(() => {
    const small = thinned(thinned(tensor, rowAxis, widest), columnAxis, widest);
    return form === "channels last" ? small : small.transpose([1, 2, 0]);
  });
  const { low, high, words } = rangeOf(numbers, tensor.dtype);
  const level = (i: number): number => (255 * ((values[i] as number) - low)) / (high - low);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 4; channel++) {
      const source = pixel * channels + (channels === 1 ? 0 : channel);
      image.data[4 * pixel + channel] = channel < 3 || channels === 4 ? level(source) : 255;
    }
  }
  context.putImageData(image, 0, 0);
  const thin = height < fullHeight || width < fullWidth ? ", thinned" : "";
  return {
    png: canvas.toBuffer("image/png"),
    width: displayWidth(width, height),
    words: `image of ${fullHeight} x ${fullWidth} pixels, ${form}, ${words}${thin}`,
  };
}

/** Which values are black and white: bytes and shares as they are, anything else from its least to its greatest. */
function rangeOf({ min, max }: Statistics, dtype: string): { low: number; high: number; words: string } {
  if (dtype === "bool" || (min >= 0 && max <= 1 && dtype !== "int32"))
    return { low: 0, high: 1, words: "black 0, white 1" };
  if (min >= 0 && max <= 255 && (dtype === "int32" || max > 16))
    return { low: 0, high: 255, words: "black 0, white 255" };
  const high = max > min ? max : min + 1;
  return { low: min, high, words: `black ${numberText(min)}, white ${numberText(high)}` };
}

function heatMapOf({ rows, columns, values }: Matrix, shape: readonly number[]): TensorPicture {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const signed = low < 0 && high > 0;
  const bound = Math.max(-low, high);
  const [from, to] = signed ? [-bound, bound] : [low, high > low ? high : low + 1];
  const canvas = createCanvas(columns, rows);
  const context = canvas.getContext("2d");
  const image = context.createImageData(columns, rows);
  for (let i = 0; i < rows * columns; i++) {
    const value = values[i] as number;
    const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
    image.data.set(
      [...(Number.isNaN(value) ? ([160, 160, 160] as const) : colorOf(share, signed)), 255],
      4 * i,
    );
  }
  context.putImageData(image, 0, 0);
  const map = enlarged(canvas, columns, rows);
  const scale = signed
    ? `blue ${numberText(from)}, white 0, orange ${numberText(to)}`
    : `dark ${numberText(from)}, bright ${numberText(to)}`;
  const thin =
    rows * columns < shape.reduce((product, side) => product * side, 1) ? `; ${rows} x ${columns} of it` : "";
  return { png: map.toBuffer("image/png"), width: map.width, words: `heat map: ${scale}, grey NaN${thin}` };
}

/** Square cells of some pixels, sharp at their edges whatever draws the picture; a thin matrix gets oblong ones. */
function enlarged(source: Canvas, columns: number, rows: number) {
  const cell = Math.max(1, Math.min(24, Math.floor(320 / Math.max(columns, rows))));
  const canvas = createCanvas(
    columns * Math.max(cell, Math.ceil(24 / columns)),
    rows * Math.max(cell, Math.ceil(24 / rows)),
  );
  const context = canvas.getContext("2d");
  context.imageSmoothingEnabled = false;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Small pictures are shown larger, large ones at their size. */
function displayWidth(width: number, height: number): number {
  const side = Math.max(width, height);
  return side >= 160 ? width : width * Math.floor(224 / side || 1);
}
