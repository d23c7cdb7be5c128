import { tf } from "../../src/backend/tf.ts";
import type { LMM } from "../../src/lmm/lmm.ts";
import type { Sample } from "../../src/lmm/prompt.ts";
import type { Taps } from "../../src/routes/pass.ts";

/** Logits of each sample's present text tokens, sample by sample: `[text tokens][vocabulary]`. */
export function textLogits(lmm: LMM, samples: readonly Sample[], taps?: Taps): number[][][] {
  const x = tf.tidy(() => lmm.logits(samples, taps ? { taps } : {}).arraySync());
  return x.map((rows, sample) => rows.slice(0, textOf(samples[sample] as Sample)));
}

/** The number of text tokens of a sample. */
export const textOf = ({ parts }: Sample): number =>
  parts.reduce((sum, part) => sum + ("crops" in part ? 0 : part.length), 0);

/** What passes at some paths of a forward pass, path by path. */
export function heard(
  lmm: LMM,
  samples: readonly Sample[],
  paths: readonly string[],
  edit: Taps["edit"] = {},
): Record<string, tf.TypedArray> {
  const values: Record<string, tf.TypedArray> = {};
  const hear = (path: string) => (x: tf.Tensor) => {
    values[path] = x.dataSync();
  };
  const observe = Object.fromEntries(paths.map((path) => [path, hear(path)]));
  tf.tidy(() => void lmm.prefill(samples, { taps: { observe, edit } }));
  return values;
}

/** Every path that a forward pass offers to taps, in the order in which they pass by. */
export function offered(lmm: LMM, samples: readonly Sample[]): string[] {
  const paths: string[] = [];
  const everything = {
    get: (_: object, path: string) => {
      paths.push(path);
      return undefined;
    },
  };
  const taps = { observe: new Proxy({}, everything), edit: {} };
  tf.tidy(() => void lmm.prefill(samples, { taps }));
  return [...new Set(paths)];
}
