import assert from "node:assert/strict";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { generate } from "../../src/lmm/generate.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import type { Sample } from "../../src/lmm/prompt.ts";
import { near } from "../support/golden.ts";
import { openings, routes } from "../support/library.ts";
import { textLogits, textOf } from "../support/run.ts";
import { layers, picture, prompt, tinyConfig, words } from "../support/tiny.ts";

const plans = [
  ...Object.entries(routes).map(([name, make]) => [name, make(1)] as const),
  ...Object.entries(openings),
];

/** Different numbers of crops, pictures and text tokens; the last has no picture at all. */
const samples: Sample[] = [
  prompt({ before: 2, crops: 2, after: 3 }),
  { parts: [picture(1, 7), words(2, 8), picture(3, 9), words(5, 10)] },
  { parts: [words(4, 11)] },
];
const steps = 4;

describe("decoding", () => {
  before(() => startEngine({ quiet: true }));

  for (const [name, edits] of plans) {
    it(`${name}: through the cache it equals running the prefix again, with the prompt's end kept`, () => {
      const lmm = LMM.random(tinyConfig("early"), 5, edits);
      const logits: number[][][] = [];
      const answers = generate(lmm, samples, {
        maxTokens: steps,
        onLogits: (x) => logits.push(x.arraySync()),
      });
      for (const count of [1, steps - 1]) {
        const longer = samples.map((sample, i) => ({
          parts: [...sample.parts, (answers[i] as number[]).slice(0, count)],
          promptLength: textOf(sample),
        }));
        textLogits(lmm, longer).forEach((rows, i) => {
          near(logits[count]?.[i] as number[], rows.at(-1) as number[], 2e-5, `sample ${i}, step ${count}`);
        });
      }
      lmm.dispose();
    });
  }

  it("an answer is what it would be alone, and the end token of one does not end another", () => {
    const lmm = LMM.random(tinyConfig(), 5);
    const alone = samples.map((sample) => generate(lmm, [sample], { maxTokens: 6 })[0] as number[]);
    assert.deepEqual(generate(lmm, samples, { maxTokens: 6 }), alone);
    const stop = alone[0]?.[2] as number;
    const until = (ids: number[]) => (ids.includes(stop) ? ids.slice(0, ids.indexOf(stop)) : ids);
    assert.deepEqual(generate(lmm, samples, { maxTokens: 6, stop }), alone.map(until));
    lmm.dispose();
  });

  it("an interrupted generation leaves no tensor behind, as a finished one", () => {
    const lmm = LMM.random(tinyConfig(), 5, routes.proxyV?.(1) ?? []);
    const before = tf.memory().numTensors;
    generate(lmm, samples, { maxTokens: 3 });
    assert.equal(tf.memory().numTensors, before);
    const interruption = new AbortController();
    const onLogits = () => interruption.abort();
    assert.throws(() => generate(lmm, samples, { maxTokens: 3, onLogits, signal: interruption.signal }), {
      name: "AbortError",
    });
    assert.equal(tf.memory().numTensors, before);
    lmm.dispose();
  });
});

describe("the cache", () => {
  before(() => startEngine({ quiet: true }));

  const kept = (lmm: LMM): string[][] => {
    let kinds: string[][] = [];
    tf.tidy(() => {
      kinds = lmm
        .prefill([prompt()], { keepCache: true })
        .cache.layers.map((layer) => Object.keys(layer).sort());
    });
    return kinds;
  };

  for (const [name, edits] of plans) {
    it(`${name}: holds a kind in a layer exactly where decoded text sees it`, () => {
      const lmm = LMM.random(tinyConfig(), 5, edits);
      const seen = lmm.plan.layers.map(({ route }) => {
        const { sees } = route.lanes.text as { sees: readonly string[] };
        return [...sees].sort();
      });
      assert.deepEqual(kept(lmm), seen);
      assert.equal(seen.length, layers);
      const withProxies = seen.some((kinds) => kinds.includes("proxy"));
      assert.equal(withProxies, name === "text sees proxies");
      lmm.dispose();
    });
  }
});
