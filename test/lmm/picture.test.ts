import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { page, render, split, toPng } from "../../datasets/pages/index.ts";
import { Failure } from "../../src/errors.ts";
import { readPicture } from "../../src/lmm/picture.ts";
import { nanoConfig } from "../../src/studies/nano/config.ts";

describe("reading a picture file", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "proxylab-picture-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const file = (name: string, bytes: Uint8Array | string): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  it("gives back the pixels of a rendered page, to the rounding of its 8 bits", async () => {
    const seed = split("test", 0);
    const rendered = render(page(seed), seed);
    const { crops } = await readPicture(file("page.png", toPng(rendered)), nanoConfig.vision);
    const [pixels] = crops;
    assert.equal(pixels?.length, 96 * 96);
    const worst = Math.max(
      ...rendered.pixels.map((value, i) => Math.abs(Math.max(-1, Math.min(1, value)) - (pixels?.[i] ?? 9))),
    );
    assert.ok(worst <= 1 / 127.5, `largest difference ${worst}`);
  });

  it("refuses another size, naming both", async () => {
    const path = file("small.png", createCanvas(64, 32).toBuffer("image/png"));
    await assert.rejects(readPicture(path, nanoConfig.vision), /is 64 x 32 pixels; this model takes 96 x 96/);
  });

  it("refuses what is no picture, what is broken, what claims too much, and what is not there", async () => {
    const png = createCanvas(96, 96).toBuffer("image/png");
    const huge = Buffer.from(png);
    huge.writeUInt32BE(4_000_000, 16);
    const cases: [string, RegExp][] = [
      [file("text.png", "hello"), /is not a picture/],
      [file("empty.png", ""), /is not a picture/],
      [file("cut.png", png.subarray(0, 40)), /is a broken picture|is \d+ x \d+ pixels/],
      [file("huge.png", huge), /claims 4000000 x 96 pixels/],
      [join(folder, "missing.png"), /no such file/],
    ];
    for (const [path, sentence] of cases) {
      await assert.rejects(readPicture(path, nanoConfig.vision), (error: Error) => {
        assert.ok(error instanceof Failure, `${path}: ${error}`);
        assert.match(error.message, sentence);
        return true;
      });
    }
  });
});
