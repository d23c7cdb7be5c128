import assert from "node:assert/strict";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { loadCheckpoint } from "../../src/lmm/checkpoint.ts";
import { generate } from "../../src/lmm/generate.ts";
import { type Golden, goldenFolder, goldenTensors, near } from "../support/golden.ts";

/** Float32 against float32 in another order of additions; the independent implementation agrees to 1e-5. */
const tolerance = 1e-5;

describe("transformers' own decoders and this library, without a picture, agree", () => {
  before(() => startEngine({ quiet: true }));

  for (const model of ["llama", "llama-gqa", "qwen2"]) {
    const golden = goldenTensors(`transformers/${model}/golden.safetensors`);
    const { input_ids, logits, decoded_ids, decoded_logits } = golden as Record<string, Golden>;
    const [batch, length, vocabulary] = (logits as Golden).shape as [number, number, number];
    const ids = rows(input_ids as Golden);

    it(`${model}: logits of every token of a prompt`, () => {
      const lmm = loadCheckpoint(goldenFolder(`transformers/${model}`));
      const own = tf.tidy(() => lmm.logits(ids.map((row) => ({ parts: [row] }))));
      assert.deepEqual(own.shape, [batch, length, vocabulary]);
      near(own.dataSync(), (logits as Golden).values, tolerance);
      own.dispose();
      lmm.dispose();
    });

    it(`${model}: 20 tokens decoded through the cache, and the logits each was chosen from`, () => {
      const lmm = loadCheckpoint(goldenFolder(`transformers/${model}`));
      const steps: ArrayLike<number>[] = [];
      const maxTokens = (decoded_ids as Golden).shape[1] as number;
      const decoded = generate(
        lmm,
        ids.map((row) => ({ parts: [row] })),
        { maxTokens, onLogits: (x) => steps.push(x.dataSync()) },
      );
      assert.deepEqual(decoded, rows(decoded_ids as Golden));
      // [batch, step, vocabulary] there; step by step, [batch, vocabulary], here.
      const expected = Array.from({ length: maxTokens }, (_, step) =>
        Array.from({ length: batch }, (_, sample) => {
          const at = (sample * maxTokens + step) * vocabulary;
          return [...(decoded_logits as Golden).values.subarray(at, at + vocabulary)];
        }).flat(),
      );
      for (const [step, one] of expected.entries())
        near(steps[step] ?? [], one, tolerance, `logits of step ${step}`);
      lmm.dispose();
    });
  }
});

function rows({ values, shape }: Golden): number[][] {
  const [count, width] = shape as [number, number];
  return Array.from({ length: count }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);
}
