import { existsSync } from "node:fs";
import { join } from "node:path";
import { split } from "../../../datasets/pages/index.ts";
import { tf } from "../../backend/tf.ts";
import { LMM } from "../../lmm/lmm.ts";
import { openSafetensors, writeSafetensors } from "../../lmm/safetensors.ts";
import { leaves } from "../../nn/tree.ts";
import type { Group } from "../../train/adamW.ts";
import { type FitOptions, fit, type LogLine, type Stage } from "../../train/fit.ts";
import { nanoConfig } from "./config.ts";
import {
  batchSeeds,
  eyeHits,
  eyeLoss,
  lessonLoss,
  pictureLesson,
  teacherForced,
  textLesson,
} from "./lessons.ts";

const optimizer = { betas: [0.9, 0.98], weightDecay: 0.05 } as const;
const decoder = /^(model\.(embed_tokens|layers|norm|image_newline)|lm_head)/;
const eyes = /^model\.(vision_tower|mm_projector)/;

/** Pages set aside to watch training by. */
const devSeeds = (count: number): number[] => Array.from({ length: count }, (_, i) => split("dev", i));

/** A stage of teaching `nano`, with what happens to the model before it. */
interface Lesson extends Stage {
  readonly batch: number;
  prepare?(lmm: LMM): LMM;
}

const groups = (...pairs: [RegExp, number][]): Group[] => pairs.map(([paths, rate]) => ({ paths, rate }));

/**
 * Language first, eyes second, then both. The decoder learns to answer on pages given as plain text; the encoder,
 * alone, to give the decoder's own embedding of the character under each patch; then they go on together. The other
 * way round such a model never learns to look.
 */
export const lessons: readonly Lesson[] = [
  {
    name: "language",
    steps: 520,
    batch: 32,
    groups: groups([decoder, 1.5e-3]),
    warmup: 100,
    floor: 0.05,
    clip: 1,
    optimizer,
    loss: (lmm, step) => lessonLoss(lmm, batchSeeds(step, 32).map(textLesson)),
    evaluate: { every: 130, run: (lmm) => ({ exact: teacherForced(lmm, devSeeds(128).map(textLesson)) }) },
  },
  {
    name: "eyes",
    steps: 800,
    batch: 32,
    groups: groups([eyes, 1.2e-3]),
    warmup: 100,
    floor: 0.05,
    clip: 1,
    optimizer,
    loss: (lmm, step) => eyeLoss(lmm, batchSeeds(step, 32, 30_000)),
    evaluate: { every: 100, run: (lmm) => ({ hits: eyeHits(lmm, devSeeds(64)) }) },
  },
  {
    name: "both",
    steps: 720,
    batch: 32,
    groups: groups([decoder, 8e-4], [eyes, 4e-4]),
    warmup: 60,
    floor: 0.05,
    clip: 1,
    optimizer,
    prepare: newlineAsCharacter,
    loss: (lmm, step) => lessonLoss(lmm, batchSeeds(step, 32, 65_000).map(pictureLesson)),
    evaluate: { every: 90, run: (lmm) => ({ exact: teacherForced(lmm, devSeeds(128).map(pictureLesson)) }) },
  },
];

/** The newline behind a row of patches starts as the decoder's own newline character. */
function newlineAsCharacter(lmm: LMM): LMM {
  const first = tf.tidy(() => lmm.weights.model.embed_tokens.weight.slice([0, 0], [1, -1]).reshape([-1]));
  return lmm.withTensors(new Map([["model.image_newline", first]]));
}

/** What teaching a model needs besides the lessons. */
export interface TeachOptions {
  /** The folder of the run: its log, its state, and the weights after each lesson. A run that was cut off goes on. */
  readonly folder: string;
  readonly onStep?: (line: LogLine, lesson: Lesson) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Teaches `nano` from nothing. The model that comes back owns its tensors. */
export async function teachNano({ folder, onStep, signal }: TeachOptions): Promise<LMM> {
  let lmm = LMM.random(nanoConfig, 1);
  for (const lesson of lessons) {
    const done = join(folder, `${lesson.name}.safetensors`);
    const before = lmm;
    if (existsSync(done)) {
      lmm = withWeights(lmm, done);
    } else {
      const prepared = lesson.prepare?.(lmm) ?? lmm;
      const options: FitOptions = {
        state: join(folder, `${lesson.name}.state.safetensors`),
        log: join(folder, "log.jsonl"),
        ...(onStep && { onStep: (line) => onStep(line, lesson) }),
        ...(signal && { signal }),
      };
      const taught = await fit(prepared, lesson, options);
      writeSafetensors(
        done,
        leaves(taught.weights).map(
          ([path, tensor]) => [path, tensor.shape, tensor.dataSync() as Float32Array] as const,
        ),
      );
      lmm = withWeights(lmm, done);
      taught.dispose();
      if (prepared !== before) prepared.dispose();
    }
    before.dispose();
  }
  return lmm;
}

/** The same model with every tensor read from a file of its names; owns them. */
function withWeights(lmm: LMM, path: string): LMM {
  const file = openSafetensors(path);
  try {
    const read = ([name, { shape }]: [string, tf.Tensor]) =>
      [name, tf.tensor(file.read(name), shape)] as const;
    return lmm.withTensors(new Map(leaves(lmm.weights).map(read)));
  } finally {
    file.close();
  }
}
