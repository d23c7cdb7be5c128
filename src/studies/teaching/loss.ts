import { tf } from "../../backend/tf.ts";
import type { Lesson } from "../../lmm/chat.ts";
import type { LMM } from "../../lmm/lmm.ts";
import { crossEntropy, ignored } from "../../nn/crossEntropy.ts";

/** Cross-entropy of the answers given what stands before each token. */
export function lessonLoss(lmm: LMM, lessons: readonly Lesson[]): tf.Scalar {
  const logits = lmm.logits(lessons.map(({ parts }) => ({ parts })));
  return crossEntropy(logits, nextTokens(lessons, logits.shape[1]));
}

/** Labels as targets: what follows each text token, if that is to be learned. */
function nextTokens(lessons: readonly Lesson[], width: number): Int32Array {
  const targets = new Int32Array(lessons.length * width).fill(ignored);
  for (const [i, { labels }] of lessons.entries()) targets.set(labels.slice(1), i * width);
  return targets;
}

/**
 * The share of answers that are right to the last token, each token given the right ones before it: to watch training
 * by. Scores come from generated answers.
 */
export function teacherForced(lmm: LMM, lessons: readonly Lesson[]): number {
  const best = tf.tidy(() => lmm.logits(lessons.map(({ parts }) => ({ parts }))).argMax(-1));
  const [given, width] = [best.dataSync(), best.shape[1] as number];
  best.dispose();
  const targets = nextTokens(lessons, width);
  let [right, all, whole, inside] = [0, 0, true, false];
  for (let at = 0; at < targets.length; at++) {
    const label = targets[at] as number;
    if (label !== ignored) {
      whole = whole && given[at] === label;
      inside = true;
    } else if (inside) {
      right += whole ? 1 : 0;
      all++;
      [whole, inside] = [true, false];
    }
  }
  return right / Math.max(1, all);
}
