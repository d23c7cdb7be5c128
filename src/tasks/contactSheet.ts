import { createRequire } from "node:module";
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { draw } from "../pages/draw.ts";
import { factorsOf } from "./factors.ts";
import type { FileTask } from "./files/fileTask.ts";
import type { PageTask } from "./sample.ts";
import type { Split } from "./task.ts";

/** A picture of a sheet, `[size, size, 4]`, and the lines below it; what is said in passing comes last, in grey. */
interface Card {
  readonly rgba: Uint8ClampedArray;
  readonly lines: readonly string[];
  readonly aside: string;
}

/** What a contact sheet shows of each page: at most so many questions. */
const questions = 3;
const [gap, line] = [12, 17];
const family = "contact sheet";

/** Samples of a task as one picture, with questions, answers and what is recorded of them: a JPEG file's bytes. */
export function contactSheet(
  task: PageTask,
  { count = 12, split = "test", first = 0 }: { count?: number; split?: Split; first?: number } = {},
): Buffer {
  const cards = Array.from({ length: count }, (_, i): Card => {
    const sample = task.sample(split, first + i);
    const asked = sample.turns.map(({ question, answer }) => `${question} → ${answer}`);
    const { ink, smallestText } = factorsOf(sample, task.setting);
    const text = smallestText === null ? "no text" : `text from ${smallestText} px`;
    return {
      rgba: draw(sample.page),
      lines: shortened(asked),
      aside: `ink ${(100 * ink).toFixed(0)} %, ${text}, ${split} ${first + i}`,
    };
  });
  return sheetOf(cards, task.setting.size);
}

/** The first questions about files of one's own, as a model will see them: a JPEG file's bytes. */
export function fileSheet(
  task: FileTask,
  { count = 12, first = 0 }: { count?: number; first?: number } = {},
): Buffer {
  const shown = Math.min(count, task.count - first);
  const cards = Array.from({ length: shown }, (_, i): Card => {
    const { id, question, answer, answers = [answer] } = task.example("test", first + i);
    return {
      rgba: task.rgba(first + i),
      lines: [question, ...shortened([...new Set(answers)], 2)],
      aside: id.split("/").at(-1) as string,
    };
  });
  return sheetOf(cards, task.size);
}

/** At most so many lines; the last tells how many more there are. */
function shortened(lines: readonly string[], most = questions): string[] {
  const left = lines.length - most;
  return lines.slice(0, most).map((text, i) => (i === most - 1 && left > 0 ? `${text}   (+ ${left})` : text));
}

function sheetOf(cards: readonly Card[], size: number): Buffer {
  registerFont();
  const scale = Math.max(1.5, Math.floor(300 / size));
  const side = size * scale;
  const columns = Math.min(cards.length, 4);
  const [width, height] = [side + gap, side + (questions + 2) * line + gap];
  const canvas = createCanvas(columns * width + gap, Math.ceil(cards.length / columns) * height + gap);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = !Number.isInteger(scale);
  context.font = `13px "${family}"`;
  cards.forEach(({ rgba, lines, aside }, i) => {
    const [x, y] = [gap + (i % columns) * width, gap + Math.floor(i / columns) * height];
    context.drawImage(picture(rgba, size), x, y, side, side);
    context.strokeStyle = "#888888";
    context.strokeRect(x - 0.5, y - 0.5, side + 1, side + 1);
    [...lines, aside].forEach((text, at) => {
      context.fillStyle = at < lines.length ? "black" : "#666666";
      context.fillText(fitting(context, text, side), x, y + side + (at + 1) * line);
    });
  });
  return canvas.toBuffer("image/jpeg", 85);
}

function picture(rgba: Uint8ClampedArray, size: number): Canvas {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext("2d");
  const image = context.createImageData(size, size);
  image.data.set(rgba);
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
