import { readFileSync } from "node:fs";
import { csvParse } from "d3";
import { nearest, UsageError } from "../errors.ts";
import { configFrom, type LMMConfig } from "./config.ts";

const table = new URL("../../datasets/paper/llms.csv", import.meta.url);

/** The six LLMs of the paper by name, each behind CLIP ViT-L/14-336 as in LLaVA-NeXT. No weights are needed to count. */
export const llms: Readonly<Record<string, LMMConfig>> = Object.fromEntries(
  csvParse(readFileSync(table, "utf8")).map((row) => [row.llm, fromRow(row)]),
);

/** An LLM of the paper. Throws a `UsageError` that lists the names for one that is not there. */
export function llm(name: string): LMMConfig {
  const config = Object.hasOwn(llms, name) ? llms[name] : undefined;
  if (config) return config;
  throw new UsageError(
    `unknown LLM "${name}"; did you mean ${nearest(name, Object.keys(llms), 1)[0]}? There are ${Object.keys(llms).join(", ")}`,
  );
}

function fromRow(row: Record<string, string>): LMMConfig {
  const number = (column: string): number => Number(row[column]);
  return configFrom({
    num_hidden_layers: number("layers"),
    hidden_size: number("hidden"),
    intermediate_size: number("ffn_hidden"),
    num_attention_heads: number("heads"),
    num_key_value_heads: number("kv_heads"),
    head_dim: number("head_dim"),
    vocab_size: number("vocab"),
    rms_norm_eps: number("rms_norm_eps"),
    rope_theta: number("rope_theta"),
    attention_bias: row.qkv_bias === "true",
    tie_word_embeddings: row.tied_embeddings === "true",
    vision_config: {},
  });
}
