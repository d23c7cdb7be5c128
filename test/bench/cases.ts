import { cost } from "../../src/lmm/cost.ts";
import { editsByName } from "../../src/routes/library/byName.ts";
import type { CaseName } from "./arguments.ts";
import { allContenders, type Contender } from "./contender.ts";
import { oneLayer } from "./programs/layer.ts";

/** Something that every side of a case is asked to do. */
export interface CaseVariant {
  readonly name: string;
  /** Floating-point operations of one run, where a rate is told. */
  readonly flops?: number;
  /** The share that a route saves of the FLOPs of what may be seen, in per cent. */
  readonly savedPct?: number;
}

/** A program that both sides have, what it is asked to do, and who takes part. */
export interface Case {
  readonly name: CaseName;
  readonly title: string;
  /** `programs/PROGRAM.ts` and `test/reference/bench_PROGRAM.py`. */
  readonly program: string;
  readonly settings: object;
  readonly variants: readonly CaseVariant[];
  /** Where a side takes several gigabytes, those of one precision take turns, then those of the next. */
  readonly apart?: boolean;
  contenders(threads: number): Contender[];
}

/** Everything that takes turns. Memory is another thing: see `memory.ts`. */
export const cases = (): Case[] => [matmul(), step, smol, prefill(), wasm];

function matmul(): Case {
  const sizes = [256, 512, 1024, 2048];
  return {
    name: "matmul",
    title: "square matrix product",
    program: "matmul",
    settings: { sizes },
    variants: sizes.map((size) => ({ name: `${size}`, flops: 2 * size ** 3 })),
    contenders: (threads) => allContenders(threads),
  };
}

const step: Case = {
  name: "step",
  title:
    "training step with AdamW: Llama of 12 layers, d 128, 4 heads, FFN 344, vocabulary 200; 32 sequences of 228 tokens",
  program: "step",
  settings: {},
  variants: [{ name: "step" }],
  contenders: (threads) => allContenders(threads, { most: 1 }),
};

const smol: Case = {
  name: "smol",
  title:
    "SmolLM2-135M's shape, decoder frozen, rank-16 adapters on every linear layer; 8 sequences of 330 tokens",
  program: "smol",
  settings: {},
  variants: [{ name: "step" }, { name: "prefill" }],
  apart: true,
  contenders: (threads) => allContenders(threads, { most: 1 }),
};

/** The prompt of the paper's tables: 5 crops of 24 x 24, a newline behind each, 50 text tokens: 2,935. */
export const layerOfVicuna = { hidden: 4096, heads: 32, ffn: 11008, crops: 5, grid: 24, text: 50 };

function prefill(): Case {
  const routes = [
    "full",
    "maskAttention",
    "skipAttention",
    "skipFfn",
    "skipAttentionAndFfn",
    "proxyV",
    "proxyVNonSpatial",
  ];
  const { crops, text } = layerOfVicuna;
  const flops = routes.map(
    (name) =>
      cost(oneLayer(layerOfVicuna), editsByName(name, 1, 0).edits.flat(), { crops, text, scores: "visible" })
        .flops,
  );
  return {
    name: "prefill",
    title:
      "prefill of one layer of Vicuna-7B's shape by route; 5 crops of 576, 5 newlines, 50 text tokens: 2,935",
    program: "prefill",
    settings: { ...layerOfVicuna, routes },
    variants: routes.map((name, i) => ({
      name,
      flops: flops[i] as number,
      savedPct: 100 * (1 - (flops[i] as number) / (flops[0] as number)),
    })),
    contenders: (threads) => allContenders(threads, { most: 1, only: ["full", "proxyV"] }),
  };
}

const wasm: Case = {
  name: "wasm",
  title:
    "training step with AdamW on wasm, completed and stock: Llama of 4 layers, d 128; 16 sequences of 200 tokens",
  program: "step",
  settings: { layers: 4, tokens: 200, batch: 16 },
  variants: [{ name: "step" }],
  contenders: (threads) =>
    threads === 1
      ? (["wasm", "stock wasm"] as const).map((engine) => ({ engine, precision: "float32", threads }))
      : [],
};
