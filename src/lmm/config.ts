import { Failure } from "../errors.ts";

/** The numbers of a decoder, named as in Hugging Face's configs. */
export interface DecoderConfig {
  readonly num_hidden_layers: number;
  readonly hidden_size: number;
  readonly intermediate_size: number;
  readonly num_attention_heads: number;
  readonly num_key_value_heads: number;
  readonly head_dim: number;
  readonly vocab_size: number;
  readonly rms_norm_eps: number;
  readonly rope_theta: number;
  readonly attention_bias: boolean;
  readonly tie_word_embeddings: boolean;
}

/** The numbers of a vision encoder, named as in CLIP's configs. */
export interface VisionConfig {
  readonly image_size: number;
  readonly patch_size: number;
  /** The side of the window that each patch sees; larger than the patch where windows overlap. */
  readonly window_size: number;
  readonly num_channels: number;
  readonly hidden_size: number;
  readonly intermediate_size: number;
  readonly num_hidden_layers: number;
  readonly num_attention_heads: number;
  readonly layer_norm_eps: number;
  readonly hidden_act: "gelu" | "quick_gelu";
  readonly class_token: boolean;
  /** Which hidden state is read: -1 the last, -2 the one before, as LLaVA does. */
  readonly select_layer: number;
}

/** A whole LMM. */
export interface LMMConfig {
  readonly decoder: DecoderConfig;
  /** Absent in a model that reads text only. */
  readonly vision?: VisionConfig;
  /**
   * Where newline tokens stand: one behind each crop (`inPlace`); the same, but one crop early from the second
   * crop of a picture on (`early`, as the released ProxyV code has it); or one behind each row of the grid (`rows`).
   */
  readonly newlines: "inPlace" | "early" | "rows";
  /** The characters of a character tokenizer; absent when token ids come from outside. */
  readonly alphabet?: string;
}

/** Patches a side. */
export const gridOf = ({ image_size, patch_size }: VisionConfig): number =>
  Math.floor(image_size / patch_size);

type Fields = Record<string, unknown>;

/**
 * Reads a config.json: this project's own (`decoder`, `vision`), or a LLaVA or plain Llama-like one, whose
 * `vision_config` holds CLIP's. Throws a `Failure` that names a missing or impossible number.
 */
export function configFrom(json: unknown): LMMConfig {
  if (!isFields(json)) throw new Failure("config.json: expected an object");
  const own = isFields(json.decoder);
  const vision = own ? json.vision : json.vision_config;
  if (vision !== undefined && !isFields(vision))
    throw new Failure("config.json: expected an object for the vision encoder");
  const config: LMMConfig = {
    decoder: decoderFrom(own ? (json.decoder as Fields) : json),
    ...(vision && { vision: visionFrom(vision, json) }),
    newlines: newlinesFrom(json),
    ...(typeof json.alphabet === "string" && { alphabet: json.alphabet }),
  };
  return config;
}

function newlinesFrom(json: Fields): LMMConfig["newlines"] {
  const { newlines = "proxyv" in json ? "early" : "inPlace" } = json;
  if (newlines === "inPlace" || newlines === "early" || newlines === "rows") return newlines;
  throw new Failure(`config.json: newlines ${JSON.stringify(newlines)}; use "inPlace", "early" or "rows"`);
}

function decoderFrom(json: Fields): DecoderConfig {
  const heads = count(json, "num_attention_heads");
  const hidden = count(json, "hidden_size");
  const type = String(json.model_type ?? "");
  return {
    num_hidden_layers: count(json, "num_hidden_layers"),
    hidden_size: hidden,
    intermediate_size: count(json, "intermediate_size"),
    num_attention_heads: heads,
    num_key_value_heads: count(json, "num_key_value_heads", heads),
    head_dim: count(json, "head_dim", hidden / heads),
    vocab_size: count(json, "vocab_size"),
    rms_norm_eps: number(json, "rms_norm_eps", 1e-6),
    rope_theta: ropeBase(json),
    attention_bias:
      json.attention_bias === undefined
        ? type.includes("qwen2") || type.includes("qwen")
        : json.attention_bias === true,
    tie_word_embeddings: json.tie_word_embeddings === true,
  };
}

function ropeBase(json: Fields): number {
  const nested = isFields(json.rope_parameters) ? json.rope_parameters : {};
  return number({ ...nested, ...json }, "rope_theta", 10000);
}

/** CLIP ViT-L/14-336, where a config says nothing else. */
function visionFrom(json: Fields, outer: Fields): VisionConfig {
  const patch = count(json, "patch_size", 14);
  return {
    image_size: count(json, "image_size", 336),
    patch_size: patch,
    window_size: count(json, "window_size", patch),
    num_channels: count(json, "num_channels", 3),
    hidden_size: count(json, "hidden_size", 1024),
    intermediate_size: count(json, "intermediate_size", 4096),
    num_hidden_layers: count(json, "num_hidden_layers", 24),
    num_attention_heads: count(json, "num_attention_heads", 16),
    layer_norm_eps: number(json, "layer_norm_eps", 1e-5),
    hidden_act: json.hidden_act === "gelu" ? "gelu" : "quick_gelu",
    class_token: json.class_token !== false,
    select_layer: number({ ...outer, ...json }, "select_layer", number(outer, "mm_vision_select_layer", -2)),
  };
}

function count(json: Fields, name: string, otherwise?: number): number {
  const value = number(json, name, otherwise);
  if (Number.isInteger(value) && value > 0 && value < 2 ** 31) return value;
  throw new Failure(`config.json: ${name} is ${value}; expected a whole number above 0`);
}

function number(json: Fields, name: string, otherwise?: number): number {
  const value = json[name] ?? otherwise;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new Failure(`config.json: ${name} is ${JSON.stringify(value) ?? "missing"}; expected a number`);
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
