import { type PublishedTables, published } from "../../datasets/paper/load.ts";
import { nearest, UsageError } from "../errors.ts";
import { configFrom, type LMMConfig } from "./config.ts";

/** The six LLMs of the paper by name, each behind CLIP ViT-L/14-336 as in LLaVA-NeXT. No weights are needed to count. */
export const llms: Readonly<Record<string, LMMConfig>> = Object.fromEntries(
  published("llms").map((row) => [row.llm, fromRow(row)]),
);

/** An LLM of the paper. Throws a `UsageError` that lists the names for one that is not there. */
export function llm(name: string): LMMConfig {
  const config = Object.hasOwn(llms, name) ? llms[name] : undefined;
  if (config) return config;
  throw new UsageError(
    `unknown LLM "${name}"; did you mean ${nearest(name, Object.keys(llms), 1)[0]}? There are ${Object.keys(llms).join(", ")}`,
  );
}

function fromRow(row: PublishedTables["llms"]): LMMConfig {
  return configFrom({
    num_hidden_layers: row.layers,
    hidden_size: row.hidden,
    intermediate_size: row.ffn_hidden,
    num_attention_heads: row.heads,
    num_key_value_heads: row.kv_heads,
    head_dim: row.head_dim,
    vocab_size: row.vocab,
    rms_norm_eps: row.rms_norm_eps,
    rope_theta: row.rope_theta,
    attention_bias: row.qkv_bias,
    tie_word_embeddings: row.tied_embeddings,
    vision_config: {},
  });
}
