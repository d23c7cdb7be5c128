import { createRequire } from "node:module";
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { draw } from "../pages/draw.ts";
import type { Page } from "../pages/page.ts";
import { factorsOf } from "./factors.ts";
import type { PageTask, Sample } from "./sample.ts";
import type { Split } from "./task.ts";

/** What a contact sheet shows of each page: at most so many questions. */
const questions = 3;
const [gap, line] = [12, 17];
const family = "contact sheet";

/**
 * Samples of a task as one picture: each page enlarged, its questions and answers below, and what is recorded of it.
 * Returns a JPEG file's bytes.
 */
export function contactSheet(
  task: PageTask,
  { count = 12, split = "test", first = 0 }: { count?: number; split?: Split; first?: number } = {},
): Buffer {
  registerFont();
  const { size } = task.setting;
  const scale = Math.max(1.5, Math.floor(300 / size));
  const columns = Math.min(count, 4);
  const [width, height] = [size * scale + gap, size * scale + (questions + 2) * line + gap];
  const canvas = createCanvas(columns * width + gap, Math.ceil(count / columns) * height + gap);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (let i = 0; i < count; i++) {
    const [x, y] = [gap + (i % columns) * width, gap + Math.floor(i / columns) * height];
    const sample = task.sample(split, first + i);
    context.imageSmoothingEnabled = !Number.isInteger(scale);
    context.drawImage(picture(sample.page), x, y, size * scale, size * scale);
    context.strokeStyle = "#888888";
    context.strokeRect(x - 0.5, y - 0.5, size * scale + 1, size * scale + 1);
    captions(sample, task).forEach((text, at) => {
      context.fillStyle = text.startsWith("ink ") ? "#666666" : "black";
      context.font = `13px "${family}"`;
      context.fillText(fitting(context, text, size * scale), x, y + size * scale + (at + 1) * line);
    });
  }
  return canvas.toBuffer("image/jpeg", 85);
}

function captions({ id, page, turns }: Sample, { setting }: PageTask): string[] {
  const asked = turns.slice(0, questions).map(({ question, answer }) => `${question} → ${answer}`);
  const left = turns.length - asked.length;
  if (left > 0) asked[questions - 1] = `${asked[questions - 1]}   (+ ${left})`;
  const { ink, smallestText } = factorsOf({ id, task: "", page, turns }, setting);
  return [
    ...asked,
    `ink ${(100 * ink).toFixed(0)} %, ${smallestText === null ? "no text" : `text from ${smallestText} px`}, ${id.split("/").slice(-2).join(" ")}`,
  ];
}

function picture(page: Page): Canvas {
  const canvas = createCanvas(page.size, page.size);
  const context = canvas.getContext("2d");
  const image = context.createImageData(page.size, page.size);
  image.data.set(draw(page));
  context.putImageData(image, 0, 0);
  return canvas;
}

/** A text cut to a width. */
function fitting(context: SKRSContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let end = text.length;
  while (end > 0 && context.measureText(`${text.slice(0, end)}…`).width > width) end--;
  return `${text.slice(0, end)}…`;
}

function registerFont(): void {
  if (GlobalFonts.has(family)) return;
  const path = createRequire(import.meta.url).resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
  GlobalFonts.registerFromPath(path, family);
}
