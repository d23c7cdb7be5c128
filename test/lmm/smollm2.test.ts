import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { startEngine } from "../../src/backend/start.ts";
import { openGguf } from "../../src/lmm/gguf/file.ts";
import { load } from "../../src/lmm/load.ts";
import { pretrained } from "../../src/lmm/pretrained/catalogue.ts";
import { languageOf, openDecoder } from "../../src/lmm/pretrained/decoder.ts";
import { isFetched, modelFile } from "../../src/lmm/pretrained/place.ts";
import { goldenJson } from "../support/golden.ts";
import { answersAgree } from "../support/transformersAnswers.ts";

const model = pretrained("smollm2-135m");
const absent = isFetched(model)
  ? ""
  : ` (skipped: run "npx proxylab fetch ${model.name}"; npm run test:slow fetches it)`;

describe(`SmolLM2-135M-Instruct${absent}`, () => {
  before(async function () {
    if (absent) this.skip();
    await startEngine({ quiet: true });
  });

  it("has in every tensor the numbers that the Python package gguf makes of its blocks", async () => {
    const expected =
      goldenJson<Record<string, { type: string; shape: number[]; sha256: string }>>("smollm2/tensors.json");
    const file = await openGguf(modelFile(model));
    assert.deepEqual([...file.entries.keys()], Object.keys(expected));
    for (const [name, { type, shape, sha256 }] of Object.entries(expected)) {
      const entry = file.entries.get(name);
      assert.deepEqual([entry?.type.name, entry?.shape], [type, shape], name);
      const values = file.read(name);
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      assert.equal(createHash("sha256").update(bytes).digest("hex"), sha256, name);
    }
    file.close();
  });

  it("has its tokenizer's ids and texts, and its chat template's", async () => {
    const { name, tensors } = await openDecoder(model.name);
    tensors.close();
    const { tokenizer, template } = languageOf(name);
    const { texts, chats } = goldenJson<{
      texts: [string, number[], string][];
      chats: [Parameters<typeof template.render>[0], boolean, string][];
    }>("smollm2/tokenizer.json");
    for (const [text, ids, back] of texts) {
      assert.deepEqual(tokenizer.encode(text), ids, JSON.stringify(text));
      assert.equal(tokenizer.decode(ids), back, JSON.stringify(text));
    }
    for (const [messages, answer, text] of chats) assert.equal(template.render(messages, { answer }), text);
  });

  it("answers as transformers does with the same weights, its logits within 1e-3", async () => {
    const lmm = await load(model.name);
    const [paris] = answersAgree(lmm, "smollm2", { tolerance: 1e-3, questions: 2 });
    assert.equal(paris, "The capital of France is Paris.");
    lmm.dispose();
  });
});
