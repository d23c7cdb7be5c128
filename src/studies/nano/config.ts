import { alphabet } from "../../../datasets/pages/index.ts";
import { configFrom, type LMMConfig, type VisionConfig } from "../../lmm/config.ts";
import { CharacterTokenizer } from "../../lmm/tokenizer.ts";

/** The tokens of `nano`: one a character. */
export const tokenizer = new CharacterTokenizer(alphabet);

/**
 * `nano`: 96-pixel pages cut into 12 x 12 patches, each seen through a window of 20 pixels; a vision transformer of
 * 3 layers, a decoder of 6, both 128 wide. 2.0 M parameters.
 */
export const nanoConfig = configFrom({
  decoder: {
    num_hidden_layers: 6,
    hidden_size: 128,
    intermediate_size: 344,
    num_attention_heads: 4,
    num_key_value_heads: 4,
    vocab_size: tokenizer.size,
    rms_norm_eps: 1e-5,
    rope_theta: 10000,
    tie_word_embeddings: false,
  },
  vision: {
    image_size: 96,
    patch_size: 8,
    window_size: 20,
    num_channels: 1,
    hidden_size: 128,
    intermediate_size: 512,
    num_hidden_layers: 3,
    num_attention_heads: 4,
    layer_norm_eps: 1e-5,
    hidden_act: "gelu",
    class_token: false,
    select_layer: -1,
  },
  newlines: "rows",
  alphabet,
}) as LMMConfig & { vision: VisionConfig };
