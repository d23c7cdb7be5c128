import { precision } from "../../../src/backend/precision.ts";
import { tf } from "../../../src/backend/tf.ts";
import { adapt, adaptersFor } from "../../../src/lmm/adapters.ts";
import { configFrom } from "../../../src/lmm/config.ts";
import { LMM } from "../../../src/lmm/lmm.ts";
import { crossEntropy } from "../../../src/nn/crossEntropy.ts";
import type { Source } from "../../../src/nn/module.ts";
import { leaves } from "../../../src/nn/tree.ts";
import { streamOf } from "../../../src/routes/stream.ts";
import { AdamW } from "../../../src/train/adamW.ts";
import { valueAndGradients } from "../../../src/train/gradients.ts";
import { engine, serve, settings } from "./serve.ts";
import { ids, weights } from "./weights.ts";

/** SmolLM2-135M's shape: a training step of adapters on a frozen decoder, and a prefill. At `high` it is packed in bfloat16. */
const given = settings({
  layers: 30,
  hidden: 576,
  heads: 9,
  kvHeads: 3,
  ffn: 1536,
  vocabulary: 49152,
  rope: 100000,
  batch: 8,
  tokens: 330,
  rank: 16,
  scale: 2,
});
const report = await engine();
const config = configFrom({
  num_hidden_layers: given.layers,
  hidden_size: given.hidden,
  intermediate_size: given.ffn,
  num_attention_heads: given.heads,
  num_key_value_heads: given.kvHeads,
  vocab_size: given.vocabulary,
  rms_norm_eps: 1e-5,
  rope_theta: given.rope,
  tie_word_embeddings: true,
});
const tokens = ids("tokens", given.batch * given.tokens, given.vocabulary);
const labels = ids("labels", given.batch * given.tokens, given.vocabulary);
const samples = Array.from({ length: given.batch }, (_, i) => ({
  parts: [Array.from(tokens.subarray(i * given.tokens, (i + 1) * given.tokens))],
}));

const whole = LMM.build(weights, config);
const frozen = precision() === "high" ? whole.packed() : whole;
// PyTorch's side names an adapter's matrices without `.weight`, and starts both at random.
const named: Source = (path, shape, initial) => weights(path.replace(/\.weight$/, ""), shape, initial);
const adapters = adaptersFor(frozen.weights, { rank: given.rank, alpha: given.scale * given.rank });
const start = leaves(adapt(frozen.weights, adapters, named)).filter(([path]) => path.includes(".lora_"));
let model = frozen
  .withAdapters({ rank: given.rank, alpha: given.scale * given.rank })
  .withTensors(new Map(start));

const optimizer = new AdamW();
function step(): number {
  const tensors = new Map(leaves(model.weights).filter(([path]) => path.includes(".lora_")));
  const { value, gradients } = valueAndGradients(() => crossEntropy(model.logits(samples), labels), tensors);
  const { updated, norm } = optimizer.step(tensors, gradients, () => 1e-3);
  const loss = value.dataSync()[0] as number;
  const old = model;
  model = old.withTensors(updated);
  old.dispose();
  tf.dispose([value, norm, ...gradients.values()]);
  return loss;
}

/** The logits behind the last token of each sequence. */
const prefill = (): number[] =>
  tf.tidy(() => {
    const { x } = streamOf(model.prefill(samples).streams, "text");
    const last = x.slice([0, given.tokens - 1, 0], [-1, 1, -1]);
    return Array.from(model.weights.logits(last).slice([0, 0, 0], [1, 1, 8]).dataSync());
  });

const seen = prefill();
let first: number | undefined;
let failure: unknown;
try {
  first = step();
} catch (error) {
  failure = error; // a step may be more than an engine can hold; the prefill is measured all the same
}
serve(
  {
    step: {
      run: () => {
        if (failure) throw failure;
        step();
      },
    },
    prefill: { run: () => void prefill() },
  },
  {
    checks: { prefill: seen, ...(first !== undefined && { step: [first] }) },
    engine: report,
  },
);
