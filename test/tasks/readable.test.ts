import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { nanoPages, smolPages } from "../../src/pages/setting.ts";
import { factorsOf } from "../../src/tasks/factors.ts";
import { type PageTaskName, tasksAt } from "../../src/tasks/index.ts";
import { fingerprint, isReadable, type Readable, readableFile } from "../../src/tasks/readable.ts";
import type { Turn } from "../../src/tasks/sample.ts";
import { contains, readByTesseract, tesseractVersion } from "../support/tesseract.ts";

const { marks } = JSON.parse(readFileSync(readableFile, "utf8")) as Readable;
const settings = { nano: nanoPages, smol: smolPages };

const absent = tesseractVersion() ? "" : " (skipped: tesseract is not here; apt-get install tesseract-ocr)";

describe("marks of what a pretrained reader reads", () => {
  it("belong to the pages as they are drawn now: node --import tsx test/reference/readable.ts makes them again", () => {
    for (const [key, { read, of }] of Object.entries(marks)) {
      const [name, pages] = key.split("/") as [PageTaskName, keyof typeof settings];
      assert.equal(fingerprint(tasksAt(settings[pages])[name], read.length), of, key);
    }
  });

  it("say that documents are legible, and stand in a sample's factors", () => {
    for (const [pages, setting] of Object.entries(settings))
      for (const name of ["docVqa", "chartVqa", "ocr", "docParsing"]) {
        const read = [...(marks[`${name}/${pages}`]?.read ?? "")];
        const share = read.filter((one) => one === "1").length / read.length;
        assert.ok(share > 0.85, `${name} on ${pages}: ${share}`);
        const task = tasksAt(setting)[name as PageTaskName];
        assert.equal(factorsOf(task.sample("test", 3), setting).readable, read[3] === "1");
        assert.equal(isReadable(task.sample("train", 3)), null);
        assert.equal(isReadable(task.sample("test", 5000)), null);
      }
  });

  it(`are what tesseract still says of the first pages${absent}`, function () {
    if (absent) this.skip();
    for (const [pages, setting] of Object.entries(settings)) {
      const samples = Array.from({ length: 6 }, (_, i) => tasksAt(setting).docVqa.sample("test", i));
      const texts = readByTesseract(samples.map(({ page }) => page));
      const marked = marks[`docVqa/${pages}`]?.read ?? "";
      const same = samples.filter(
        ({ turns }, i) => contains(texts[i] ?? "", (turns[0] as Turn).answer) === (marked[i] === "1"),
      );
      // Another version of tesseract, or another processor's rounding of a letter's edge, may turn one.
      assert.ok(same.length >= 5, `${pages}: ${same.length} of 6`);
    }
  });
});
