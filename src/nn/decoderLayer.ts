import { Attention, type AttentionConfig } from "./attention.ts";
import { join, Module, type Source } from "./module.ts";
import { RMSNorm } from "./rmsNorm.ts";
import { SwiGLU } from "./swiglu.ts";

/** The numbers that shape a decoder layer. */
export interface DecoderLayerConfig extends AttentionConfig {
  readonly ffn: number;
  readonly eps: number;
}

/**
 * The weights of one layer of a Llama-like decoder. How tokens travel through them is not said here: that is the
 * route's (`src/routes`), which also adds `updates` and `openings` of its own.
 */
export class DecoderLayer extends Module {
  constructor(
    readonly self_attn: Attention,
    readonly mlp: SwiGLU,
    readonly input_layernorm: RMSNorm,
    readonly post_attention_layernorm: RMSNorm,
    /** What a route adds to this layer, by kind and by what it stands in for. */
    readonly updates: Readonly<Record<string, Readonly<Record<string, Module>>>> = {},
    /** What the openings before this layer bring along, by the kind they make. */
    readonly openings: Readonly<Record<string, Module>> = {},
  ) {
    super();
  }

  static build(source: Source, path: string, config: DecoderLayerConfig): DecoderLayer {
    const { hidden, ffn, eps, initial, initialOut } = config;
    return new DecoderLayer(
      Attention.build(source, join(path, "self_attn"), config),
      SwiGLU.build(source, join(path, "mlp"), hidden, ffn, initial, initialOut),
      RMSNorm.build(source, join(path, "input_layernorm"), hidden, eps),
      RMSNorm.build(source, join(path, "post_attention_layernorm"), hidden, eps),
    );
  }
}
