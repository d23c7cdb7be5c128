import { published } from "../../datasets/paper/load.ts";
import { cost } from "../lmm/cost.ts";
import { llm } from "../lmm/llms.ts";
import type { PublishedFlopsRow } from "../plots/index.ts";
import { proxyV } from "../routes/library/proxyV.ts";
import { proxyVNonSpatial } from "../routes/library/proxyVNonSpatial.ts";
import { pyramidDrop } from "../routes/library/pyramidDrop.ts";
import { skipAttention } from "../routes/library/skipAttention.ts";
import { skipAttentionAndFfn } from "../routes/library/skipAttentionAndFfn.ts";
import { visionZip } from "../routes/library/visionZip.ts";
import { type Edits, from } from "../routes/plan.ts";

/** The paper's protocol: prefill of 5 crops, that is 2,880 vision tokens, and 50 text tokens. */
const protocol = { crops: 5, text: 50 };

/** What the rows of the paper's tables do, by the names that the tables give them. */
const methods: Readonly<Record<string, (k: number) => Edits>> = {
  skip_attention_finetuned: (k) => from(k, skipAttention()),
  skip_attention: (k) => from(k, skipAttention()),
  skip_attention_and_ffn: (k) => from(k, skipAttentionAndFfn()),
  proxyv: (k) => from(k, proxyV()),
  proxyv_layer12: () => from(12, proxyV()),
  proxyv_ns_layer12: () => from(12, proxyVNonSpatial()),
  visionzip: () => visionZip(),
  pyramiddrop: () => pyramidDrop(),
  "proxyv_ns_layer12+visionzip": () => [visionZip(), from(12, proxyVNonSpatial())],
};

const tables = {
  "Table 1": "table1_skip_attention",
  "Table 2": "table2_skip_attention_and_ffn",
  "Table 3": "table3_proxyv_start_layer",
  "Table 4": "table4_proxyv_across_llms",
  "Table 5": "table5_against_token_reduction",
  "Table 6": "table6_non_spatial",
} as const;

/** Every published share of FLOPs saved, Tables 1 to 6, beside what this library counts for the same row. */
export function publishedBesideComputed(): PublishedFlopsRow[] {
  const computed = new Map<string, number>();
  return Object.entries(tables).flatMap(([table, name]) =>
    (published(name) as PublishedRow[]).flatMap((row): PublishedFlopsRow[] => {
      if (row.flops_reduced_pct === null) return [];
      const { llm: model, method, start_layer: start = null } = row;
      const key = `${model} ${method} ${start}`;
      if (!computed.has(key))
        computed.set(key, reduced(model, methods[method] as (k: number) => Edits, start));
      return [
        {
          table,
          llm: model,
          row: method.replace(/_layer\d+/, "").replaceAll("_", " "),
          from: start ?? layerIn(method),
          publishedPct: row.flops_reduced_pct,
          computedPct: computed.get(key) as number,
        },
      ];
    }),
  );
}

/** Tables 5 and 6 write the first layer into the method's name. */
const layerIn = (method: string): number | null =>
  Number(/_layer(\d+)/.exec(method)?.[1] ?? Number.NaN) || null;

interface PublishedRow {
  readonly llm: string;
  readonly method: string;
  readonly start_layer?: number | null;
  readonly flops_reduced_pct: number | null;
}

const baselines = new Map<string, ReturnType<typeof cost>>();

function reduced(name: string, edits: (k: number) => Edits, start: number | null): number {
  const config = llm(name);
  const baseline = baselines.get(name) ?? cost(config, [], protocol);
  baselines.set(name, baseline);
  return cost(config, edits(start ?? 0), protocol).versus(baseline).reducedPct;
}

/** Where the paper contradicts itself, and which of its figures are meant here. */
export const contradictions: readonly string[] = [
  "The introduction gives Vicuna-13B's rows of Table 4 as the efficiency of Vicuna-7B; Tables 3 and 4 are meant here.",
  "Figure 1 shows 69 % and 79 % of the time left where Tables 3 and 4 say 59 % and 69 %.",
  "RefCOCO of the same models differs between Tables 5 and 7.",
  "InternLM2.5-7B and Llama3-8B have layers of the same shapes, yet 39/30 % stand against 42/32 % of FLOPs saved.",
];
