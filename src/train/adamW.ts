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

/**
 * AdamW whose moments are keyed by path, so that freezing, adding or exchanging a part of a model never mixes them
 * up. Decay acts on matrices only, not on norms and biases.
 */
export class AdamW {
  readonly moments = new Map<string, Moments>();

  constructor(private readonly options: AdamWOptions = {}) {}

  /** New values for every tensor that has a gradient; the old ones stay their owner's. `scale` multiplies gradients. */
  step(
    tensors: ReadonlyMap<string, tf.Tensor>,
    gradients: ReadonlyMap<string, tf.Tensor>,
    rate: (path: string) => number,
    scale: tf.Scalar,
  ): Map<string, tf.Tensor> {
    const { betas = [0.9, 0.999], eps = 1e-8, weightDecay = 0 } = this.options;
    const [b1, b2] = betas;
    const updated = new Map<string, tf.Tensor>();
    for (const [path, gradient] of gradients) {
      const value = tensors.get(path) as tf.Tensor;
      const old = this.moments.get(path);
      const steps = (old?.steps ?? 0) + 1;
      const [first, second, next] = tf.tidy(() => {
        const g = gradient.mul(scale);
        const m = old ? old.first.mul(b1).add(g.mul(1 - b1)) : g.mul(1 - b1);
        const v = old ? old.second.mul(b2).add(g.square().mul(1 - b2)) : g.square().mul(1 - b2);
        const lr = rate(path);
        const size = v
          .mul(1 / (1 - b2 ** steps))
          .sqrt()
          .add(eps);
        const decayed = value.rank > 1 && weightDecay > 0 ? value.mul(1 - lr * weightDecay) : value;
        return [m, v, decayed.sub(m.div(size).mul(lr / (1 - b1 ** steps)))] as const;
      });
      if (old) tf.dispose([old.first, old.second]);
      this.moments.set(path, { first, second, steps });
      updated.set(path, next);
    }
    return updated;
  }

  dispose(): void {
    for (const { first, second } of this.moments.values()) tf.dispose([first, second]);
    this.moments.clear();
  }
}

/** The factor that brings gradients to a global norm of at most `most`, and the norm before. */
export function clipping(
  gradients: Iterable<tf.Tensor>,
  most: number,
): { scale: tf.Scalar; norm: tf.Scalar } {
  const [scale, norm] = tf.tidy(() => {
    const squares = tf.stack([...gradients].map((gradient) => gradient.square().sum()));
    const norm = squares.sum().sqrt() as tf.Scalar;
    return [tf.minimum(tf.div(most, norm.add(1e-6)), 1) as tf.Scalar, norm] as const;
  });
  return { scale, norm };
}
