import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { draw } from "../../src/pages/draw.ts";
import type { Page } from "../../src/pages/page.ts";

/** The version of Debian's tesseract-ocr, or nothing where it is not installed. */
export function tesseractVersion(): string | undefined {
  const { status, stdout } = spawnSync("tesseract", ["--version"], { encoding: "utf8" });
  return status === 0 ? stdout.split("\n")[0]?.trim() : undefined;
}

/** Pages are enlarged to about this side: tesseract likes letters of 30 to 50 pixels. */
const side = 400;

/** What tesseract reads on pages, one text each. One process reads them all, on one thread. */
export function readByTesseract(pages: readonly Page[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "proxylab-tesseract-"));
  try {
    const paths = pages.map((page, i) => {
      const path = join(folder, `${i}.png`);
      writeFileSync(path, enlarged(page));
      return path;
    });
    const list = join(folder, "pages.txt");
    writeFileSync(list, `${paths.join("\n")}\n`);
    const { status, stdout, stderr } = spawnSync(
      "tesseract",
      [list, "stdout", "--psm", "11", "--dpi", "300"],
      {
        encoding: "utf8",
        env: { ...process.env, OMP_THREAD_LIMIT: "1" },
        maxBuffer: 1e8,
      },
    );
    if (status !== 0) throw new Error(`tesseract failed: ${stderr}`);
    return stdout.split("\f").slice(0, pages.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function enlarged(page: Page): Buffer {
  const small = createCanvas(page.size, page.size);
  const context = small.getContext("2d");
  const image = context.createImageData(page.size, page.size);
  image.data.set(draw(page));
  context.putImageData(image, 0, 0);
  const enlarge = Math.round(side / page.size);
  const canvas = createCanvas(page.size * enlarge, page.size * enlarge);
  const large = canvas.getContext("2d");
  large.imageSmoothingQuality = "high";
  large.drawImage(small, 0, 0, canvas.width, canvas.height);
  return canvas.toBuffer("image/png");
}

/** Whether a text that was read contains an answer, blanks and capitals aside. */
export const contains = (read: string, answer: string): boolean => plain(read).includes(plain(answer));

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9$%.]/g, "");
