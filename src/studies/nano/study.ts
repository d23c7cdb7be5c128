import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LMM } from "../../lmm/lmm.ts";
import { checkpoints } from "../../lmm/load.ts";
import type { Pixels } from "../../nn/patchEmbedding.ts";
import { fieldValue } from "../../tasks/fieldValue.ts";
import type { Split, Task } from "../../tasks/task.ts";
import { type Candidate, study } from "../study.ts";
import { fineTunedFile, loadFineTuned } from "./fineTune.ts";
import { fineTuned, trainingFree } from "./plans.ts";

/** Where `nano` and what belongs to it are stored. */
export const nanoFolder = join(checkpoints, "nano");

/** The fine-tuned tensors of each plan. */
export const routesFolder = join(nanoFolder, "routes");

/** The records of the study. */
export const recordsFile = join(nanoFolder, "records.jsonl");

/** How many unseen pages each plan is asked about. */
export const nanoSamples = 512;

/** The same questions about pages without ink: what can be had without looking. */
export const blankPage: Task = {
  ...fieldValue,
  name: "blankPage",
  example: (split, index) => {
    const example = fieldValue.example(split, index);
    const blank = (pixels: Pixels): Pixels => new Float32Array(pixels.length).fill(-1);
    return {
      ...example,
      id: `blankPage/${split}/${index}`,
      picture: { crops: example.picture.crops.map(blank) },
    };
  },
};

/** The share of questions that the best constant answer gets right. */
export function bestConstant(
  task: Task,
  split: Split,
  samples: number,
): { answer: string; accuracy: number } {
  const counts = new Map<string, number>();
  for (let i = 0; i < samples; i++) {
    const { answer } = task.example(split, i);
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  const [answer, most] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best));
  return { answer, accuracy: most / samples };
}

/** Every plan on unseen pages: training-free, and fine-tuned where `folder` holds the tensors. */
export function nanoStudy(
  base: LMM,
  {
    samples = nanoSamples,
    folder = routesFolder,
    only,
  }: { samples?: number; folder?: string; only?: readonly string[] } = {},
) {
  const untouched = Object.entries(trainingFree).map(([plan, edits]): [string, LMM | Candidate] => [
    plan,
    plan === "full" ? base : { trained: false, model: () => base.with(edits) },
  ]);
  const tuned = Object.keys(fineTuned)
    .filter((plan) => existsSync(fineTunedFile(folder, plan)))
    .map((plan): [string, Candidate] => [
      `${plan}, fine-tuned`,
      { trained: true, model: () => loadFineTuned(base, plan, folder) },
    ]);
  const plans = [...untouched, ...tuned].filter(([plan]) => !only || only.includes(plan));
  return study({ name: "nano", base, plans: Object.fromEntries(plans), tasks: [fieldValue], samples });
}

/** The control: the unchanged model, asked about blank pages. */
export const blankControl = (base: LMM, samples = nanoSamples) =>
  study({ name: "nano", base, plans: { full: base }, tasks: [blankPage], samples });
