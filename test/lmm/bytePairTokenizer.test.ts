import assert from "node:assert/strict";
import fc from "fast-check";
import { BytePairTokenizer } from "../../src/lmm/bytePairTokenizer.ts";
import { openGguf } from "../../src/lmm/gguf/file.ts";
import { Metadata } from "../../src/lmm/gguf/metadata.ts";
import { goldenFolder, goldenJson } from "../support/golden.ts";

describe("a byte-pair tokenizer from a GGUF file", () => {
  let tokenizer: BytePairTokenizer;
  let fields: Record<string, unknown>;
  before(async () => {
    const { path, metadata, close } = await openGguf(goldenFolder("gguf/tiny.gguf"));
    close();
    tokenizer = BytePairTokenizer.of(path, metadata);
    fields = (metadata as unknown as { fields: Record<string, unknown> }).fields;
  });

  it("gives the ids of Hugging Face's tokenizers, and their texts, on edge cases and a fuzz of pieces", () => {
    const { texts } = goldenJson<{ texts: [string, number[], string][] }>("gguf/tokenizer.json");
    for (const [text, ids, back] of texts) {
      assert.deepEqual(tokenizer.encode(text), ids, JSON.stringify(text));
      assert.equal(tokenizer.decode(ids), back, JSON.stringify(text));
    }
  });

  it("cuts a text into pieces that follow one another and together are the text", () => {
    const texts = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.constantFrom("<|im_end|>é😀 x"),
    );
    fc.assert(
      fc.property(texts, (given) => {
        const text = Buffer.from(given).toString(); // no half of a surrogate pair
        const pieces = tokenizer.pieces(text);
        assert.deepEqual(
          pieces.map(({ id }) => id),
          tokenizer.encode(text),
        );
        const whole = tokenizer.decode(tokenizer.encode(text)) === text; // no byte is without a token
        let reached = 0;
        for (const { start, end } of pieces) {
          assert.ok(end > start && end >= reached && end <= text.length, JSON.stringify({ text, pieces }));
          if (whole) assert.ok(start <= reached, JSON.stringify({ text, pieces }));
          reached = end;
        }
        if (whole) assert.equal(reached, text.length);
      }),
      { numRuns: 200 },
    );
  });

  it("knows its newline, its space and its end, and leaves out what is no text when it decodes", () => {
    const { newline, space, end, size } = tokenizer;
    assert.equal(tokenizer.decode([newline, space, newline]), "\n \n");
    assert.equal(end, 2);
    assert.equal(size, 512);
    assert.equal(tokenizer.decode([1, newline, end, 99_999]), "\n");
    assert.equal(tokenizer.decode([]), "");
  });

  it("of another kind, or whose lists do not fit, is refused with the file's name", () => {
    const refused = (changed: object, words: RegExp) =>
      assert.throws(() => BytePairTokenizer.of("a.gguf", new Metadata("a.gguf", { ...fields, ...changed })), {
        name: "Failure",
        message: words,
      });
    refused(
      { "tokenizer.ggml.model": "llama" },
      /a\.gguf has a tokenizer "llama smollm"; only "gpt2 smollm" is here/,
    );
    refused({ "tokenizer.ggml.pre": "constructor" }, /only "gpt2 smollm" is here/);
    refused({ "tokenizer.ggml.token_type": [1] }, /512 tokens, 1 types and end 2 do not fit/);
    refused({ "tokenizer.ggml.eos_token_id": 512 }, /end 512 do not fit/);
    refused(
      { "tokenizer.ggml.merges": [1, 2] },
      /a\.gguf: tokenizer\.ggml\.merges is a value of type list; expected a list of texts/,
    );
    refused(
      { "tokenizer.ggml.tokens": undefined },
      /tokenizer\.ggml\.tokens is missing; expected a list of texts/,
    );
  });
});
