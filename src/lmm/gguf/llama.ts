import { Failure } from "../../errors.ts";
import { toBfloat16 } from "../../nn/bfloat16.ts";
import { configFrom, type DecoderConfig } from "../config.ts";
import type { TensorFile } from "../tensorFile.ts";
import type { GgufFile } from "./file.ts";

/** The numbers of a decoder of the Llama family. Throws a `Failure` that names the file if it is of another one. */
export function llamaConfig({ path, metadata, entries }: GgufFile): DecoderConfig {
  const architecture = metadata.text("general.architecture");
  if (architecture !== "llama")
    throw new Failure(`${path} holds a model of architecture "${architecture}"; expected "llama"`);
  const at = (name: string) => `llama.${name}`;
  const embeddings = entries.get("token_embd.weight");
  if (!embeddings) throw new Failure(`${path} has no tensor token_embd.weight`);
  const hidden = metadata.number(at("embedding_length"));
  const heads = metadata.number(at("attention.head_count"));
  const headSize = metadata.number(at("attention.key_length"), hidden / heads);
  const rotated = metadata.number(at("rope.dimension_count"), headSize);
  if (rotated !== headSize)
    throw new Failure(
      `${path} rotates ${rotated} of ${headSize} dimensions of a head; only whole heads are here`,
    );
  if (entries.has("rope_freqs.weight") || metadata.has(at("rope.scaling.type")))
    throw new Failure(`${path} scales its positions; only plain rotary embedding is here`);
  try {
    return configFrom({
      num_hidden_layers: metadata.number(at("block_count")),
      hidden_size: hidden,
      intermediate_size: metadata.number(at("feed_forward_length")),
      num_attention_heads: heads,
      num_key_value_heads: metadata.number(at("attention.head_count_kv"), heads),
      head_dim: headSize,
      vocab_size: embeddings.shape[0],
      rms_norm_eps: metadata.number(at("attention.layer_norm_rms_epsilon")),
      rope_theta: metadata.number(at("rope.freq_base"), 10000),
      attention_bias: entries.has("blk.0.attn_q.bias"),
      tie_word_embeddings: !entries.has("output.weight"),
    }).decoder;
  } catch (error) {
    throw error instanceof Failure
      ? new Failure(error.message.replace("config.json", path), { cause: error })
      : error;
  }
}

const names: Readonly<Record<string, string>> = {
  token_embd: "model.embed_tokens",
  output_norm: "model.norm",
  output: "lm_head",
  attn_norm: "input_layernorm",
  ffn_norm: "post_attention_layernorm",
  attn_q: "self_attn.q_proj",
  attn_k: "self_attn.k_proj",
  attn_v: "self_attn.v_proj",
  attn_output: "self_attn.o_proj",
  ffn_gate: "mlp.gate_proj",
  ffn_up: "mlp.up_proj",
  ffn_down: "mlp.down_proj",
};

/** A decoder's tensors under the names, and with the order of rows, that they have in Hugging Face's checkpoints. */
export function llamaTensors(file: GgufFile, config: DecoderConfig): TensorFile {
  const entries = new Map<string, { shape: readonly number[]; name: string }>();
  for (const [name, { shape }] of file.entries) {
    const [, layer, part = "", kind] = /^(?:blk\.(\d+)\.)?(\w+)\.(weight|bias)$/.exec(name) ?? [];
    const known = Object.hasOwn(names, part) ? names[part] : undefined;
    if (!known) continue;
    entries.set(`${layer === undefined ? "" : `model.layers.${layer}.`}${known}.${kind}`, { shape, name });
  }
  const read = (path: string): Float32Array => {
    const { name = path } = entries.get(path) ?? {};
    const values = file.read(name);
    return /\.attn_[qk]\.\w+$/.test(name)
      ? unrotated(values, config.head_dim, entries.get(path)?.shape[1] ?? 1)
      : values;
  };
  return { path: file.path, entries, read, readBits: (path) => toBfloat16(read(path)), close: file.close };
}

/**
 * llama.cpp's rotary embedding turns neighbouring rows of a head together, Hugging Face's the first half with the second, so
 * its converter interleaves the halves of q and k; this puts them back (`LlamaModel.permute` in `convert_hf_to_gguf.py`).
 */
function unrotated(values: Float32Array, headSize: number, width: number): Float32Array {
  const straight = new Float32Array(values.length);
  const half = headSize / 2;
  for (let row = 0; row * width < values.length; row++) {
    const [head, within] = [Math.floor(row / headSize), row % headSize];
    const from = head * headSize + 2 * (within % half) + Math.floor(within / half);
    straight.set(values.subarray(from * width, (from + 1) * width), row * width);
  }
  return straight;
}
