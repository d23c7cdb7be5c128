/**
 * Marks which test samples a pretrained reader reads: Debian's tesseract-ocr, an independent program. Writes
 * `datasets/readable.json`, about five minutes on one core.
 *
 *     node --import tsx test/reference/readable.ts
 */
import { writeAtomically } from "../../src/files/atomic.ts";
import { nanoPages, smolPages } from "../../src/pages/setting.ts";
import { tasksAt } from "../../src/tasks/index.ts";
import { fingerprint, type Readable, readableFile } from "../../src/tasks/readable.ts";
import type { Turn } from "../../src/tasks/sample.ts";
import { contains, readByTesseract, tesseractVersion } from "../support/tesseract.ts";

const count = 200;
const names = ["docVqa", "chartVqa", "infoVqa", "textVqa", "ocr", "docParsing"] as const;

const reader = tesseractVersion();
if (!reader) throw new Error("tesseract is not installed: apt-get install tesseract-ocr");
const marks: Record<string, Readable["marks"][string]> = {};
for (const setting of [nanoPages, smolPages])
  for (const name of names) {
    const task = tasksAt(setting)[name];
    const samples = Array.from({ length: count }, (_, i) => task.sample("test", i));
    const texts = readByTesseract(samples.map(({ page }) => page));
    const read = samples.map(({ turns }, i) =>
      contains(texts[i] ?? "", (turns[0] as Turn).answer) ? "1" : "0",
    );
    marks[`${name}/${setting.name}`] = { read: read.join(""), of: fingerprint(task, count) };
    const share = read.filter((one) => one === "1").length / count;
    process.stdout.write(`${name} on ${setting.name}: ${(100 * share).toFixed(1)} % of answers read\n`);
  }
writeAtomically(readableFile, `${JSON.stringify({ reader, marks } satisfies Readable, null, 1)}\n`);
