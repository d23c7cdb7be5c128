import { configFrom, type LMMConfig } from "./config.ts";
import { CharacterTokenizer } from "./tokenizer.ts";

/** The sizes of a `nano` that may be chosen. */
export interface NanoOptions {
  /** Of its tokens, one a character. */
  readonly alphabet: string;
  /** 6 to 12; 6 unless said. */
  readonly layers?: number;
  /** Of a picture's side; 96 unless said. */
  readonly pixels?: number;
  /** Of a patch's side: of 96 pixels 8 make 12 x 12 patches, 6 make 16 x 16. 8 unless said. */
  readonly patch?: number;
  /** 1 for ink alone, which is what is taken unless said; 3 for colours. */
  readonly channels?: number;
  /** Groups of queries that share their keys; 4, as many as there are heads, unless said. */
  readonly keyHeads?: number;
  /** Whether queries, keys and values have biases. */
  readonly bias?: "none" | "qkv";
}

/**
 * `nano`: a decoder of characters, d = 128, and a vision transformer of 3 layers, 128 wide, which sees a window of 20 pixels
 * around each patch. A row of the grid ends with the newline of the text. About 2 M parameters, all of them its own.
 */
export function nanoConfig(options: NanoOptions): LMMConfig & Required<Pick<LMMConfig, "vision">> {
  const { alphabet, layers = 6, pixels = 96, patch = 8, channels = 1, keyHeads = 4, bias = "none" } = options;
  const tokenizer = new CharacterTokenizer(alphabet);
  return configFrom({
    decoder: {
      num_hidden_layers: layers,
      hidden_size: 128,
      intermediate_size: 344,
      num_attention_heads: 4,
      num_key_value_heads: keyHeads,
      vocab_size: tokenizer.size,
      rms_norm_eps: 1e-5,
      rope_theta: 10000,
      attention_bias: bias === "qkv",
      tie_word_embeddings: false,
    },
    vision: {
      image_size: pixels,
      patch_size: patch,
      window_size: 20,
      num_channels: channels,
      pixels: "ink",
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
    newline_token: tokenizer.newline,
    alphabet,
  }) as LMMConfig & Required<Pick<LMMConfig, "vision">>;
}
