import { Chat } from "../../lmm/chat.ts";
import { DenseTarget } from "../../lmm/denseTarget.ts";
import type { LMM } from "../../lmm/lmm.ts";
import type { Picture } from "../../lmm/prompt.ts";
import { newSmol } from "../../lmm/smol.ts";
import { smolPages } from "../../pages/setting.ts";
import type { Sample } from "../../tasks/sample.ts";
import type { Course } from "./curriculum.ts";
import { batchOf, type Pupil, pictureLesson, pictureWithPieces } from "./lesson.ts";
import { lessonLoss, teacherForced } from "./loss.ts";
import { pageMixture } from "./mixture.ts";

/** `smol` before its eyes and adapters are taught anything; needs its decoder (`proxylab fetch smollm2-135m`). */
export const untaughtSmol = (seed = 1): Promise<LMM> => newSmol({ seed });

/** `smol` as a pupil. */
export const smolPupil = (lmm: LMM): Pupil => ({
  chat: Chat.with(lmm),
  setting: smolPages,
  channels: 3,
  turns: 4,
  reading: 3 / 4,
  sample: pageMixture(smolPages),
});

const usual = {
  warmup: 50,
  floor: 0.05,
  clip: 1,
  optimizer: { betas: [0.9, 0.98], weightDecay: 0.01 },
} as const;

/**
 * The eyes alone first: under each patch the decoder's own embedding of the piece of text that stands there. Then eyes and
 * adapters together, on pages to be read aloud and asked about.
 */
export const smolCourses: readonly ((lmm: LMM) => Course)[] = [
  (lmm) => {
    const pupil = smolPupil(lmm);
    const { space } = pupil.chat.tokenizer;
    const pictures = (samples: readonly Sample[]) =>
      samples.map(({ page }) => pictureWithPieces(pupil, page));
    const usualPieces = idsOf(pictures(batchOf(pupil, "train", 0, 1000)));
    const against = <T>(own: LMM, seen: readonly Picture[], use: (target: DenseTarget) => T): T => {
      const target = new DenseTarget(own, { pieces: [space, ...usualPieces, ...idsOf(seen)], space });
      try {
        return use(target);
      } finally {
        target.dispose();
      }
    };
    const dev = pictures(batchOf(pupil, "dev", 0, 32));
    return {
      ...usual,
      name: "eyes",
      steps: 1800,
      batch: 16,
      groups: [{ paths: /^model\.(vision_tower|mm_projector)/, rate: 1e-3 }],
      loss: (own, step) => {
        const seen = pictures(batchOf(pupil, "train", step, 16));
        return against(own, seen, (target) => target.loss(own, seen));
      },
      evaluate: {
        every: 100,
        run: (own) => ({ hits: against(own, dev, (target) => target.hits(own, dev).ink) }),
      },
    };
  },
  (lmm) => {
    const pupil = smolPupil(lmm);
    const lessons = (split: "train" | "dev", step: number, size: number, first: number) =>
      batchOf(pupil, split, step, size, first).map((sample) => pictureLesson(pupil, sample));
    return {
      ...usual,
      name: "reading",
      steps: 600,
      batch: 8,
      groups: [
        { paths: /^model\.(vision_tower|mm_projector)/, rate: 3e-4 },
        { paths: /\.lora_[AB]\./, rate: 1e-3 },
      ],
      loss: (own, step) => lessonLoss(own, lessons("train", step, 8, 100_000)),
      evaluate: { every: 50, run: (own) => ({ exact: teacherForced(own, lessons("dev", 0, 16, 0)) }) },
    };
  },
];

/** The pieces that stand in pictures. */
const idsOf = (pictures: readonly Picture[]): Set<number> =>
  new Set(pictures.flatMap(({ pieces = [] }) => pieces.flatMap((ids) => [...ids])));
