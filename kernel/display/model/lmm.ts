import { type Cost, cost, LMM, planToCode } from "../../../src/index.ts";
import { escapeHtml } from "../html.ts";
import { flopsText, parametersText, percentText } from "../numbers.ts";
import { register } from "../registry.ts";
import { treeHtml, treeText } from "./print.ts";
import { type Part, treeOf } from "./tree.ts";

/** Characters of the longest bar. */
const longest = 12;

/** An LMM: its sizes, its plan, and its weights as a tree with each layer's route and share of the FLOPs. */
register(
  (value): value is LMM => value instanceof LMM,
  (lmm) => {
    const counted = countedOf(lmm);
    const tree: Part = {
      ...treeOf(lmm.weights, { name: "weights", notes: notesOf(lmm, counted) }),
      what: "",
    };
    const facts = [
      `${parametersText(lmm.parameters)} parameters`,
      sizes(lmm),
      typeof counted === "string" ? counted : prefill(counted),
    ];
    const plan = planToCode(lmm.plan) || "full in every layer";
    return {
      "text/plain": [
        "LMM",
        ...facts.map((fact) => `  ${fact}`),
        `  plan: ${plan.replaceAll("\n", "\n  ")}`,
        treeText(tree),
      ].join("\n"),
      "text/html": `<p><b>LMM</b><br>${facts.map(escapeHtml).join("<br>")}</p>\n<details><summary>plan</summary><pre>${escapeHtml(plan)}</pre></details>\n${treeHtml(tree)}`,
    };
  },
);

/** The cost of a prefill as in the paper, or why there is none. */
function countedOf(lmm: LMM): Cost | string {
  try {
    return cost(lmm);
  } catch (error) {
    return `FLOPs are not counted: ${(error as Error).message}`;
  }
}

function sizes({ config: { decoder, vision } }: LMM): string {
  const eyes = vision
    ? `vision encoder of ${vision.num_hidden_layers} layers for ${vision.image_size} x ${vision.image_size} pixels, `
    : "no vision encoder, ";
  return `${eyes}decoder of ${decoder.num_hidden_layers} layers, width ${decoder.hidden_size}, ${decoder.vocab_size} tokens`;
}

function prefill({ flops, settings: { crops, text, newline } }: Cost): string {
  return `${flopsText(flops)} for a prefill of ${crops} crops, ${newline} newline and ${text} text tokens`;
}

/** What stands beside each decoder layer. */
function notesOf({ plan }: LMM, counted: Cost | string): Map<string, string> {
  const layers = typeof counted === "string" ? [] : counted.layers;
  const most = Math.max(...layers.map(({ flops }) => flops));
  return new Map(
    plan.layers.map(({ route, before }, i): [string, string] => {
      const flops = layers[i]?.flops;
      const share =
        flops === undefined || typeof counted === "string" ? "" : percentText(flops / counted.flops);
      const bar = flops ? "■".repeat(Math.max(1, Math.round((longest * flops) / most))) : "";
      const opens = before.map(({ opening }) => opening).join(", ");
      const words = [
        `route ${route.name}`,
        opens && `before it ${opens}`,
        share && `${share} of the FLOPs ${bar}`,
      ];
      return [`model.layers.${i}`, words.filter(Boolean).join(", ")];
    }),
  );
}
