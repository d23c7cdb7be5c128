import { existsSync } from "node:fs";
import { join } from "node:path";
import { tf } from "../../backend/tf.ts";
import { Failure } from "../../errors.ts";
import type { LMM } from "../../lmm/lmm.ts";
import { openSafetensors, writeSafetensors } from "../../lmm/safetensors.ts";
import { leaves } from "../../nn/tree.ts";
import { fit, type LogLine, type Stage } from "../../train/fit.ts";

/** A stage of teaching a model, and what it holds meanwhile. */
export interface Course extends Stage {
  /** Samples a step. */
  readonly batch: number;
  close?(): void;
}

/** What teaching a model needs besides its courses. */
export interface TeachOptions {
  /** The folder of the run: its log, its state, and what was learned after each course. A run that was cut off goes on. */
  readonly folder: string;
  readonly onStep?: ((line: LogLine, course: Course) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The file of what a course taught, in bfloat16: every tensor that it trained. */
export const taughtFile = (folder: string, course: Course): string =>
  join(folder, `${course.name}.safetensors`);

/**
 * Teaches a model course by course and gives the model that comes out, which owns what it learned and shares the rest with
 * the one that was given. Each course starts from the stored weights of those before it, whether they were taught in this
 * run or in another.
 */
export async function teach(
  lmm: LMM,
  courses: readonly ((lmm: LMM) => Course)[],
  { folder, onStep, signal }: TeachOptions,
): Promise<LMM> {
  const files: string[] = [];
  for (const open of courses) {
    const before = withLearned(lmm, files);
    const course = open(before);
    files.push(taughtFile(folder, course));
    try {
      if (!existsSync(taughtFile(folder, course))) await take(course, before, { folder, onStep, signal });
    } finally {
      course.close?.();
      before.dispose();
    }
  }
  return withLearned(lmm, files);
}

async function take(course: Course, before: LMM, { folder, onStep, signal }: TeachOptions): Promise<void> {
  const taught = await fit(before, course, {
    state: join(folder, `${course.name}.state.safetensors`),
    log: join(folder, "log.jsonl"),
    ...(onStep && { onStep: (line: LogLine) => onStep(line, course) }),
    ...(signal && { signal }),
  });
  const prior = new Map(leaves(before.weights));
  const learned = leaves(taught.weights)
    .filter(([path, tensor]) => prior.get(path) !== tensor)
    .map(([path, tensor]) => [path, tensor.shape, tensor.dataSync() as Float32Array] as const);
  writeSafetensors(taughtFile(folder, course), learned, { dtype: "BF16", metadata: { course: course.name } });
  taught.dispose();
}

/** The same model with the tensors of files put in by name, those of later files over those of earlier ones; owns those. */
export function withLearned(lmm: LMM, paths: readonly string[]): LMM {
  const shapes = new Map(leaves(lmm.weights).map(([name, { shape }]) => [name, shape]));
  const learned = new Map<string, tf.Tensor>();
  for (const path of paths) {
    const file = openSafetensors(path);
    try {
      for (const name of file.entries.keys()) {
        const shape = shapes.get(name);
        if (!shape) throw new Failure(`${path} holds ${name}, which this model does not have`);
        learned.get(name)?.dispose();
        learned.set(name, tf.tensor(file.read(name), shape));
      }
    } finally {
      file.close();
    }
  }
  return lmm.withTensors(learned);
}
