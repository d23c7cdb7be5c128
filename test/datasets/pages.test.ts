import assert from "node:assert/strict";
import fc from "fast-check";
import { families } from "../../datasets/pages/face.ts";
import {
  alphabet,
  keys,
  page,
  render,
  type Split,
  split,
  splitOf,
  toPng,
} from "../../datasets/pages/index.ts";

const seeds = fc.nat({ max: 2 ** 40 });
const splits: Split[] = ["train", "dev", "test"];

describe("pages", () => {
  it("are decided by their seed", () => {
    fc.assert(fc.property(seeds, (seed) => assert.deepEqual(page(seed), page(seed))));
    assert.deepEqual(page(0).lines, page(0).lines);
    assert.notDeepEqual(page(1), page(2 ** 32 + 1), "seeds beyond 32 bits count");
  });

  it("hold three to five fields of different kinds, one line each", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { fields, lines } = page(seed);
        assert.ok(fields.length >= 3 && fields.length <= 5);
        assert.equal(new Set(fields.map(({ key }) => key)).size, fields.length);
        assert.deepEqual(
          lines,
          fields.map(({ key, value }) => `${key}: ${value}`),
        );
      }),
    );
  });

  it("use every key, and no character outside the alphabet", () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 2000; seed++) {
      const { fields, lines } = page(seed);
      for (const { key } of fields) seen.add(key);
      for (const character of lines.join("")) assert.ok(alphabet.includes(character), character);
    }
    assert.deepEqual([...seen].sort(), [...keys].sort());
    assert.equal(new Set(alphabet).size, alphabet.length);
  });

  it("never change, because trained checkpoints know them", () => {
    assert.deepEqual(page(split("train", 0)).lines, ["Age: 95", "Code: JF485", "Date: May 5"]);
    assert.deepEqual(page(split("dev", 0)).lines, ["Age: 78", "City: Denver", "Phone: 5779"]);
    assert.deepEqual(page(split("test", 0)).lines, [
      "City: Madrid",
      "Phone: 7293",
      "Room: 71",
      "Code: GV390",
    ]);
    const { pixels } = render(page(23), 23);
    const sum = pixels.reduce((total, value) => total + value, 0);
    assert.ok(Math.abs(sum + 7159.6) < 5, `sum of pixels ${sum}`);
  });

  it("refuse a seed that is no whole number", () => {
    for (const seed of [-1, 0.5, Number.NaN, 2 ** 60])
      assert.throws(() => page(seed), /seed .* is no whole number/);
  });
});

describe("splits of pages", () => {
  it("hold different seeds, each the page of its own split", () => {
    for (const name of splits) {
      const own = Array.from({ length: 300 }, (_, index) => split(name, index));
      assert.equal(new Set(own).size, own.length);
      for (const seed of own) assert.equal(splitOf(page(seed)), name);
    }
  });

  it("share no set of lines", () => {
    const owner = new Map<string, Split>();
    for (const name of splits)
      for (let index = 0; index < 500; index++) {
        const text = page(split(name, index)).lines.sort().join("\n");
        assert.ok(!owner.has(text) || owner.get(text) === name, text);
        owner.set(text, name);
      }
  });

  it("keep a page in its split when its lines change places", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { fields, lines } = page(seed);
        assert.equal(splitOf({ fields, lines: lines.toReversed() }), splitOf({ fields, lines }));
      }),
    );
  });

  it("give train eighteen pages of twenty, dev and test one each", () => {
    const count = { train: 0, dev: 0, test: 0 };
    for (let seed = 0; seed < 20_000; seed++) count[splitOf(page(seed))]++;
    assert.ok(Math.abs(count.train - 18_000) < 200, `${count.train}`);
    assert.ok(Math.abs(count.dev - 1_000) < 150, `${count.dev}`);
    assert.ok(Math.abs(count.test - 1_000) < 150, `${count.test}`);
  });

  it("refuse an index that is no whole number", () => {
    assert.throws(() => split("dev", -1), /page -1 of split "dev"/);
    assert.throws(() => split("dev", 1.5), /page 1.5 of split "dev"/);
  });
});

describe("rendered pages", function () {
  this.timeout(10_000);
  it("are decided by page and seed, and look different under another seed", () => {
    assert.deepEqual(render(page(3), 4), render(page(3), 4));
    assert.notDeepEqual(render(page(3), 4).pixels, render(page(3), 5).pixels);
  });

  it("tell where every character stands, inside the picture and under ink", () => {
    for (let seed = 0; seed < 300; seed++) {
      const { lines } = page(seed);
      const { pixels, glyphs } = render(page(seed), seed);
      assert.equal(pixels.length, 96 * 96);
      assert.equal(glyphs.map(({ character }) => character).join(""), lines.join("").replaceAll(" ", ""));
      for (const { character, x, y } of glyphs) {
        assert.ok(x > 0 && x < 96 && y > 0 && y < 96, `${character} at ${x}, ${y} of page ${seed}`);
        assert.ok(darkest(pixels, x, y) > -0.4, `${character} at ${x}, ${y} of page ${seed} left no ink`);
      }
    }
  });

  it("leave paper, not ink, along the picture's edges, so that nothing is cut off", () => {
    for (let seed = 0; seed < 600; seed++) {
      const { pixels } = render(page(seed), seed);
      for (let i = 0; i < 96; i++)
        for (const [x, y] of [
          [i, 95],
          [0, i],
          [95, i],
        ] as const)
          assert.ok(pixels[y * 96 + x] < -0.4, `ink at ${x}, ${y} of page ${seed}`);
    }
  });

  it("fit in every face and size, the longest lines included", () => {
    const fields = ["Color: yellow", "Date: May 28", "Code: WM888", "Phone: 9999", "Total: $999"];
    for (let seed = 0; seed < 20 * families.length; seed++)
      assert.equal(render({ fields: [], lines: fields }, seed).glyphs.at(-1)?.character, "9");
  });

  it("refuse what cannot fit or be written, saying what", () => {
    const long = { fields: [], lines: ["Name: a line much too long"] };
    assert.throws(() => render(long, 0), /"Name: a line much too long", do not fit a page of 96 pixels/);
    assert.throws(() => render({ fields: [], lines: Array(9).fill("Age: 1") }, 0), /9 lines/);
    assert.throws(() => render({ fields: [], lines: ["Name: Zoë"] }, 0), /"ë" is not in the alphabet/);
  });

  it("have dark ink on light paper with the noise of a scan", () => {
    const { pixels } = render(page(7), 7);
    const sorted = pixels.toSorted();
    const median = sorted[sorted.length / 2];
    assert.ok(
      median < 1 - (2 * 230) / 255 && (sorted.at(-1) as number) > 0,
      "paper is negative, ink positive",
    );
    const blank = pixels.slice(0, 96);
    const deviation = Math.sqrt(blank.reduce((sum, v) => sum + (v - median) ** 2, 0) / blank.length);
    assert.ok(deviation > 0.03 && deviation < 0.1, `${deviation}`);
  });

  it("become a PNG of their own size", () => {
    const png = toPng(render(page(0), 0));
    assert.equal(png.toString("latin1", 1, 4), "PNG");
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [96, 96]);
  });
});

/** The strongest ink within four pixels of a glyph's centre. */
function darkest(pixels: Float32Array, x: number, y: number): number {
  let strongest = -Infinity;
  for (let dy = -4; dy <= 4; dy++)
    for (let dx = -4; dx <= 4; dx++) {
      const column = Math.round(x + dx);
      const row = Math.round(y + dy);
      if (column >= 0 && column < 96 && row >= 0 && row < 96)
        strongest = Math.max(strongest, pixels[row * 96 + column]);
    }
  return strongest;
}
