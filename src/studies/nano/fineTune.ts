import { existsSync } from "node:fs";
import { join } from "node:path";
import { tf } from "../../backend/tf.ts";
import { UsageError } from "../../errors.ts";
import type { LMM } from "../../lmm/lmm.ts";
import { openSafetensors, writeSafetensors } from "../../lmm/safetensors.ts";
import { leaves } from "../../nn/tree.ts";
import { fit, type LogLine, type Stage } from "../../train/fit.ts";
import { matchScales } from "../../train/matched.ts";
import { batchSeeds, lessonLoss, pictureLesson } from "./lessons.ts";
import { type FineTuned, fineTuned } from "./plans.ts";

/** The steps that each plan is fine-tuned for, at 32 pictures a step. */
export const fineTuneSteps = 50;
const batch = 32;
const firstPage = 95_000;

/** The file of a plan's fine-tuned tensors: those that differ from the base model's. */
export const fineTunedFile = (folder: string, plan: string): string =>
  join(folder, `${plan.toLowerCase().replaceAll(" ", "-")}.safetensors`);

function planned(plan: string): FineTuned {
  const found = fineTuned[plan];
  if (found) return found;
  throw new UsageError(`no fine-tuned plan "${plan}"; there are ${Object.keys(fineTuned).join(", ")}`);
}

/** How a plan is fine-tuned: the layers from its first on, with what stands behind them. */
export function fineTuneStage(plan: string, layers: number): Stage {
  const { from } = planned(plan);
  const open = Array.from({ length: layers - from }, (_, i) => from + i).join("|");
  return {
    name: plan,
    steps: fineTuneSteps,
    groups: [
      { paths: new RegExp(`^model\\.layers\\.(${open})\\.(updates|openings)\\.`), rate: 2e-3 },
      { paths: new RegExp(`^(model\\.layers\\.(${open})\\.|model\\.norm|lm_head)`), rate: 5e-4 },
    ],
    warmup: 10,
    floor: 0.05,
    clip: 1,
    optimizer: { betas: [0.9, 0.98], weightDecay: 0 },
    loss: (lmm, step) => lessonLoss(lmm, batchSeeds(step, batch, firstPage).map(pictureLesson)),
  };
}

/** Fine-tunes one plan from the base model and stores what changed, in bfloat16. Does nothing where that is stored. */
export async function fineTunePlan(
  base: LMM,
  plan: string,
  folder: string,
  options: {
    log?: string;
    state?: string;
    onStep?: (line: LogLine) => void;
    signal?: AbortSignal | undefined;
  } = {},
): Promise<void> {
  const file = fineTunedFile(folder, plan);
  if (existsSync(file)) return;
  const edited = base.with(planned(plan).edits);
  const scaled = matchScales(edited, base, batchSeeds(0, 16, firstPage).map(pictureLesson));
  const { log, state, onStep, signal } = options;
  const tuned = await fit(scaled, fineTuneStage(plan, base.plan.layers.length), {
    ...(log && { log }),
    ...(state && { state }),
    ...(onStep && { onStep }),
    ...(signal && { signal }),
  });
  const old = new Map(leaves(base.weights));
  const changed = leaves(tuned.weights).filter(([path, tensor]) => old.get(path) !== tensor);
  const values = changed.map(
    ([path, tensor]) => [path, tensor.shape, tensor.dataSync() as Float32Array] as const,
  );
  writeSafetensors(file, values, { dtype: "BF16", metadata: { plan } });
  for (const model of [tuned, scaled, edited]) model.dispose();
}

/** The base model under a plan, with its fine-tuned tensors from `folder`. It owns those. */
export function loadFineTuned(base: LMM, plan: string, folder: string): LMM {
  const file = openSafetensors(fineTunedFile(folder, plan));
  const edited = base.with(planned(plan).edits);
  try {
    const names = leaves(edited.weights).filter(([path]) => file.entries.has(path));
    return edited.withTensors(
      new Map(names.map(([path, { shape }]) => [path, tf.tensor(file.read(path), shape)])),
    );
  } finally {
    file.close();
    edited.dispose();
  }
}
