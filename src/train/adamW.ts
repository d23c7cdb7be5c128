import { operation } from "../backend/operations.ts";
import { tf } from "../backend/tf.ts";

/** A group of tensors by path and the learning rate they take; the first that matches counts. */
export interface Group {
  readonly paths: RegExp;
  readonly rate: number;
}

/** The constants of AdamW (Loshchilov and Hutter, 2019), named as PyTorch names them. */
export interface AdamWOptions {
  readonly betas?: readonly [number, number];
  readonly eps?: number;
  readonly weightDecay?: number;
}

/** The moments of one tensor. */
interface Moments {
  first: tf.Tensor;
  second: tf.Tensor;
  steps: number;
}

/** What a step needs of a tensor: its learning rate, what is decayed, and what takes the bias off its moments. */
type Rates = readonly [rate: number, decay: number, first: number, second: number];

/** The lists of one step, tensor by tensor. */
interface Lists {
  readonly values: readonly tf.Tensor[];
  readonly gradients: readonly tf.Tensor[];
  readonly firsts: readonly tf.Tensor[];
  readonly seconds: readonly tf.Tensor[];
  readonly rates: readonly Rates[];
}

type Constants = Readonly<Record<"beta1" | "beta2" | "eps" | "clip", number>>;

/**
 * One step of AdamW for all tensors together: the norm of all gradients, by which they are first clipped (`clip` 0:
 * they are not), then new values, first and second moments, in three lists one behind the other.
 */
const adamW = operation("AdamW", {
  plain: ({ values, gradients, firsts, seconds, rates }: Lists, { beta1, beta2, eps, clip }: Constants) =>
    tf.tidy(() => {
      const norm = tf
        .stack(gradients.map((gradient) => gradient.square().sum()))
        .sum()
        .sqrt();
      const scale = clip > 0 ? tf.minimum(tf.div(clip, norm.add(1e-6)), 1) : undefined;
      const steps = rates.map(([rate, decay, unbias1, unbias2], i) =>
        tf.tidy(() => {
          const [value, gradient, first, second] = [values, gradients, firsts, seconds].map(
            (list) => list[i] as tf.Tensor,
          ) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
          const g = scale ? gradient.mul(scale) : gradient;
          const m = first.mul(beta1).add(g.mul(1 - beta1));
          const v = second.mul(beta2).add(g.square().mul(1 - beta2));
          const size = v.mul(unbias2).sqrt().add(eps);
          const decayed = decay > 0 ? value.mul(1 - decay) : value;
          return [decayed.sub(m.div(size).mul(rate * unbias1)), m, v] as const;
        }),
      );
      return [norm, ...[0, 1, 2].flatMap((list) => steps.map((step) => step[list] as tf.Tensor))];
    }),
  call: ({ values, gradients, firsts, seconds, rates }, constants) => ({
    inputs: {
      ...numbered("p", values),
      ...numbered("g", gradients),
      ...numbered("m", firsts),
      ...numbered("v", seconds),
      rates: tf.tensor2d(rates.flat(), [rates.length, 4]),
    },
    attrs: { count: values.length, ...constants },
  }),
  results: ({ values }) => 1 + 3 * values.length,
  result: (outputs) => outputs,
});

const numbered = (letter: string, tensors: readonly tf.Tensor[]): Record<string, tf.Tensor> =>
  Object.fromEntries(tensors.map((tensor, i) => [`${letter}${i}`, tensor]));

/**
 * AdamW whose moments are keyed by path, so that freezing, adding or exchanging a part of a model never mixes them
 * up. Decay acts on matrices only, not on norms and biases.
 */
export class AdamW {
  readonly moments = new Map<string, Moments>();

  constructor(private readonly options: AdamWOptions = {}) {}

  /**
   * New values for every tensor that has a gradient, and the norm of all gradients. Gradients are first brought to a
   * norm of at most `clip` together. The old values stay their owner's.
   */
  step(
    tensors: ReadonlyMap<string, tf.Tensor>,
    gradients: ReadonlyMap<string, tf.Tensor>,
    rate: (path: string) => number,
    clip = Number.POSITIVE_INFINITY,
  ): { updated: Map<string, tf.Tensor>; norm: tf.Scalar } {
    const { betas = [0.9, 0.999], eps = 1e-8, weightDecay = 0 } = this.options;
    const [beta1, beta2] = betas;
    const paths = [...gradients.keys()];
    if (paths.length === 0) return { updated: new Map(), norm: tf.scalar(0) };
    const values = paths.map((path) => tensors.get(path) as tf.Tensor);
    const old = paths.map((path, i) => this.moments.get(path) ?? nothing(values[i] as tf.Tensor));
    const rates = values.map((value, i): Rates => {
      const lr = rate(paths[i] as string);
      const steps = (old[i] as Moments).steps + 1;
      return [lr, value.rank > 1 ? lr * weightDecay : 0, 1 / (1 - beta1 ** steps), 1 / (1 - beta2 ** steps)];
    });
    const lists: Lists = {
      values,
      gradients: [...gradients.values()],
      firsts: old.map(({ first }) => first),
      seconds: old.map(({ second }) => second),
      rates,
    };
    const constants = { beta1, beta2, eps, clip: Number.isFinite(clip) ? clip : 0 };
    const [norm, ...made] = tf.tidy(() => adamW(lists, constants));
    const list = (i: number) => made.slice(i * paths.length, (i + 1) * paths.length);
    const [next, firsts, seconds] = [list(0), list(1), list(2)];
    for (const [i, path] of paths.entries()) {
      const { first, second, steps } = old[i] as Moments;
      tf.dispose([first, second]);
      this.moments.set(path, {
        first: tf.keep(firsts[i] as tf.Tensor),
        second: tf.keep(seconds[i] as tf.Tensor),
        steps: steps + 1,
      });
    }
    return {
      updated: new Map(paths.map((path, i) => [path, next[i] as tf.Tensor])),
      norm: norm as tf.Scalar,
    };
  }

  dispose(): void {
    for (const { first, second } of this.moments.values()) tf.dispose([first, second]);
    this.moments.clear();
  }
}

const nothing = (value: tf.Tensor): Moments => ({
  first: tf.zerosLike(value),
  second: tf.zerosLike(value),
  steps: 0,
});
