import { type FusedKernel, type Inputs, registerFused } from "../../src/backend/operations.ts";
import { currentEngine, type EngineName, startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";

/**
 * Kernels for every operation on the `cpu` engine, written by hand in plain tfjs operations: slow, and right. They show
 * what a kernel has to compute, and that an operation's way there and its gradient hold.
 */
export function throughReferenceKernels(suite: () => void): void {
  describe("on cpu, through a kernel for every operation", () => {
    let previous: EngineName | undefined;
    before(async () => {
      previous = currentEngine()?.chosen;
      await startEngine({ backend: "cpu", quiet: true });
      on = true;
    });
    after(async () => {
      on = false;
      if (previous) await startEngine({ backend: previous, quiet: true });
    });
    suite();
  });
}

let on = false;
const ran = new Map<string, number>();

/** How often each kernel has run. */
export const kernelRuns = (): ReadonlyMap<string, number> => ran;

type Kernel = (inputs: Inputs, attrs: Record<string, never>) => tf.Tensor[];

const input = (inputs: Inputs, name: string): tf.Tensor => {
  const found = inputs[name];
  if (found) return found;
  throw new Error(`the kernel needs ${name} and was given ${Object.keys(inputs).join(", ")}`);
};

/** The inputs of these names, and no others but `optional` ones. */
function take<N extends string>(
  inputs: Inputs,
  names: readonly N[],
  optional: readonly string[] = [],
): Record<N, tf.Tensor> {
  const stray = Object.keys(inputs).find((name) => !names.includes(name as N) && !optional.includes(name));
  if (stray) throw new Error(`the kernel knows no input ${stray}`);
  return Object.fromEntries(names.map((name) => [name, input(inputs, name)])) as Record<N, tf.Tensor>;
}

/** What only the gradient needs is given only where one is taken. */
const kept = (keep: boolean, ...outputs: tf.Tensor[]): tf.Tensor[] => (keep ? outputs : []);

const rows = (x: tf.Tensor): tf.Tensor2D => x.reshape([-1, x.shape.at(-1) as number]);

const turned = (x: tf.Tensor): tf.Tensor2D => x.transpose() as tf.Tensor2D;

/** A product of matrices that no meter hears, as those of a compiled kernel. */
function times(a: tf.Tensor, b: tf.Tensor): tf.Tensor2D {
  const [rows, inner, columns] = [a.shape[0], a.shape[1], b.shape[1]] as [number, number, number];
  const [left, right] = [a.dataSync(), b.dataSync()];
  const product = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < inner; k++) {
      const factor = left[row * inner + k] as number;
      for (let column = 0, at = row * columns; column < columns; column++, at++)
        product[at] = (product[at] as number) + factor * (right[k * columns + column] as number);
    }
  }
  return tf.tensor2d(product, [rows, columns]);
}

/** `1 / rms` of each row, `[rows, 1]`. */
const inverseRms = (x: tf.Tensor, eps: number): tf.Tensor => rows(x).square().mean(1, true).add(eps).rsqrt();

/** The gradients of `weight x r` where `r` is `[rows]`. */
function normGradient(dy: tf.Tensor, x: tf.Tensor, weight: tf.Tensor, r: tf.Tensor): [tf.Tensor, tf.Tensor] {
  const scale = r.reshape([-1, 1]);
  const unit = rows(x).mul(scale);
  const inner = rows(dy).mul(weight);
  const dx = inner.sub(unit.mul(inner.mul(unit).mean(1, true))).mul(scale);
  return [dx.reshape(x.shape), rows(dy).mul(unit).sum(0)];
}

const kernels: Record<string, Kernel> = {
  RMSNorm: (inputs, { eps, keep }) => {
    const { x, weight } = take(inputs, ["x", "weight"]);
    const r = inverseRms(x, eps);
    return [rows(x).mul(r).mul(weight).reshape(x.shape), ...kept(keep, r.reshape([-1]))];
  },
  RMSNormGrad: (inputs) => {
    const { dy, x, weight, r } = take(inputs, ["dy", "x", "weight", "r"]);
    return normGradient(dy, x, weight, r);
  },
  SwiGLU: (inputs) => {
    const { gate, up } = take(inputs, ["gate", "up"]);
    return [gate.div(gate.neg().exp().add(1)).mul(up)];
  },
  SwiGLUGrad: (inputs) => {
    const { dy, gate, up } = take(inputs, ["dy", "gate", "up"]);
    const s = gate.sigmoid();
    const slope = s.add(gate.mul(s).mul(tf.sub(1, s)));
    return [dy.mul(up).mul(slope), dy.mul(gate).mul(s)];
  },
  CrossEntropy: (inputs, { keep }) => {
    const { logits, labels } = take(inputs, ["logits", "labels"]);
    const lse = logits.logSumExp(1);
    const { hot, count } = targets(logits, labels);
    const loss = lse.mul(hot.sum(1)).sum().sub(logits.mul(hot).sum()).div(Math.max(1, count));
    return [loss, ...kept(keep, lse)];
  },
  CrossEntropyGrad: (inputs) => {
    const { dy, logits, labels, lse } = take(inputs, ["dy", "logits", "labels", "lse"]);
    const { hot, count } = targets(logits, labels);
    const share = logits
      .sub(lse.reshape([-1, 1]))
      .exp()
      .mul(hot.sum(1, true));
    return [share.sub(hot).mul(dy).div(Math.max(1, count))];
  },
  Linear: (inputs) => {
    const { x, weight } = take(inputs, ["x", "weight"], ["bias"]);
    const y = times(x, turned(weight));
    return [inputs.bias ? y.add(inputs.bias) : y];
  },
  LinearGradX: (inputs) => {
    const { dy, weight } = take(inputs, ["dy", "weight"]);
    return [times(dy, weight)];
  },
  LinearGradWeight: (inputs) => {
    const { dy, x } = take(inputs, ["dy", "x"]);
    return [times(turned(dy), x)];
  },
  AdamW: (inputs, { count, beta1, beta2, eps, clip }) => {
    const list = (letter: string) => Array.from({ length: count }, (_, i) => input(inputs, `${letter}${i}`));
    const [values, gradients, firsts, seconds] = ["p", "g", "m", "v"].map(list) as [
      tf.Tensor[],
      tf.Tensor[],
      tf.Tensor[],
      tf.Tensor[],
    ];
    const rates = input(inputs, "rates").arraySync() as number[][];
    const norm = Math.hypot(...gradients.flatMap((gradient) => [...gradient.dataSync()]));
    const factor = (clip as number) > 0 ? Math.min(1, clip / (norm + 1e-6)) : 1;
    const g = gradients.map((gradient) => gradient.mul(factor));
    const m = g.map((one, i) => (firsts[i] as tf.Tensor).mul(beta1).add(one.mul(1 - beta1)));
    const v = g.map((one, i) => (seconds[i] as tf.Tensor).mul(beta2).add(one.square().mul(1 - beta2)));
    const p = values.map((value, i) => {
      const [rate, decay, first, second] = rates[i] as [number, number, number, number];
      const size = (v[i] as tf.Tensor).mul(second).sqrt().add(eps);
      return value.sub(value.mul(decay)).sub((m[i] as tf.Tensor).mul(first).div(size).mul(rate));
    });
    return [tf.scalar(norm), ...p, ...m, ...v];
  },
};

/** One-hot rows of the labels that count, and how many those are. */
function targets(logits: tf.Tensor, labels: tf.Tensor): { hot: tf.Tensor; count: number } {
  const hot = tf.oneHot(labels.as1D().toInt(), logits.shape[1] as number).toFloat();
  return { hot, count: labels.dataSync().filter((label) => label >= 0).length };
}

for (const [name, kernel] of Object.entries(kernels)) {
  const fused: FusedKernel = (inputs, attrs) => {
    ran.set(name, (ran.get(name) ?? 0) + 1);
    return tf.tidy(() => kernel(inputs, attrs as never));
  };
  registerFused("cpu", name, fused, () => on);
}
