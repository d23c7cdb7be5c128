import { appendFileSync, existsSync } from "node:fs";
import { dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import { tf } from "../backend/tf.ts";
import { Failure } from "../errors.ts";
import { makeFolder } from "../files/atomic.ts";
import type { LMM } from "../lmm/lmm.ts";
import { openSafetensors, writeSafetensors } from "../lmm/safetensors.ts";
import { leaves } from "../nn/tree.ts";
import { AdamW, type AdamWOptions, type Group } from "./adamW.ts";
import { valueAndGradients } from "./gradients.ts";
import { cosine } from "./schedule.ts";

/** What is trained, on what, and how. */
export interface Stage {
  readonly name: string;
  readonly steps: number;
  /** Tensors that match no group stay as they are. */
  readonly groups: readonly Group[];
  /** The loss of step `step`; what it draws depends on the step alone, so that a resumed run goes on as it was. */
  loss(lmm: LMM, step: number): tf.Scalar;
  /** Figures for the log, every `every` steps and at the end. */
  readonly evaluate?: { readonly every: number; run(lmm: LMM): Record<string, number> };
  readonly warmup?: number;
  readonly floor?: number;
  readonly clip?: number;
  readonly optimizer?: AdamWOptions;
}

/** A line of a training log. */
export interface LogLine {
  readonly stage: string;
  readonly step: number;
  readonly loss: number;
  readonly norm: number;
  readonly seconds: number;
  readonly [figure: string]: string | number;
}

/** Where a run keeps itself, and who hears of it. */
export interface FitOptions {
  /** The file of the run's state: weights, moments, step. With it a run that was cut off goes on. */
  readonly state?: string;
  /** A JSONL file that every step is added to. */
  readonly log?: string;
  readonly saveEverySeconds?: number;
  readonly onStep?: (line: LogLine) => void;
  readonly signal?: AbortSignal;
}

/**
 * Trains a model and returns a new one, which owns the tensors that changed. Stops with a `Failure` when the loss
 * or the gradients are no longer finite. On abort the state is saved first.
 */
export async function fit(lmm: LMM, stage: Stage, options: FitOptions = {}): Promise<LMM> {
  const { state, log, saveEverySeconds = 60, onStep, signal } = options;
  const optimizer = new AdamW(stage.optimizer);
  const trained = leaves(lmm.weights)
    .filter(([path]) => groupOf(stage, path))
    .map(([path]) => path);
  if (trained.length === 0)
    throw new Failure(`stage "${stage.name}" trains nothing: no path matches its groups`);
  let { model, step, seconds } =
    state && existsSync(state) ? resume(lmm, stage, optimizer, state) : { model: lmm, step: 0, seconds: 0 };
  try {
    if (log) makeFolder(dirname(log));
    let saved = Date.now();
    for (; step < stage.steps; step++) {
      const began = Date.now();
      const { next, loss, norm } = trainStep(model, stage, step, optimizer, trained);
      if (model !== lmm) model.dispose();
      model = next;
      if (!Number.isFinite(loss) || !Number.isFinite(norm)) {
        const what = Number.isFinite(loss) ? `the gradients' norm is ${norm}` : `the loss is ${loss}`;
        throw new Failure(
          `stage "${stage.name}" diverged at step ${step}: ${what}; ${state && existsSync(state) ? `the last good state is ${state}` : "no state was kept"}`,
        );
      }
      const { evaluate } = stage;
      const due = evaluate && ((step + 1) % evaluate.every === 0 || step + 1 === stage.steps);
      seconds += (Date.now() - began) / 1000;
      const line = {
        stage: stage.name,
        step: step + 1,
        loss,
        norm,
        seconds,
        ...(due ? evaluate.run(model) : {}),
      };
      if (log) appendFileSync(log, `${JSON.stringify(line)}\n`);
      onStep?.(line);
      if (state && (signal?.aborted || Date.now() - saved > saveEverySeconds * 1000)) {
        save(model, stage, optimizer, state, step + 1, seconds);
        saved = Date.now();
      }
      signal?.throwIfAborted();
      await setImmediate();
    }
    if (state) save(model, stage, optimizer, state, step, seconds);
    return model;
  } catch (error) {
    if (model !== lmm) model.dispose();
    throw error;
  } finally {
    optimizer.dispose();
  }
}

const groupOf = ({ groups }: Stage, path: string): Group | undefined =>
  groups.find(({ paths }) => paths.test(path));

function trainStep(model: LMM, stage: Stage, step: number, optimizer: AdamW, trained: readonly string[]) {
  const all = new Map(leaves(model.weights));
  const tensors = new Map(trained.map((path) => [path, all.get(path) as tf.Tensor]));
  // A step that is cut off anywhere, by an error or an interrupt, leaves nothing behind.
  const { updated, loss, norm } = tf.tidy(() => {
    const { value, gradients } = valueAndGradients(() => stage.loss(model, step), tensors);
    const factor = cosine(step, stage.steps, stage);
    const rate = (path: string) => factor * (groupOf(stage, path) as Group).rate;
    const made = optimizer.step(tensors, gradients, rate, stage.clip);
    for (const [path, tensor] of tensors) if (!made.updated.has(path)) made.updated.set(path, tensor.clone());
    return {
      updated: Object.fromEntries(made.updated),
      loss: value.dataSync()[0] as number,
      norm: made.norm.dataSync()[0] as number,
    };
  });
  return { next: model.withTensors(new Map(Object.entries(updated))), loss, norm };
}

function save(
  model: LMM,
  stage: Stage,
  { moments }: AdamW,
  path: string,
  step: number,
  seconds: number,
): void {
  const values = (tensor: tf.Tensor) => tensor.dataSync() as Float32Array;
  const tensors = leaves(model.weights)
    .filter(([name]) => groupOf(stage, name))
    .map(([name, tensor]) => [name, tensor.shape, values(tensor)] as const);
  const kept = [...moments].flatMap(([name, { first, second }]) => [
    [`${name}#first`, first.shape, values(first)] as const,
    [`${name}#second`, second.shape, values(second)] as const,
  ]);
  const counts = Object.fromEntries([...moments].map(([name, { steps }]) => [name, steps]));
  const metadata = {
    stage: stage.name,
    step: `${step}`,
    seconds: `${seconds}`,
    steps: JSON.stringify(counts),
  };
  writeSafetensors(path, [...tensors, ...kept], { metadata });
}

function resume(lmm: LMM, stage: Stage, optimizer: AdamW, path: string) {
  const file = openSafetensors(path);
  try {
    if (file.metadata.stage !== stage.name) {
      throw new Failure(
        `${path} is the state of stage "${file.metadata.stage}", not of "${stage.name}"; move it away to start anew`,
      );
    }
    const tensor = (name: string) => tf.tensor(file.read(name), [...(file.entries.get(name)?.shape ?? [])]);
    const steps = JSON.parse(file.metadata.steps ?? "{}") as Record<string, number>;
    const weights = new Map<string, tf.Tensor>();
    for (const [name, old] of leaves(lmm.weights)) {
      if (!groupOf(stage, name)) continue;
      const value = tensor(name);
      if (!tf.util.arraysEqual(value.shape, old.shape)) {
        throw new Failure(`${path}: ${name} has shape [${value.shape}], the model [${old.shape}]`);
      }
      weights.set(name, value);
      if (!file.entries.has(`${name}#first`)) continue;
      optimizer.moments.set(name, {
        first: tensor(`${name}#first`),
        second: tensor(`${name}#second`),
        steps: steps[name] ?? 0,
      });
    }
    return {
      model: lmm.withTensors(weights),
      step: Number(file.metadata.step),
      seconds: Number(file.metadata.seconds),
    };
  } finally {
    file.close();
  }
}
