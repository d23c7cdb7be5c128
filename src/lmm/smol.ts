import type { VisionConfig } from "./config.ts";
import type { EyesConfig, LMM } from "./lmm.ts";
import { load } from "./load.ts";
import type { WeightFormat } from "./packing.ts";
import { languageOf } from "./pretrained/decoder.ts";

/** How a new `smol` is made. */
export interface SmolOptions {
  /** The pretrained decoder; `smollm2-135m` unless said, which `proxylab fetch` brings. */
  readonly decoder?: string;
  /** How its frozen weights are held; `bfloat16` unless said. */
  readonly weights?: WeightFormat;
  /** Of its encoder, projector and adapters. */
  readonly seed?: number;
  /** The rank of the adapters on every linear layer of the decoder; 16 unless said. */
  readonly rank?: number;
  /** `pieces` for a text twin of its own, without a vision transformer; `vit` unless said. */
  readonly encoder?: "vit" | "pieces";
}

/**
 * `smol`'s encoder: 224-pixel pictures in 16 x 16 patches of 14 pixels, each seen through a window of 28; a vision transformer
 * of 4 layers, 192 wide. 2.3 M parameters.
 */
export const smolVision: VisionConfig = {
  image_size: 224,
  patch_size: 14,
  window_size: 28,
  num_channels: 3,
  pixels: "ink",
  hidden_size: 192,
  intermediate_size: 768,
  num_hidden_layers: 4,
  num_attention_heads: 6,
  layer_norm_eps: 1e-5,
  hidden_act: "gelu",
  class_token: false,
  select_layer: -1,
};

/**
 * A new `smol`, untrained: a pretrained decoder, frozen, with eyes started from a seed and adapters that change nothing yet. A
 * row of the grid ends with the decoder's own newline. What is trained (encoder, projector, adapters: 7.3 M parameters)
 * is what `saveCheckpoint` stores. On it a guided update takes `ratio: 1 / 4`, for the released half of d = 576 would cost a
 * fifth of a layer.
 */
export async function newSmol(options: SmolOptions = {}): Promise<LMM> {
  const { decoder = "smollm2-135m", weights = "bfloat16", seed = 0, rank = 16, encoder } = options;
  const base = await load(decoder, { weights });
  const { tokenizer } = languageOf(base.config.pretrained as NonNullable<LMM["config"]["pretrained"]>);
  const eyes: EyesConfig = {
    vision: smolVision,
    newlines: "rows",
    newline_token: tokenizer.newline,
    projector_size: smolVision.hidden_size,
    ...(encoder && { encoder }),
  };
  const seeing = base.withEyes(eyes, seed).owning(base);
  return seeing.withAdapters({ rank, seed }).owning(seeing);
}
