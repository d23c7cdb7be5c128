import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { page, render, split, toPng } from "../../datasets/pages/index.ts";
import { Failure } from "../../src/errors.ts";
import { configFrom, type VisionConfig } from "../../src/lmm/config.ts";
import { nanoConfig as nanoOf } from "../../src/lmm/nano.ts";
import { readPicture } from "../../src/lmm/picture.ts";
import type { Picture } from "../../src/lmm/prompt.ts";
import { nanoConfig } from "../../src/studies/nano/config.ts";
import { near } from "../support/golden.ts";

const nanoInColour = nanoOf({ alphabet: "a ", channels: 3 });

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

  it("gives each colour as ink to this project's models, and as CLIP has it to those of others", async () => {
    const canvas = createCanvas(96, 96);
    const context = canvas.getContext("2d");
    context.fillStyle = "rgb(255, 51, 0)";
    context.fillRect(0, 0, 96, 96);
    const path = file("red.png", canvas.toBuffer("image/png"));
    const own = await readPicture(path, nanoInColour.vision);
    const released = configFrom({
      ...nanoConfig.decoder,
      vision_config: { image_size: 96, patch_size: 8 },
    }).vision as VisionConfig;
    const theirs = await readPicture(path, released);
    const first = ({ crops: [pixels] }: Picture) => [0, 96 * 96, 2 * 96 * 96].map((at) => pixels?.[at]);
    near(first(own) as number[], [-1, 0.6, 1], 1e-6);
    near(first(theirs) as number[], [1.9303, -0.9867, -1.4802], 1e-3);
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
