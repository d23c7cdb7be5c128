import { configFrom, type LMMConfig } from "../../src/lmm/config.ts";
import type { Picture, Sample } from "../../src/lmm/prompt.ts";
import { uniform } from "../../src/lmm/random.ts";

/** Layers of the tiny decoder. */
export const layers = 4;

/** Tokens a crop of the tiny model, 4 x 4. */
export const perCrop = 16;

const vocabulary = 23;
const pixels = 8;

/** An LMM of a few thousand parameters with everything a real one has: grouped queries, biases, a class token. */
export function tinyConfig(newlines: LMMConfig["newlines"] = "inPlace"): LMMConfig {
  return configFrom({
    decoder: {
      num_hidden_layers: layers,
      hidden_size: 16,
      intermediate_size: 24,
      num_attention_heads: 4,
      num_key_value_heads: 2,
      vocab_size: vocabulary,
      rms_norm_eps: 1e-5,
      attention_bias: true,
    },
    vision: {
      image_size: pixels,
      patch_size: 2,
      num_channels: 1,
      hidden_size: 8,
      intermediate_size: 16,
      num_hidden_layers: 2,
      num_attention_heads: 2,
      hidden_act: "gelu",
      class_token: true,
      select_layer: -1,
    },
    newlines,
  });
}

/** A picture of so many crops, its pixels drawn from a seed. */
export function picture(crops: number, seed = 1): Picture {
  const next = uniform(seed);
  return {
    crops: Array.from({ length: crops }, () =>
      Float32Array.from({ length: pixels ** 2 }, () => 2 * next() - 1),
    ),
  };
}

/** So many text tokens, drawn from a seed. */
export function words(count: number, seed = 2): number[] {
  const next = uniform(seed);
  return Array.from({ length: count }, () => Math.floor(next() * vocabulary));
}

/** Some text, a picture, more text: the shape of most prompts. */
export function prompt({ before = 2, crops = 2, after = 4, seed = 1 } = {}): Sample {
  return { parts: [words(before, seed + 10), picture(crops, seed), words(after, seed + 20)] };
}
