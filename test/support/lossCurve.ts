import { configFrom } from "../../src/lmm/config.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { crossEntropy } from "../../src/nn/crossEntropy.ts";
import { fit } from "../../src/train/fit.ts";
import { ids, weights } from "../bench/programs/weights.ts";
import { goldenJson } from "./golden.ts";

/** The training that `test/reference/loss_curve.py` did, and its losses in three number types. */
export const reference = goldenJson<{
  layers: number;
  hidden: number;
  heads: number;
  ffn: number;
  vocabulary: number;
  tokens: number;
  batch: number;
  steps: number;
  rate: number;
  warmup: number;
  floor: number;
  clip: number;
  decay: number;
  losses: Record<"float64" | "float32" | "bfloat16", number[]>;
}>("lossCurve.json");

/** The losses of the same training on the engine that runs. */
export async function lossCurve(): Promise<number[]> {
  const { layers, hidden, heads, ffn, vocabulary, steps, rate, warmup, floor, clip, decay } = reference;
  const config = configFrom({
    num_hidden_layers: layers,
    hidden_size: hidden,
    intermediate_size: ffn,
    num_attention_heads: heads,
    vocab_size: vocabulary,
    rms_norm_eps: 1e-5,
  });
  const losses: number[] = [];
  const model = LMM.build(weights, config);
  const trained = await fit(
    model,
    {
      name: "arithmetic",
      steps,
      groups: [{ paths: /./, rate }],
      warmup,
      floor,
      clip,
      optimizer: { weightDecay: decay },
      loss: (lmm, step) => {
        const { text, labels } = batch(step);
        return crossEntropy(lmm.logits(text.map((tokens) => ({ parts: [tokens] }))), labels);
      },
    },
    { onStep: ({ loss }) => losses.push(loss) },
  );
  trained.dispose();
  model.dispose();
  return losses;
}

/** Sequences that count upwards, each by a stride of its own. */
function batch(step: number): { text: number[][]; labels: Int32Array } {
  const { batch: size, vocabulary, tokens } = reference;
  const starts = ids(`start ${step}`, size, vocabulary);
  const strides = ids(`stride ${step}`, size, 7);
  const at = (sample: number, token: number) =>
    ((starts[sample] as number) + (1 + (strides[sample] as number)) * token) % vocabulary;
  return {
    text: Array.from({ length: size }, (_, i) => Array.from({ length: tokens }, (_, t) => at(i, t))),
    labels: Int32Array.from({ length: size * tokens }, (_, i) =>
      at(Math.floor(i / tokens), 1 + (i % tokens)),
    ),
  };
}
