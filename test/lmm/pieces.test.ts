import assert from "node:assert/strict";
import { piecesOnGrid } from "../../src/lmm/pieces.ts";
import { CharacterTokenizer } from "../../src/lmm/tokenizer.ts";

const tokenizer = new CharacterTokenizer("ab ");
const [a, b, space] = tokenizer.encode("ab ") as [number, number, number];
const vision = { image_size: 30, patch_size: 10 };
const on = (...texts: Parameters<typeof piecesOnGrid>[0]) => [...piecesOnGrid(texts, tokenizer, vision)];

describe("the pieces of text on the grid of a picture", () => {
  it("stand under the patch in which their centre lies, spaces elsewhere", () => {
    const text = {
      text: "ab",
      centres: [
        [5, 15],
        [25, 15],
      ] as const,
    };
    assert.deepEqual(on(text), [space, space, space, a, space, b, space, space, space]);
  });

  it("of several in a patch is the one nearest to its centre, whichever comes first", () => {
    const [near, far] = [
      { text: "a", centres: [[15, 14]] as const },
      { text: "b", centres: [[11, 11]] as const },
    ];
    assert.equal(on(near, far)[4], a);
    assert.equal(on(far, near)[4], a);
  });

  it("leaves out what lies outside the picture, and white space, which has no ink", () => {
    const outside = {
      text: "aab",
      centres: [
        [-1, 5],
        [5, 30],
        [Number.NaN, 5],
      ] as const,
    };
    const blank = {
      text: "a b",
      centres: [
        [5, 5],
        [15, 5],
        [25, 5],
      ] as const,
    };
    assert.deepEqual(on(outside), new Array(9).fill(space));
    assert.deepEqual(on(blank).slice(0, 3), [a, space, b]);
  });

  it("refuses a text whose units have no centre each", () => {
    assert.throws(() => on({ text: "ab", centres: [[1, 1]] }), /"ab" has 2 units and 1 centres/);
  });
});
