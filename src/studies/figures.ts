import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cost } from "../lmm/cost.ts";
import { llm } from "../lmm/llms.ts";
import {
  type Figure,
  flopsBreakdown,
  front,
  maskingCurve,
  planDiagram,
  publishedFlops,
  routeDiagram,
  trainingCurve,
} from "../plots/index.ts";
import { full } from "../routes/library/full.ts";
import { maskAttention } from "../routes/library/maskAttention.ts";
import { proxyV } from "../routes/library/proxyV.ts";
import { proxyVNonSpatial } from "../routes/library/proxyVNonSpatial.ts";
import { skipAttention } from "../routes/library/skipAttention.ts";
import { skipAttentionAndFfn } from "../routes/library/skipAttentionAndFfn.ts";
import { visionZip } from "../routes/library/visionZip.ts";
import { type Edits, from, planOf } from "../routes/plan.ts";
import type { LogLine } from "../train/fit.ts";
import { nanoConfig } from "./nano/config.ts";
import { nanoRecords } from "./nano/remake.ts";
import { nanoFolder } from "./nano/study.ts";
import { lessons } from "./nano/train.ts";
import { contradictions, publishedBesideComputed } from "./publishedFlops.ts";

/** The figures by name, each a function of stored records or of the count. */
export const figures: Readonly<globalThis.Record<string, () => Figure>> = {
  front: () => front(nanoRecords(), { name: "front" }),
  masking: maskingFigure,
  "published-flops": () => {
    const figure = publishedFlops(publishedBesideComputed(), { name: "published-flops" });
    return {
      ...figure,
      caption: `${figure.caption} Where the paper contradicts itself: ${contradictions.join(" ")}`,
    };
  },
  "flops-by-kind": () => breakdown("kind", "flops-by-kind"),
  "flops-by-operation": () => breakdown("operation", "flops-by-operation"),
  training: trainingFigure,
  ...Object.fromEntries(
    [full(), maskAttention(), skipAttention(), skipAttentionAndFfn(), proxyV(), proxyVNonSpatial()].map(
      (route) => [`route-${route.name}`, () => routeDiagram(route)],
    ),
  ),
  plan: () =>
    planDiagram(planOf(32, full(), visionZip(), from(12, proxyVNonSpatial())), {
      title: "VisionZip, then non-spatial ProxyV from layer 12 of Vicuna-7B",
    }),
};

/** Accuracy of `nano` with vision tokens masked from each layer on, relative to the unmasked model. */
function maskingFigure(): Figure {
  const records = nanoRecords();
  const full = records.find(({ family }) => family === "full");
  const base = full?.accuracy ?? 1;
  const rows = records
    .filter(({ family, trained }) => family === "maskAttention" && !trained)
    .map(({ from, accuracy, low, high }) => ({
      series: "nano",
      from,
      layers: nanoConfig.decoder.num_hidden_layers,
      relativePct: (100 * accuracy) / base,
      lowPct: (100 * low) / base,
      highPct: (100 * high) / base,
    }));
  return maskingCurve(rows, { name: "masking" });
}

/** FLOPs of Vicuna-7B under the paper's routes from layer 12, layer by layer. */
function breakdown(by: "kind" | "operation", name: string): Figure {
  const plans: globalThis.Record<string, Edits> = {
    full: [],
    "skip attention": from(12, skipAttention()),
    "skip attention and FFN": from(12, skipAttentionAndFfn()),
    ProxyV: from(12, proxyV()),
  };
  const rows = Object.entries(plans).flatMap(([plan, edits]) =>
    cost(llm("vicuna-7b"), edits).layers.flatMap(({ cells }, layer) =>
      cells.map((cell) => ({ plan, layer, ...cell })),
    ),
  );
  return flopsBreakdown(rows, { by, name });
}

/** How `nano` learned: loss of every tenth step, and what it got right. */
function trainingFigure(): Figure {
  const path = join(nanoFolder, "log.jsonl");
  const lines = existsSync(path)
    ? readFileSync(path, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as LogLine)
    : [];
  let before = 0;
  const rows = lessons.flatMap(({ name, steps, batch }) => {
    const own = lines.filter(
      ({ stage, step, exact, hits }) =>
        stage === name && (step % 10 === 0 || exact !== undefined || hits !== undefined),
    );
    const start = before;
    before += steps * batch;
    return own.map(({ step, loss, exact, hits }) => ({
      stage: name,
      samples: start + step * batch,
      loss,
      accuracy: ((exact ?? hits) as number | undefined) ?? null,
    }));
  });
  return trainingCurve(rows, {
    name: "training",
    title: "Language first, eyes second, then both",
    caption:
      "How nano was taught. Accuracy on pages set aside: answers right to the letter, each character given the right ones before it (language, both); inked patches under which a right character is named (eyes).",
  });
}
