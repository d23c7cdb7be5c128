import type {
  BarRow,
  FlopsRow,
  FrontRow,
  MaskingRow,
  PublishedFlopsRow,
  TrainingRow,
} from "../../src/plots/index.ts";

// Small plausible tables for the tests of the figures.

export const frontRows: FrontRow[] = [
  measured("full", "full", 0, 100, 0.86, true),
  ...[0, 1, 2, 3, 4].map((k) =>
    measured(`mask from ${k}`, "mask attention", k, 100, [0.06, 0.09, 0.72, 0.85, 0.858][k], false),
  ),
  ...[0, 2, 3, 4].map((k) =>
    measured(`proxyV from ${k}`, "proxyV", k, 27 + 12 * k, [0.41, 0, 0.83, 0.857, 0.866][k], true),
  ),
  ...[0, 2, 4].map((k) =>
    measured(`skip from ${k}`, "skip attention and FFN", k, 20 + 13 * k, [0.22, 0, 0.76, 0, 0.85][k], true),
  ),
];

export const maskingRows: MaskingRow[] = [6, 9, 87, 99, 99.5, 100].map((relativePct, from) => ({
  series: "nano",
  from,
  layers: 6,
  relativePct,
  lowPct: Math.max(0, relativePct - 5),
  highPct: relativePct + 3,
}));

export const publishedRows: PublishedFlopsRow[] = [
  {
    table: "Table 1",
    llm: "vicuna-7b",
    row: "skip attention",
    from: 0,
    publishedPct: 18,
    computedPct: 17.69,
  },
  { table: "Table 3", llm: "vicuna-7b", row: "proxyV", from: 12, publishedPct: 46, computedPct: 45.46 },
  { table: "Table 5", llm: "vicuna-7b", row: "VisionZip", from: null, publishedPct: 32, computedPct: 32.21 },
];

export const flopsRows: FlopsRow[] = ["full", "proxyV from 2"].flatMap((plan, p) =>
  [0, 1, 2, 3].flatMap((layer) => [
    { plan, layer, kind: "vision", operation: "attention", flops: p && layer >= 2 ? 1e9 : 9e9 },
    { plan, layer, kind: "vision", operation: "ffn", flops: p && layer >= 2 ? 2e9 : 16e9 },
    { plan, layer, kind: "text", operation: "ffn", flops: 5e8 },
  ]),
);

export const trainingRows: TrainingRow[] = Array.from({ length: 60 }, (_, i) => ({
  stage: i < 30 ? "language" : "both",
  samples: 64 * (i + 1),
  loss: 3 * Math.exp(-i / 20),
  accuracy: i % 10 === 9 ? i / 70 : null,
}));

export const barRows: BarRow[] = ["vanilla", "proxyV"].flatMap((method, i) => [
  { method, measure: "Score", value: 54.64 + i },
  { method, measure: "FLOPs left (%)", value: 100 - 46 * i },
]);

function measured(
  plan: string,
  family: string,
  from: number,
  relative: number,
  accuracy: number,
  trained: boolean,
): FrontRow {
  const half = 1.96 * Math.sqrt((accuracy * (1 - accuracy)) / 500);
  const interval = { low: Math.max(0, accuracy - half), high: Math.min(1, accuracy + half) };
  return {
    plan,
    family,
    from,
    flops: relative * 1e7,
    baselineFlops: 1e9,
    accuracy,
    ...interval,
    trained,
    samples: 500,
  };
}
