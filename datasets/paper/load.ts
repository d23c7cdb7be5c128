import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { csvParse } from "d3";

/** What the CSVs of the paper hold: text, or a number; `null` where the paper prints nothing. */
export interface PublishedTables {
  figure1_summary: { method: string; score_fine: number; flops_left_pct: number; time_left_pct: number };
  figure2_attention_masking: {
    llm: string;
    mask_start_layer: number;
    masking_ratio: number;
    score_relative_pct: number;
  };
  llms: {
    llm: string;
    checkpoint: string;
    layers: number;
    hidden: number;
    ffn_hidden: number;
    heads: number;
    kv_heads: number;
    head_dim: number;
    vocab: number;
    rms_norm_eps: number;
    rope_theta: number;
    qkv_bias: boolean;
    tied_embeddings: boolean;
  };
  table1_skip_attention: RelativeScore;
  table2_skip_attention_and_ffn: RelativeScore;
  table3_proxyv_start_layer: RelativeScore;
  table4_proxyv_across_llms: Saving & {
    llm: string;
    method: string;
    start_layer: number | null;
    score_fine: number;
    score_relative_pct: number;
  };
  table5_against_token_reduction: Saving & {
    llm: string;
    method: string;
    score_fine: number;
    refcoco: number;
    docparsing_bleu: number;
    docparsing_edit_distance: number;
  };
  table6_non_spatial: Saving & { llm: string; method: string; score_fine: number };
  table7_general_benchmarks: {
    llm: string;
    method: string;
    mmbench: number;
    seed_image: number;
    refcoco: number;
    mmstar: number;
    gqa: number;
    mme_perception: number;
    mmmu: number;
    pope: number;
    scienceqa: number;
    ai2d: number;
    realworldqa: number;
  };
  table8_fine_grained_vicuna7b: FineGrained & { start_layer: number | null };
  table9_fine_grained_token_reduction: FineGrained;
  table10_fine_grained_across_llms: FineGrained & { llm: string; start_layer: number | null };
}

interface Saving {
  flops_reduced_pct: number | null;
  time_reduced_pct: number | null;
}

interface RelativeScore extends Saving {
  llm: string;
  start_layer: number;
  method: string;
  score_relative_pct: number;
}

/** Scores as printed: ANLS and accuracies in percent, OCRBench over 10, and their mean. */
interface FineGrained {
  method: string;
  docvqa_val: number;
  chartqa: number;
  infovqa_val: number;
  textvqa: number;
  ocrbench_over_10: number;
  score_fine: number;
}

export type PublishedName = keyof PublishedTables;

/** The columns that hold words; every other holds numbers, true or false, or nothing. */
const words = new Set(["llm", "method", "checkpoint"]);

/** A table of the paper as it is printed there, row by row. */
export function published<N extends PublishedName>(name: N): PublishedTables[N][] {
  const path = fileURLToPath(new URL(`${name}.csv`, import.meta.url));
  const rows = csvParse(readFileSync(path, "utf8"), (row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, value(column, cell ?? "")])),
  );
  return [...rows] as unknown as PublishedTables[N][];

  function value(column: string, cell: string): string | number | boolean | null {
    if (words.has(column)) return cell;
    if (cell === "") return null;
    if (cell === "true" || cell === "false") return cell === "true";
    const number = Number(cell);
    if (Number.isNaN(number))
      throw new Error(`${path}: column ${column} holds "${cell}", which is no number`);
    return number;
  }
}
