import assert from "node:assert/strict";
import { tf } from "../../src/backend/tf.ts";
import { generate } from "../../src/lmm/generate.ts";
import type { LMM } from "../../src/lmm/lmm.ts";
import { languageOf } from "../../src/lmm/pretrained/decoder.ts";
import { goldenJson, goldenTensors, near } from "./golden.ts";

interface Answer {
  readonly question: string;
  readonly ids: number[];
  readonly answer: number[];
  readonly text: string;
}

/**
 * Asserts that a text decoder puts and answers the questions of `test/golden/FOLDER` as transformers did: the ids of the
 * prompt, the answer decoded through the cache, and the logits of both within a tolerance.
 */
export function answersAgree(
  lmm: LMM,
  folder: string,
  { tolerance, questions = Number.POSITIVE_INFINITY }: { tolerance: number; questions?: number },
): string[] {
  const answers = goldenJson<Answer[]>(`${folder}/answers.json`).slice(0, questions);
  const golden = goldenTensors(`${folder}/logits.safetensors`);
  const { tokenizer, template } = languageOf(
    lmm.config.pretrained as NonNullable<LMM["config"]["pretrained"]>,
  );
  const stride = Math.max(1, Math.floor(lmm.config.decoder.vocab_size / 128));
  const sampled = (rows: tf.Tensor): ArrayLike<number> =>
    tf.tidy(() => {
      const width = rows.shape.at(-1) as number;
      const index = Array.from({ length: Math.ceil(width / stride) }, (_, i) => i * stride);
      return tf.gather(rows.reshape([-1, width]), tf.tensor1d(index, "int32"), 1).dataSync();
    });
  return answers.map(({ question, ids, answer, text }, i) => {
    const prompt = template.render([{ role: "user", content: question }], { answer: true });
    assert.deepEqual(tokenizer.encode(prompt), ids, question);
    const whole = lmm.logits([{ parts: [ids] }]);
    near(
      sampled(whole),
      golden[`${i}.prompt`]?.values ?? [],
      tolerance,
      `logits of the prompt "${question}"`,
    );
    whole.dispose();
    const steps: number[] = [];
    const [given] = generate(lmm, [{ parts: [ids] }], {
      maxTokens: 24,
      stop: tokenizer.end,
      onLogits: (logits) => steps.push(...Array.from(sampled(logits))),
    });
    assert.deepEqual(given, answer, question);
    near(steps, golden[`${i}.decoded`]?.values ?? [], tolerance, `logits of the answer to "${question}"`);
    assert.equal(tokenizer.decode(given ?? []), text);
    return text;
  });
}
