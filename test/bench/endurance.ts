import { setTimeout as sleep } from "node:timers/promises";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { configFrom } from "../../src/lmm/config.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { crossEntropy } from "../../src/nn/crossEntropy.ts";
import { fit } from "../../src/train/fit.ts";
import { ids, weights } from "./programs/weights.ts";

/**
 * Trains without a pause and tells how memory moves: `npm run endurance -- MINUTES` (30 unless said). The slopes are least
 * squares over the second half; a leak shows as bytes a step that do not fade.
 */
const minutes = Number(process.argv[2] ?? 30);
if (!(minutes > 0)) throw new Error(`minutes ${process.argv[2]}: expected a number above 0`);

const [hidden, tokens, batch, vocabulary] = [128, 128, 8, 200];
const config = configFrom({
  ...{ num_hidden_layers: 4, hidden_size: hidden, intermediate_size: 344, num_attention_heads: 4 },
  ...{ vocab_size: vocabulary, rms_norm_eps: 1e-5 },
});

const engine = await startEngine({ quiet: true });
console.log(`${engine.chosen}: ${engine.why}; ${minutes} minutes`);
const end = Date.now() + minutes * 60_000;
const enough = new AbortController();
const points: { step: number; rss: number; tensors: number; bytes: number }[] = [];
let said = 0;
await fit(
  LMM.build(weights, config),
  {
    name: "endurance",
    steps: Number.MAX_SAFE_INTEGER,
    groups: [{ paths: /./, rate: 1e-3 }],
    clip: 1,
    // Lengths change from step to step, as they do in real training.
    loss: (lmm, step) => {
      const length = tokens - (step % 16);
      const text = ids(`tokens ${step}`, batch * length, vocabulary);
      const samples = Array.from({ length: batch }, (_, i) => ({
        parts: [Array.from(text.subarray(i * length, (i + 1) * length))],
      }));
      return crossEntropy(lmm.logits(samples), ids(`labels ${step}`, batch * length, vocabulary));
    },
  },
  {
    signal: enough.signal,
    onStep: ({ step, loss }) => {
      const { numTensors, numBytes } = tf.memory();
      points.push({ step, rss: process.memoryUsage.rss(), tensors: numTensors, bytes: numBytes });
      if (Date.now() - said > 60_000) {
        said = Date.now();
        const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
        const { rss } = points.at(-1) as (typeof points)[0];
        console.log(
          `step ${step}: loss ${loss.toFixed(3)}, RSS ${mb(rss)} MB, ${numTensors} tensors, ${mb(numBytes)} MB`,
        );
      }
      if (Date.now() > end) enough.abort();
    },
  },
).catch((error: unknown) => {
  if (!enough.signal.aborted) throw error;
});
await sleep(0);
const half = points.slice(points.length >> 1);

/** Least squares. */
function slope(of: "rss" | "tensors" | "bytes"): number {
  const mean = (value: (point: (typeof half)[0]) => number) =>
    half.reduce((sum, point) => sum + value(point), 0) / half.length;
  const [x, y] = [mean(({ step }) => step), mean((point) => point[of])];
  return mean((point) => (point.step - x) * (point[of] - y)) / mean(({ step }) => (step - x) ** 2);
}

console.log(
  `${points.length} steps; slopes a step over the second half: RSS ${slope("rss").toFixed(1)} bytes, tensors ${slope("tensors").toFixed(6)}, tensor bytes ${slope("bytes").toFixed(3)}`,
);
