import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Failure } from "../../src/errors.ts";
import type { Box } from "../../src/pages/box.ts";

/** The manuals that Debian has as PDF, where its packages put them. Pages that nobody laid out for a model to read. */
export const manuals: readonly string[] = [
  "/usr/share/doc/debian-policy/policy.pdf.gz",
  "/usr/share/developers-reference/developers-reference.pdf",
];

/** A page of a document: a PNG file's bytes, and its words with their boxes in the picture's pixels. */
export interface ScannedPage {
  readonly png: Buffer;
  readonly words: readonly { readonly text: string; readonly box: Box }[];
}

const points = 72;

/** How many pages a PDF has. Throws a `Failure` that says what to install. */
export function pagesOf(pdf: string): number {
  return withPlainFile(pdf, (path) => {
    const count = poppler("pdfinfo", [path])
      .toString("utf8")
      .match(/^Pages:\s+(\d+)$/m)?.[1];
    if (!count) throw new Failure(`${pdf}: pdfinfo does not say how many pages it has`);
    return Number(count);
  });
}

/** Page `page` of a PDF, from 1, at so many pixels an inch: rendered by pdftoppm, its words by pdftotext. */
export function scan(pdf: string, page: number, pixelsPerInch: number): ScannedPage {
  return withPlainFile(pdf, (path) => {
    const only = ["-f", String(page), "-l", String(page)];
    const png = poppler("pdftoppm", ["-r", String(pixelsPerInch), "-png", ...only, path]);
    const text = poppler("pdftotext", ["-bbox", ...only, path, "-"]).toString("utf8");
    return { png, words: wordsIn(text, pixelsPerInch / points) };
  });
}

/** The words of `pdftotext -bbox`, in its reading order. */
export function wordsIn(xhtml: string, scale: number): ScannedPage["words"] {
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g;
  return [...xhtml.matchAll(word)].map(([, left, top, right, bottom, text]) => ({
    text: unescaped(text as string),
    box: [left, top, right, bottom].map((edge) => Number(edge) * scale) as unknown as Box,
  }));
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  amp: "&",
  apos: "'",
  "#39": "'",
};

const unescaped = (text: string): string =>
  text.replaceAll(/&(lt|gt|quot|amp|apos|#39);/g, (_, name: string) => entities[name] as string);

function withPlainFile<T>(pdf: string, use: (path: string) => T): T {
  if (!existsSync(pdf))
    throw new Failure(`there is no ${pdf}: apt-get install debian-policy developers-reference poppler-utils`);
  if (!pdf.endsWith(".gz")) return use(pdf);
  const folder = mkdtempSync(join(tmpdir(), "proxylab-manual-"));
  try {
    const path = join(folder, "manual.pdf");
    writeFileSync(path, gunzipSync(readFileSync(pdf)));
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function poppler(program: string, args: string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync(program, args, { maxBuffer: 2e8, timeout: 60_000 });
  if (error) throw new Failure(`${program} does not run (${error.message}): apt-get install poppler-utils`);
  if (status !== 0) throw new Failure(`${program} failed: ${stderr.toString("utf8").trim().slice(0, 300)}`);
  return stdout;
}
