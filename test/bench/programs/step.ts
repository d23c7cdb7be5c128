import { configFrom } from "../../../src/lmm/config.ts";
import { LMM } from "../../../src/lmm/lmm.ts";
import { crossEntropy } from "../../../src/nn/crossEntropy.ts";
import { fit } from "../../../src/train/fit.ts";
import { asked, engine, say, settings, stopwatch } from "./serve.ts";
import { ids, weights } from "./weights.ts";

/** A training step of a small Llama, all of it trained, by `fit` itself: what a step of one's own training takes. */
const given = settings({
  layers: 12,
  hidden: 128,
  heads: 4,
  ffn: 344,
  vocabulary: 200,
  tokens: 228,
  batch: 32,
});
const report = await engine();
const config = configFrom({
  num_hidden_layers: given.layers,
  hidden_size: given.hidden,
  intermediate_size: given.ffn,
  num_attention_heads: given.heads,
  vocab_size: given.vocabulary,
  rms_norm_eps: 1e-5,
});
const count = given.batch * given.tokens;
const tokens = ids("tokens", count, given.vocabulary);
const labels = ids("labels", count, given.vocabulary);
const samples = Array.from({ length: given.batch }, (_, i) => ({
  parts: [Array.from(tokens.subarray(i * given.tokens, (i + 1) * given.tokens))],
}));

const warmUp = 3;
let first = 0;
let taken = stopwatch();
const enough = new AbortController();
await fit(
  LMM.build(weights, config),
  {
    name: "step",
    steps: 1_000_000,
    groups: [{ paths: /./, rate: 1e-3 }],
    loss: (lmm) => crossEntropy(lmm.logits(samples), labels),
  },
  {
    signal: enough.signal,
    onStep: ({ step, loss }) => {
      const time = taken();
      if (step === 1) first = loss;
      if (step === warmUp) say({ ready: true, checks: { step: [first] }, engine: report });
      if (step > warmUp) say(time);
      if (step >= warmUp && asked() === undefined) enough.abort();
      taken = stopwatch();
    },
  },
).catch((error: unknown) => {
  if (!enough.signal.aborted) throw error;
});
