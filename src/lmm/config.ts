import { Failure } from "../errors.ts";
import type { DecoderName } from "./pretrained/decoder.ts";

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
  /**
   * What a pixel's number is: ink, from -1 for white to 1 for black, or a colour as CLIP normalises it, which LLaVA-like models
   * take unless their config says otherwise.
   */
  readonly pixels: "ink" | "clip";
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
  /** The token whose embedding stands for newline tokens; they have one of their own unless said. */
  readonly newline_token?: number;
  /**
   * What reads pictures: a vision transformer and a projector; or, in a text twin, the decoder's own embeddings of the text
   * pieces that stand in the picture, patch by patch. `vit` unless said.
   */
  readonly encoder?: "vit" | "pieces";
  /** The width inside the projector; the decoder's unless said. */
  readonly projector_size?: number;
  /** The characters of a character tokenizer; absent when token ids come from outside. */
  readonly alphabet?: string;
  /** The decoder whose weights, and whose tokenizer, are not stored with the model. */
  readonly pretrained?: DecoderName;
}

/** Patches a side. */
export const gridOf = ({ image_size, patch_size }: Pick<VisionConfig, "image_size" | "patch_size">): number =>
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
    ...optional(json, ["newline_token", "projector_size"]),
    ...encoderFrom(json),
    ...pretrainedFrom(json),
    ...(typeof json.alphabet === "string" && { alphabet: json.alphabet }),
  };
  const { newline_token: newline = 0, decoder } = config;
  check(
    newline < decoder.vocab_size,
    `newline_token is ${newline}; the decoder has ${decoder.vocab_size} tokens`,
  );
  return config;
}

type Optional = "newline_token" | "projector_size";

function optional(json: Fields, names: readonly Optional[]): Partial<Record<Optional, number>> {
  const given = names.filter((name) => json[name] !== undefined);
  return Object.fromEntries(
    given.map((name) => [name, name === "newline_token" && json[name] === 0 ? 0 : count(json, name)]),
  );
}

function encoderFrom({ encoder }: Fields): Pick<LMMConfig, "encoder"> {
  if (encoder === undefined) return {};
  if (encoder === "vit" || encoder === "pieces") return { encoder };
  throw new Failure(`config.json: encoder ${JSON.stringify(encoder)}; use "vit" or "pieces"`);
}

function pretrainedFrom({ pretrained }: Fields): Pick<LMMConfig, "pretrained"> {
  if (pretrained === undefined) return {};
  const { decoder, sha256 } = isFields(pretrained) ? pretrained : {};
  if (typeof decoder === "string" && typeof sha256 === "string") return { pretrained: { decoder, sha256 } };
  throw new Failure("config.json: pretrained: expected the name and the sha256 of a decoder");
}

function newlinesFrom(json: Fields): LMMConfig["newlines"] {
  const { newlines = "proxyv" in json ? "early" : "inPlace" } = json;
  if (newlines === "inPlace" || newlines === "early" || newlines === "rows") return newlines;
  throw new Failure(`config.json: newlines ${JSON.stringify(newlines)}; use "inPlace", "early" or "rows"`);
}

function decoderFrom(json: Fields): DecoderConfig {
  const heads = count(json, "num_attention_heads");
  const hidden = count(json, "hidden_size");
  const kvHeads = count(json, "num_key_value_heads", heads);
  const headSize = count(json, "head_dim", hidden / heads);
  const type = String(json.model_type ?? "");
  check(heads % kvHeads === 0, `num_key_value_heads is ${kvHeads}; expected a divisor of the ${heads} heads`);
  check(headSize % 2 === 0, `head_dim is ${headSize}; rotary embedding needs an even one`);
  refuseOthers(json);
  return {
    num_hidden_layers: count(json, "num_hidden_layers"),
    hidden_size: hidden,
    intermediate_size: count(json, "intermediate_size"),
    num_attention_heads: heads,
    num_key_value_heads: kvHeads,
    head_dim: headSize,
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

/** What this library has not is refused rather than computed wrongly. */
function refuseOthers({ hidden_act: act = "silu", rope_scaling, rope_parameters }: Fields): void {
  check(act === "silu", `hidden_act is ${JSON.stringify(act)}; the decoder has "silu" only`);
  const rope = {
    ...(isFields(rope_parameters) && rope_parameters),
    ...(isFields(rope_scaling) && rope_scaling),
  };
  const scaling = rope.rope_type ?? rope.type ?? "default";
  check(
    scaling === "default",
    `positions are scaled by ${JSON.stringify(scaling)}; only plain rotary embedding is here`,
  );
}

function ropeBase(json: Fields): number {
  const nested = isFields(json.rope_parameters) ? json.rope_parameters : {};
  return number({ ...nested, ...json }, "rope_theta", 10000);
}

/** CLIP ViT-L/14-336, where a config says nothing else. */
function visionFrom(json: Fields, outer: Fields): VisionConfig {
  const patch = count(json, "patch_size", 14);
  const size = count(json, "image_size", 336);
  const [width, heads] = [count(json, "hidden_size", 1024), count(json, "num_attention_heads", 16)];
  const layers = count(json, "num_hidden_layers", 24);
  const select = number({ ...outer, ...json }, "select_layer", number(outer, "mm_vision_select_layer", -2));
  const act = json.hidden_act ?? "quick_gelu";
  check(patch <= size, `image_size is ${size}; expected at least the patch_size ${patch}`);
  check(width % heads === 0, `hidden_size is ${width}; expected a multiple of the encoder's ${heads} heads`);
  check(
    Number.isInteger(select) && select < 0 && select >= -layers - 1,
    `select_layer is ${select}; the encoder has -1 to ${-layers - 1}`,
  );
  const channels = count(json, "num_channels", 3);
  const pixels = json.pixels ?? (channels === 1 || isFields(outer.decoder) ? "ink" : "clip");
  if (pixels !== "ink" && pixels !== "clip")
    throw new Failure(`config.json: pixels ${JSON.stringify(pixels)}; use "ink" or "clip"`);
  if (act !== "gelu" && act !== "quick_gelu") {
    throw new Failure(
      `config.json: hidden_act is ${JSON.stringify(act)}; the encoder has "gelu" and "quick_gelu"`,
    );
  }
  return {
    image_size: size,
    patch_size: patch,
    window_size: count(json, "window_size", patch),
    num_channels: channels,
    pixels,
    hidden_size: width,
    intermediate_size: count(json, "intermediate_size", 4096),
    num_hidden_layers: layers,
    num_attention_heads: heads,
    layer_norm_eps: number(json, "layer_norm_eps", 1e-5),
    hidden_act: act,
    class_token: json.class_token !== false,
    select_layer: select,
  };
}

function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new Failure(`config.json: ${otherwise}`);
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
