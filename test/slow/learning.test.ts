import assert from "node:assert/strict";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { nanoConfig } from "../../src/studies/nano/config.ts";
import { lessons } from "../../src/studies/nano/train.ts";
import { fit, type LogLine } from "../../src/train/fit.ts";

describe("learning, from nothing, for longer than a quick test", () => {
  it("the decoder learns to answer about pages given as text, and no tensor is left behind", async () => {
    await startEngine({ quiet: true });
    const [language] = lessons;
    assert.ok(language?.evaluate);
    const lines: LogLine[] = [];
    const counts: number[] = [];
    const start = LMM.random(nanoConfig, 1);
    const onStep = (line: LogLine) => {
      lines.push(line);
      counts.push(tf.memory().numTensors);
    };
    const taught = await fit(
      start,
      { ...language, steps: 320, evaluate: { ...language.evaluate, every: 320 } },
      { onStep },
    );
    const last = lines.at(-1) as LogLine;
    assert.ok(last.loss < 0.5, `loss ${last.loss} after 320 steps; it begins above 4`);
    assert.ok((last.exact as number) > 0.5, `${last.exact} of the answers right; guessing gives 0.02`);
    assert.equal(new Set(counts.slice(5)).size, 1, "the number of tensors is the same after every step");
    taught.dispose();
    start.dispose();
  });
});
