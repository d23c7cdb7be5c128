import { page, render, split } from "../../../datasets/pages/index.ts";
import { tf } from "../../backend/tf.ts";
import type { LMM } from "../../lmm/lmm.ts";
import type { Picture, Sample } from "../../lmm/prompt.ts";
import { uniform } from "../../lmm/random.ts";
import { crossEntropy, ignored } from "../../nn/crossEntropy.ts";
import { questionIds } from "../../tasks/prompt.ts";
import { nanoConfig, tokenizer } from "./config.ts";

/** Several questions about one page, asked one after the other, with the answers to learn. */
interface Lesson {
  readonly parts: Sample["parts"];
  readonly labels: readonly number[];
}

/** Every field of a page is asked for, in an order of its own. */
function questions(seed: number): { ids: number[]; labels: number[] } {
  const fields = [...page(seed).fields];
  const next = uniform(seed ^ 0x5eed);
  for (let i = fields.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [fields[i], fields[j]] = [fields[j] as (typeof fields)[number], fields[i] as (typeof fields)[number]];
  }
  const turns = fields.map(({ key, value }) => ({
    question: questionIds(tokenizer, key),
    answer: [...tokenizer.encode(value), tokenizer.end],
  }));
  return {
    ids: turns.flatMap(({ question, answer }) => [...question, ...answer]),
    labels: turns.flatMap(({ question, answer }) => [...question.map(() => ignored), ...answer]),
  };
}

/** The page as plain text, then the questions: what the decoder learns language and asking from. */
export function textLesson(seed: number): Lesson {
  const text = page(seed).lines.flatMap((line) => [...tokenizer.encode(line), tokenizer.newline]);
  const { ids, labels } = questions(seed);
  return { parts: [[...text, ...ids]], labels: [...text.map(() => ignored), ...labels] };
}

/** The page as a picture, then the questions. */
export function pictureLesson(seed: number): Lesson {
  const { ids, labels } = questions(seed);
  return { parts: [{ crops: [render(page(seed), seed).pixels] }, ids], labels };
}

/** The seeds of a batch of pages: those of step `step`, never met before in this stage. */
export const batchSeeds = (step: number, size: number, offset = 0): number[] =>
  Array.from({ length: size }, (_, i) => split("train", offset + step * size + i));

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

/** The share of answers that are right to the last character, each token given the right ones before it. */
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

/** What lies under each patch of a page: the share of each character whose centre is there, `[patches, tokens]`. */
export interface Targets {
  readonly shares: Float32Array;
  /** 1 where ink is, `blankWeight` elsewhere, `[patches]`. */
  readonly weights: Float32Array;
}

const blankWeight = 0.1;

/** Dense supervision of the encoder: pictures and, patch by patch, the characters to name. Blanks are spaces. */
export function eyeLesson(seeds: readonly number[]): { pictures: Picture["crops"]; targets: Targets } {
  const side = nanoConfig.vision.image_size / nanoConfig.vision.patch_size;
  const perPage = side * side;
  const shares = new Float32Array(seeds.length * perPage * tokenizer.size);
  const weights = new Float32Array(seeds.length * perPage).fill(blankWeight);
  const pictures = seeds.map((seed, i) => {
    const { pixels, glyphs } = render(page(seed), seed);
    for (const { character, x, y } of glyphs) {
      const column = Math.floor(x / nanoConfig.vision.patch_size);
      const row = Math.floor(y / nanoConfig.vision.patch_size);
      const patch = i * perPage + row * side + column;
      const at = patch * tokenizer.size + (tokenizer.encode(character)[0] as number);
      shares[at] = (shares[at] as number) + 1;
      weights[patch] = 1;
    }
    return pixels;
  });
  const space = tokenizer.encode(" ")[0] as number;
  for (let patch = 0; patch < weights.length; patch++) {
    const row = shares.subarray(patch * tokenizer.size, (patch + 1) * tokenizer.size);
    const sum = row.reduce((total, share) => total + share, 0);
    if (sum === 0) row[space] = 1;
    else for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) / sum;
  }
  return { pictures, targets: { shares, weights } };
}

const softness = 0.1;

/**
 * The encoder's loss: under each patch, the decoder's own embedding of the character there, by cross-entropy over
 * all characters and by regression. Embeddings are measured in units of their standard deviation.
 */
export function eyeLoss(lmm: LMM, seeds: readonly number[]): tf.Scalar {
  const { pictures, targets } = eyeLesson(seeds);
  return tf.tidy(() => {
    const { embeddings, features } = inUnits(lmm, pictures);
    const size = tokenizer.size;
    const shares = tf.tensor2d(targets.shares, [targets.weights.length, size]);
    const weights = tf.tensor1d(targets.weights);
    const logits = tf.matMul(features, embeddings, false, true).mul(softness) as tf.Tensor2D;
    const named = tf.logSoftmax(logits).mul(shares).sum(-1).neg();
    const met = features.sub(tf.matMul(shares, embeddings)).square().mean(-1);
    return named.add(met).mul(weights).sum().div(weights.sum()) as tf.Scalar;
  });
}

/** The share of inked patches under which the encoder names a character that is there. */
export function eyeHits(lmm: LMM, seeds: readonly number[]): number {
  const { pictures, targets } = eyeLesson(seeds);
  const named = tf.tidy(() => {
    const { embeddings, features } = inUnits(lmm, pictures);
    return tf.matMul(features, embeddings, false, true).argMax(-1).dataSync();
  });
  const inked = [...targets.weights.keys()].filter((patch) => targets.weights[patch] === 1);
  const hit = inked.filter(
    (patch) => (targets.shares[patch * tokenizer.size + (named[patch] as number)] as number) > 0,
  );
  return hit.length / inked.length;
}

function inUnits(lmm: LMM, pictures: Picture["crops"]) {
  const { embed_tokens } = lmm.weights.model;
  const { features } = lmm.encode([{ parts: [{ crops: pictures }, [0]] }]);
  const deviation = tf.moments(embed_tokens.weight).variance.sqrt().dataSync()[0] as number;
  const [, , hidden] = (features as tf.Tensor3D).shape;
  return {
    embeddings: embed_tokens.weight.div(deviation) as tf.Tensor2D,
    features: (features as tf.Tensor3D).reshape([-1, hidden]).div(deviation) as tf.Tensor2D,
  };
}
