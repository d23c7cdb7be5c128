import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeAtomically } from "../../files/atomic.ts";
import { loadCheckpoint, saveCheckpoint } from "../../lmm/checkpoint.ts";
import type { LMM } from "../../lmm/lmm.ts";
import type { LogLine } from "../../train/fit.ts";
import { wilson } from "../interval.ts";
import { type Record, readRecords } from "../record.ts";
import { nanoCard } from "./card.ts";
import { fineTunedFile, fineTunePlan, fineTuneSteps } from "./fineTune.ts";
import { fineTuned } from "./plans.ts";
import { blankControl, nanoFolder, nanoStudy, recordsFile, routesFolder } from "./study.ts";
import { lessons, teachNano } from "./train.ts";

/** Hears how far a long computation is. */
export type OnProgress = (what: string, done: number, all: number, note?: string) => void;

/** What each part takes on two unloaded cores with the native engine: the estimate that is printed first. */
export function estimatedMinutes(): { part: string; minutes: number }[] {
  const perStep: globalThis.Record<string, number> = { language: 0.75, eyes: 0.56, both: 2.3 };
  return [
    ...lessons.map(({ name, steps }) => ({ part: name, minutes: (steps * (perStep[name] as number)) / 60 })),
    { part: "fine-tuning", minutes: (Object.keys(fineTuned).length * fineTuneSteps * 1.3) / 60 },
    { part: "evaluation", minutes: 5 },
  ];
}

/**
 * Teaches `nano` from nothing, fine-tunes every plan, and stores checkpoints and logs. Resumable: what is done is
 * kept in `work`.
 */
export async function trainNano(work: string, onProgress: OnProgress, signal?: AbortSignal): Promise<void> {
  const onStep = (line: LogLine, { steps, name }: { steps: number; name: string }) =>
    onProgress(name, line.step, steps, `loss ${line.loss.toFixed(3)}`);
  const taught = await teachNano({ folder: work, onStep, signal });
  saveCheckpoint(taught, nanoFolder, { dtype: "BF16" });
  taught.dispose();
  const base = loadCheckpoint(nanoFolder);
  const plans = Object.keys(fineTuned);
  for (const [i, plan] of plans.entries()) {
    const done = fineTunedFile(join(work, "routes"), plan);
    await fineTunePlan(base, plan, join(work, "routes"), {
      log: join(work, "log.jsonl"),
      state: join(work, "fine-tuning.state.safetensors"),
      onStep: ({ step, loss }) =>
        onProgress(
          "fine-tuning",
          i * fineTuneSteps + step,
          plans.length * fineTuneSteps,
          `${plan}, loss ${loss.toFixed(3)}`,
        ),
      signal,
    });
    rmSync(join(work, "fine-tuning.state.safetensors"), { force: true });
    writeAtomically(fineTunedFile(routesFolder, plan), readFileSync(done));
  }
  writeAtomically(join(nanoFolder, "log.jsonl"), lastOfEach(readFileSync(join(work, "log.jsonl"), "utf8")));
  base.dispose();
}

/** A log in which every step stands once: a resumed run writes some steps again. */
function lastOfEach(log: string): string {
  const lines = new Map<string, string>();
  for (const line of log.split("\n").filter((one) => one.trim() !== "")) {
    const { stage, step } = JSON.parse(line) as LogLine;
    lines.set(`${stage} ${step}`, line);
  }
  return `${[...lines.values()].join("\n")}\n`;
}

/** Asks every plan, and the blank-page control, and stores the records. Records that still hold are kept. */
export async function evaluateNano(onProgress: OnProgress, signal?: AbortSignal): Promise<Record[]> {
  const base = loadCheckpoint(nanoFolder);
  const run = (what: string) => ({
    file: `${recordsFile}.part`,
    signal,
    onProgress: ({ plan, done, all }: { plan: string; done: number; all: number }) =>
      onProgress(`${what}: ${plan}`, done, all),
  });
  const records = await nanoStudy(base).run(run("asking"));
  const control = await blankControl(base).run({ ...run("control"), file: `${recordsFile}.blank.part` });
  const all = [...records, ...control];
  writeAtomically(recordsFile, `${all.map((record) => JSON.stringify(record)).join("\n")}\n`);
  writeAtomically(join(nanoFolder, "README.md"), nanoCard(all, base.parameters));
  for (const part of [`${recordsFile}.part`, `${recordsFile}.blank.part`]) rmSync(part, { force: true });
  base.dispose();
  return all;
}

/** The stored records of the study, without the control. */
export const nanoRecords = (): Record[] =>
  readRecords(recordsFile).filter(({ task }) => task === "fieldValue");

/** The control's record. */
export const blankRecord = (): Record | undefined =>
  readRecords(recordsFile).find(({ task }) => task === "blankPage");

/** One plan, measured again on the first samples of its record. */
export interface Again {
  readonly plan: string;
  readonly samples: number;
  readonly recorded: number;
  readonly low: number;
  readonly high: number;
  readonly now: number;
  readonly holds: boolean;
}

/**
 * Measures plans again on the first `samples` questions of their records. A record holds when what comes out now
 * lies in the 95 % interval of its own scores on the same questions.
 */
export async function measureAgain(
  plans: readonly string[],
  samples: number,
  onProgress: OnProgress,
): Promise<Again[]> {
  const base: LMM = loadCheckpoint(nanoFolder);
  const records = nanoRecords();
  const fresh = await nanoStudy(base, { samples, only: plans }).run({
    onProgress: ({ plan, done, all }) => onProgress(`again: ${plan}`, done, all),
  });
  base.dispose();
  return fresh.map(({ plan, accuracy }) => {
    const scores = records.find((record) => record.plan === plan)?.scores.slice(0, samples) ?? [];
    const hits = scores.reduce((sum, score) => sum + score, 0);
    const { low, high } = wilson(hits, scores.length);
    return {
      plan,
      samples,
      recorded: hits / scores.length,
      low,
      high,
      now: accuracy,
      holds: accuracy >= low && accuracy <= high,
    };
  });
}

/** Whether there is a trained model to work with. */
export const isTrained = (): boolean => existsSync(join(nanoFolder, "model.safetensors"));
