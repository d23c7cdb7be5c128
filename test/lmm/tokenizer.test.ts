import assert from "node:assert/strict";
import fc from "fast-check";
import { CharacterTokenizer } from "../../src/lmm/tokenizer.ts";

const alphabets = fc
  .uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }), { minLength: 1, maxLength: 12 })
  .map((list) => [...new Set(list.join(""))]);

describe("a character tokenizer", () => {
  it("decodes what it encoded, whatever the alphabet, and its ids lie below its size", () => {
    const texts = alphabets.chain((letters) =>
      fc.record({
        letters: fc.constant(letters),
        text: fc.array(fc.constantFrom(...letters), { maxLength: 20 }),
      }),
    );
    fc.assert(
      fc.property(texts, ({ letters, text }) => {
        const tokenizer = new CharacterTokenizer(letters.join(""));
        const ids = tokenizer.encode(text.join(""));
        assert.equal(ids.length, text.length);
        assert.ok(ids.every((id) => id >= 4 && id < tokenizer.size));
        assert.equal(tokenizer.decode(ids), text.join(""));
      }),
      { numRuns: 60 },
    );
  });

  it("leaves out what is no character when it decodes", () => {
    const tokenizer = new CharacterTokenizer("ab");
    const { newline, end, padding, question } = tokenizer;
    assert.equal(tokenizer.decode([newline, 4, padding, 5, question, end, 99]), "ab");
    assert.equal(new Set([newline, end, padding, question, ...tokenizer.encode("ab")]).size, tokenizer.size);
  });

  it("refuses a character outside its alphabet by name", () => {
    assert.throws(() => new CharacterTokenizer("ab").encode("abc"), {
      name: "UsageError",
      message: '"c" in "abc" is outside the alphabet "ab"',
    });
  });
});
