import assert from "node:assert/strict";
import fc from "fast-check";
import { fontsOf } from "../../datasets/sources/fonts.ts";
import { splits } from "../../datasets/sources/split.ts";
import { piecesOnGrid } from "../../src/lmm/pieces.ts";
import { CharacterTokenizer } from "../../src/lmm/tokenizer.ts";
import { area, type Box, intersectionOverUnion } from "../../src/pages/box.ts";
import { colourNames, luma, named, tint } from "../../src/pages/colours.ts";
import { draw } from "../../src/pages/draw.ts";
import { inkFraction, placedTexts } from "../../src/pages/grid.ts";
import type { Page, TextMark } from "../../src/pages/page.ts";
import { pixelsOf } from "../../src/pages/pixels.ts";
import { random } from "../../src/pages/random.ts";
import { lineOf, plainText, wordsOf } from "../../src/pages/text.ts";
import { pageAlphabet } from "../../src/tasks/alphabet.ts";

const families = splits.flatMap((split) => fontsOf(split));
const black = [0, 0, 0] as const;

const text = (words: string, x: number, baseline: number, more: Partial<TextMark> = {}): TextMark => ({
  mark: "text",
  text: words,
  x,
  baseline,
  type: { family: "roboto", weight: 400, size: 12, stretch: 1 },
  colour: black,
  angle: 0,
  ...more,
});

const page = (marks: Page["marks"], more: Partial<Page> = {}): Page => ({
  layout: "text",
  size: 96,
  paper: [255, 255, 255],
  marks,
  noise: 0,
  seed: 1,
  ...more,
});

/** The box of all pixels that are darker than light grey. */
function inkBox(drawn: Page): Box {
  const rgba = draw(drawn);
  const { size } = drawn;
  let [left, top, right, bottom] = [size, size, 0, 0];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if ((rgba[4 * (y * size + x)] as number) < 200)
        [left, top, right, bottom] = [
          Math.min(left, x),
          Math.min(top, y),
          Math.max(right, x + 1),
          Math.max(bottom, y + 1),
        ];
  return [left, top, right, bottom];
}

describe("text on a page", () => {
  it("stands where its box says, in every family, weight, size, width and direction", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...families),
        fc.constantFrom(400 as const, 700 as const),
        fc.integer({ min: 10, max: 20 }),
        fc.constantFrom(0.9, 1, 1.05),
        fc.constantFrom(-0.26, 0, 0.2),
        (family, weight, size, stretch, angle) => {
          const mark = text("Hpdxg", 16, 50, { type: { family, weight, size, stretch }, angle });
          const [said, seen] = [lineOf(mark).box, inkBox(page([mark]))];
          // Ink lies inside the box, a pixel of smoothing aside; around turned letters the box has empty corners.
          const outside = said.map((edge, i) =>
            i < 2 ? edge - (seen[i] as number) : (seen[i] as number) - edge,
          );
          const inside = angle === 0 ? 0.3 * size : 0.7 * size;
          for (const by of outside)
            assert.ok(by <= 1.5 && by >= -inside, `${family} ${weight} ${size}: ${said}, ${seen}`);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("has each letter in a box of its own: without it, the ink there is gone", () => {
    const whole = text("Oslo 42", 10, 50, {
      type: { family: "open-sans", weight: 400, size: 14, stretch: 0.95 },
    });
    const { boxes } = lineOf(whole);
    const seen = draw(page([whole]));
    for (const [i, [left, , right]] of boxes.entries()) {
      const inked = [...seen.keys()].some((at) => {
        const [x, y] = [(at >> 2) % 96, Math.floor((at >> 2) / 96)];
        return at % 4 === 0 && x >= left && x < right && y > 35 && y < 51 && (seen[at] as number) < 160;
      });
      assert.equal(inked, whole.text[i] !== " ", `letter ${i}`);
    }
  });

  it("is read row by row from the top, each row from the left", () => {
    const marks = [text("right", 50, 20), text("below", 5, 60), text("left", 5, 22), text("last", 60, 61)];
    assert.equal(plainText(page(marks)), "left right\nbelow last");
  });

  it("falls into words with boxes that lie side by side", () => {
    const [first, second] = wordsOf(lineOf(text("New York", 5, 20)));
    assert.deepEqual([first?.text, second?.text], ["New", "York"]);
    assert.ok((first?.box[2] as number) < (second?.box[0] as number));
  });
});

describe("a page on a grid", () => {
  const tokenizer = new CharacterTokenizer(pageAlphabet);
  const grid = { image_size: 96, patch_size: 8 };
  const inked = (one: Page) =>
    [...piecesOnGrid(placedTexts(one), tokenizer, grid)].flatMap((id, patch) =>
      id === tokenizer.space ? [] : [[tokenizer.decode([id]), patch]],
    );

  it("has each letter in the patch of its middle, and no blanks", () => {
    const mark = text("A B", 8, 30, { type: { family: "inconsolata", weight: 400, size: 16, stretch: 1 } });
    // Letters of 8 pixels from x = 8 on: patches 1 and 3 of the row of pixels 24 to 32.
    assert.deepEqual(inked(page([mark])), [
      ["A", 3 * 12 + 1],
      ["B", 3 * 12 + 3],
    ]);
  });

  it("leaves out what stands outside the picture", () => {
    assert.deepEqual(inked(page([text("A", -40, 30)])), []);
  });

  it("has the ink that its marks touch, not its backdrop", () => {
    const half = {
      mark: "path",
      points: [
        [0, 0],
        [96, 0],
        [96, 48],
        [0, 48],
      ],
      fill: black,
    } as const;
    assert.equal(inkFraction(page([half]), 12), 0.5);
    assert.equal(inkFraction(page([{ ...half, backdrop: true }]), 12), 0);
    assert.equal(inkFraction(page([]), 12), 0);
  });
});

describe("the picture of a page", () => {
  it("is ink: -1 for white paper, 1 for black, in one channel or three", () => {
    const square = {
      mark: "path",
      points: [
        [0, 0],
        [96, 0],
        [96, 96],
        [0, 96],
      ],
      fill: [255, 0, 0],
    } as const;
    assert.ok(pixelsOf(page([]), 1).every((value) => value === -1));
    const red = pixelsOf(page([square]), 3);
    assert.deepEqual([red[0], red[96 * 96], red[2 * 96 * 96]], [-1, 1, 1]);
    const grey = pixelsOf(page([], { paper: [128, 128, 128] }), 1)[0] as number;
    assert.ok(Math.abs(grey - (1 - 128 / 127.5)) < 1e-6);
  });

  it("bears noise of its own deviation, the same for the same seed", () => {
    const noisy = (seed: number) => draw(page([], { paper: [128, 128, 128], noise: 5, seed }));
    assert.deepEqual(noisy(3), noisy(3));
    assert.notDeepEqual(noisy(3), noisy(4));
    const values = [...noisy(3)].filter((_, i) => i % 4 === 0).map((value) => value - 128);
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
    assert.ok(Math.abs(deviation - 5) < 0.3, `${deviation}`);
  });

  it("shows paper lighter than any ink of the same name", () => {
    for (const name of colourNames)
      for (let seed = 0; seed < 20; seed++)
        assert.ok(luma(tint(name, random(seed))) > luma(named(name, random(seed))), name);
  });
});

describe("boxes", () => {
  const side = fc.integer({ min: 0, max: 50 });
  const box = fc.tuple(side, side, side, side).map(([x, y, w, h]): Box => [x, y, x + w + 1, y + h + 1]);

  it("share all with themselves, nothing with what is elsewhere, and the same both ways", () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        assert.equal(intersectionOverUnion(a, a), 1);
        assert.equal(intersectionOverUnion(a, b), intersectionOverUnion(b, a));
        assert.equal(intersectionOverUnion(a, [a[0] + 200, a[1], a[2] + 200, a[3]]), 0);
        assert.ok(
          intersectionOverUnion(a, b) <= Math.min(area(a), area(b)) / Math.max(area(a), area(b)) + 1e-12,
        );
      }),
    );
  });
});
