import { Chat, type Lesson } from "../../lmm/chat.ts";
import { DenseTarget } from "../../lmm/denseTarget.ts";
import { LMM } from "../../lmm/lmm.ts";
import { nanoConfig } from "../../lmm/nano.ts";
import { nanoPages } from "../../pages/setting.ts";
import { pageAlphabet } from "../../tasks/alphabet.ts";
import type { Group } from "../../train/adamW.ts";
import type { Course } from "./curriculum.ts";
import { batchOf, type Pupil, pictureLesson, pictureWithPieces, textLesson } from "./lesson.ts";
import { lessonLoss, teacherForced } from "./loss.ts";
import { pageMixture } from "./mixture.ts";

const { size, grid } = nanoPages;

/** `nano` for pages: 96 pixels in 16 x 16 patches, in colour. */
const config = nanoConfig({ alphabet: pageAlphabet, pixels: size, patch: size / grid, channels: 3 });
const chat = Chat.with({ config });
/** `nano` as a pupil. */
export const nanoPupil: Pupil = {
  chat,
  setting: nanoPages,
  channels: 3,
  turns: 4,
  reading: 1 / 3,
  sample: pageMixture(nanoPages),
};

/** `nano` before it is taught anything. */
export const untaughtNano = (seed = 1): LMM => LMM.random(config, seed);

const batch = 32;
const usual = {
  batch,
  warmup: 100,
  floor: 0.05,
  clip: 1,
  optimizer: { betas: [0.9, 0.98], weightDecay: 0.05 },
} as const;
const decoder = /^(model\.(embed_tokens|layers|norm)|lm_head)/;
const eyes = /^model\.(vision_tower|mm_projector)/;
const groups = (...pairs: [RegExp, number][]): Group[] => pairs.map(([paths, rate]) => ({ paths, rate }));

/** Pages set aside to watch training by. */
const dev = (count: number) => batchOf(nanoPupil, "dev", 0, count);

type Read = (pupil: Pupil, sample: ReturnType<Pupil["sample"]>) => Lesson;

const questions = (read: Read, first: number) => ({
  loss: (lmm: LMM, step: number) =>
    lessonLoss(
      lmm,
      batchOf(nanoPupil, "train", step, batch, first).map((sample) => read(nanoPupil, sample)),
    ),
  evaluate: {
    every: 100,
    run: (lmm: LMM) => ({
      exact: teacherForced(
        lmm,
        dev(128).map((sample) => read(nanoPupil, sample)),
      ),
    }),
  },
});

/**
 * Language first, eyes second, then both. The decoder learns to answer on pages given as plain text; the encoder, alone, to
 * give the decoder's own embedding of the character under each patch; then they go on together. The other way round such
 * a model never learns to look.
 */
export const nanoCourses: readonly ((lmm: LMM) => Course)[] = [
  () => ({
    ...usual,
    name: "language",
    steps: 1200,
    groups: groups([decoder, 1.5e-3]),
    ...questions(textLesson, 0),
  }),
  (lmm) => {
    const pieces = chat.tokenizer.encode(pageAlphabet);
    const target = new DenseTarget(lmm, { pieces, space: chat.tokenizer.space });
    const pictures = (samples: ReturnType<typeof dev>) =>
      samples.map(({ page }) => pictureWithPieces(nanoPupil, page));
    return {
      ...usual,
      name: "eyes",
      steps: 1000,
      groups: groups([eyes, 1.2e-3]),
      loss: (lmm, step) => target.loss(lmm, pictures(batchOf(nanoPupil, "train", step, batch, 100_000))),
      evaluate: { every: 100, run: (lmm) => ({ hits: target.hits(lmm, pictures(dev(64))).ink }) },
      close: () => target.dispose(),
    };
  },
  () => ({
    ...usual,
    name: "both",
    steps: 1500,
    groups: groups([decoder, 8e-4], [eyes, 4e-4]),
    ...questions(pictureLesson, 200_000),
  }),
];
