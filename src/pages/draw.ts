import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { css } from "./colours.ts";
import { face } from "./face.ts";
import { icon } from "./icon.ts";
import { addNoise } from "./noise.ts";
import type { Mark, Page } from "./page.ts";

const canvases = new Map<number, Canvas>();

/** Draws a page: red, green, blue and opacity of every pixel, `[size, size, 4]`, row by row. */
export function draw(page: Page): Uint8ClampedArray {
  const { size } = page;
  const canvas = canvases.get(size) ?? createCanvas(size, size);
  canvases.set(size, canvas);
  const context = canvas.getContext("2d");
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fontKerning = "none";
  context.fillStyle = css(page.paper);
  context.fillRect(0, 0, size, size);
  for (const mark of page.marks) drawMark(context, mark);
  const { data } = context.getImageData(0, 0, size, size);
  addNoise(data, page.noise, page.seed);
  return data;
}

/** The page as a PNG file's bytes. */
export function toPng(page: Page): Buffer {
  const canvas = createCanvas(page.size, page.size);
  const context = canvas.getContext("2d");
  const image = context.createImageData(page.size, page.size);
  image.data.set(draw(page));
  context.putImageData(image, 0, 0);
  return canvas.toBuffer("image/png");
}

function drawMark(context: SKRSContext2D, mark: Mark): void {
  if (mark.mark === "text") {
    const { type, angle } = mark;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    context.setTransform(cos * type.stretch, sin * type.stretch, -sin, cos, mark.x, mark.baseline);
    context.font = `${type.size}px "${face(type.family, type.weight).name}"`;
    context.fillStyle = css(mark.colour);
    context.fillText(mark.text, 0, 0);
    context.setTransform(1, 0, 0, 1, 0, 0);
    return;
  }
  if (mark.mark === "icon") {
    const [left, top, right, bottom] = mark.box;
    context.drawImage(icon(mark.name), left, top, right - left, bottom - top);
    return;
  }
  context.beginPath();
  if (mark.round) {
    const xs = mark.points.map(([x]) => x);
    const ys = mark.points.map(([, y]) => y);
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
    context.ellipse(left + width / 2, top + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  } else {
    for (const [x, y] of mark.points) context.lineTo(x, y);
    if (mark.fill) context.closePath();
  }
  if (mark.fill) {
    context.fillStyle = css(mark.fill);
    context.fill();
  }
  if (mark.stroke) {
    context.strokeStyle = css(mark.stroke);
    context.lineWidth = mark.width ?? 1;
    context.stroke();
  }
}
