import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createCanvas, Image } from "@napi-rs/canvas";
import { fashionFolder, garmentSide, garments, readGarments } from "../../datasets/external/fashion.ts";
import { makeExternal } from "../../datasets/external/make.ts";
import { manuals, pagesOf, wordsIn } from "../../datasets/external/manuals.ts";
import { mosaicOf } from "../../datasets/external/mosaics.ts";
import { windowOf } from "../../datasets/external/windows.ts";
import { Failure } from "../../src/errors.ts";
import { touch } from "../../src/pages/box.ts";
import { random } from "../../src/pages/random.ts";
import { nanoPages } from "../../src/pages/setting.ts";
import { fileTask } from "../../src/tasks/files/fileTask.ts";
import { pageTasks } from "../../src/tasks/index.ts";

const pixelsOfPng = (png: Buffer): Uint8ClampedArray => {
  const image = new Image();
  image.src = png;
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
};

describe("windows of a scanned page", () => {
  const words = wordsIn(
    [10, 60, 110, 160, 260]
      .map((x, i) => `<word xMin="${x}" yMin="20" xMax="${x + 40}" yMax="30">w&amp;${i}</word>`)
      .join("\n"),
    2,
  );
  const canvas = createCanvas(700, 400);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 700, 400);
  context.fillStyle = "black";
  for (const { box } of words) context.fillRect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
  const page = { png: canvas.toBuffer("image/png"), words };

  it("take words and their boxes from pdftotext, in pixels", () => {
    assert.deepEqual(words[0], { text: "w&0", box: [20, 40, 100, 60] });
  });

  it("hold whole words where they say, and cover those that their edge cuts", () => {
    let windows = 0;
    for (let seed = 0; seed < 20; seed++) {
      const window = windowOf(page, 290, random(seed));
      if (!window) continue;
      windows++;
      assert.ok(window.words.length >= 3);
      const pixels = pixelsOfPng(window.png);
      const inked = [...pixels.keys()]
        .filter((at) => at % 4 === 0 && (pixels[at] as number) < 100)
        .map((at) => at / 4);
      for (const at of inked) {
        const [x, y] = [(at % 290) + 0.5, Math.floor(at / 290) + 0.5];
        assert.ok(
          window.words.some(({ box }) => x > box[0] && x < box[2] && y > box[1] && y < box[3]),
          `${x}, ${y}`,
        );
      }
      assert.ok(inked.length > 1000);
    }
    assert.ok(windows > 0);
  });
});

describe("mosaics of garments", () => {
  const dark = { pixels: new Uint8Array(garmentSide ** 2).fill(200, 100, 500), name: "bag" };
  const all = ["bag", "boot", "coat"].flatMap((name) =>
    Array.from({ length: 6 }, () => ({ ...dark, pixels: dark.pixels.slice(), name })),
  );

  it("lie apart, inside the picture, where they say", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { png, things } = mosaicOf(all, 96, random(seed));
      assert.ok(things.length >= 1 && things.length <= 5);
      const pixels = pixelsOfPng(png);
      for (const [i, { box }] of things.entries()) {
        assert.ok(Math.min(...box) >= 0 && Math.max(...box) <= 96);
        for (const other of things.slice(i + 1)) assert.ok(!touch(box, other.box));
        const middle = 4 * (Math.floor((box[1] + box[3]) / 2) * 96 + Math.floor((box[0] + box[2]) / 2));
        assert.ok((pixels[middle] as number) < 120);
      }
    }
  });

  it("say which file is missing or broken", () => {
    const folder = mkdtempSync(join(tmpdir(), "proxylab-fashion-"));
    try {
      assert.throws(
        () => readGarments(folder),
        /there is no .*t10k-images.*apt-get install dataset-fashion-mnist/,
      );
      writeFileSync(
        join(folder, "t10k-images-idx3-ubyte.gz"),
        gzipSync(Buffer.from("not an idx file at all")),
      );
      assert.throws(() => readGarments(folder), /is no IDX file/);
      const header = Buffer.alloc(16);
      [0x803, 9, 28, 28].forEach((value, i) => {
        header.writeUInt32BE(value, 4 * i);
      });
      writeFileSync(
        join(folder, "t10k-images-idx3-ubyte.gz"),
        gzipSync(Buffer.concat([header, Buffer.alloc(100)])),
      );
      assert.throws(() => readGarments(folder), /claims a shape of 9 x 28 x 28 and has 100 bytes/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const absent =
  [...manuals, fashionFolder].every((path) => existsSync(path)) && existsSync("/usr/bin/pdftoppm")
    ? ""
    : " (skipped: apt-get install debian-policy developers-reference dataset-fashion-mnist poppler-utils)";

describe(`pages that nobody laid out${absent}`, () => {
  before(function () {
    if (absent) this.skip();
  });

  it("become question files that fileTask reads, the same each time", () => {
    const folder = mkdtempSync(join(tmpdir(), "proxylab-external-"));
    try {
      const [first, again] = ["a", "b"].map((name) => makeExternal(join(folder, name), nanoPages, 4));
      for (const what of ["parsing", "words", "garments", "counting"] as const) {
        assert.equal(
          readFileSync(first?.[what] as string, "utf8"),
          readFileSync(again?.[what] as string, "utf8"),
        );
        const boxes = what === "words" || what === "garments";
        const task = fileTask({
          task: boxes ? pageTasks.grounding(nanoPages) : pageTasks.docParsing(nanoPages),
          questions: first?.[what] as string,
          pictures: join(folder, "a"),
          vision: { image_size: nanoPages.size, num_channels: 3, pixels: "ink" },
          wording: "brief",
        });
        assert.equal(task.count, 4);
        const { question, answer } = task.example("test", 0);
        assert.match(question, boxes ? /^find \w+$/ : what === "parsing" ? /^read$/ : /^count \w+$/);
        assert.equal(task.score(answer, answer), 1);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("come from manuals of many pages and ten thousand garments of ten sorts", () => {
    for (const manual of manuals) assert.ok(pagesOf(manual) > 50);
    const all = readGarments();
    assert.equal(all.length, 10_000);
    for (const name of garments) assert.equal(all.filter((one) => one.name === name).length, 1000);
    assert.throws(() => pagesOf("/nowhere.pdf"), Failure);
  });
});
