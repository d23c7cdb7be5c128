import {
  type FusedKernel,
  type Inputs,
  registerExecuted,
  registerFused,
} from "../../src/backend/operations.ts";
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

/** The names of inputs that come in lists. */
const listed = (count: number, ...names: string[]): string[] =>
  names.flatMap((name) => Array.from({ length: count }, (_, i) => `${name}${i}`));

const rows = (x: tf.Tensor): tf.Tensor2D => x.reshape([-1, x.shape.at(-1) as number]);

/** A weight as numbers, whether or not it is packed. */
function unpacked(weight: tf.Tensor): tf.Tensor2D {
  if (weight.dtype !== "int32") return weight as tf.Tensor2D;
  const values = [...weight.dataSync()].flatMap((word) => {
    const pair = new DataView(new ArrayBuffer(8));
    pair.setUint32(0, (word & 0xffff) << 16);
    pair.setUint32(4, word & 0xffff0000);
    return [pair.getFloat32(0), pair.getFloat32(4)];
  });
  return tf.tensor2d(values, [weight.shape[0] as number, 2 * (weight.shape[1] as number)]);
}

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
    const y = times(x, turned(unpacked(weight)));
    return [inputs.bias ? y.add(inputs.bias) : y];
  },
  LinearGradX: (inputs) => {
    const { dy, weight } = take(inputs, ["dy", "weight"]);
    return [times(dy, unpacked(weight))];
  },
  LinearGradWeight: (inputs) => {
    const { dy, x } = take(inputs, ["dy", "x"]);
    return [times(turned(dy), x)];
  },
  LowRankLinear: (inputs, { scale }) => {
    const { x, weight, a, b } = take(inputs, ["x", "weight", "a", "b"], ["bias"]);
    const h = times(x, turned(a));
    const y = times(x, turned(unpacked(weight))).add(times(h, turned(b)).mul(scale as number));
    return [inputs.bias ? y.add(inputs.bias) : y, h];
  },
  LowRankLinearGrad: (inputs, { scale }) => {
    const { dy, x, weight, a, b, h } = take(inputs, ["dy", "x", "weight", "a", "b", "h"]);
    const dh = times(dy, b).mul(scale as number);
    const dx = times(dy, unpacked(weight)).add(times(dh, a));
    return [dx, times(turned(dh), x), times(turned(dy), h).mul(scale as number)];
  },
  RMSNormLinears: (inputs, { eps, count, keep }) => {
    const { x, norm } = take(inputs, ["x", "norm"], listed(count, "weight", "bias"));
    const r = inverseRms(x, eps);
    const normal = rows(x).mul(r).mul(norm);
    const results = listed(count, "weight").map((name, i) => {
      const y = times(normal, turned(unpacked(input(inputs, name))));
      const bias = inputs[`bias${i}`];
      return (bias ? y.add(bias) : y).reshape([...x.shape.slice(0, -1), y.shape[1]]);
    });
    return [...results, ...kept(keep, r.reshape([-1]))];
  },
  RMSNormLinearsGrad: (inputs, { count, weights, biases }) => {
    const { x, norm, r } = take(inputs, ["x", "norm", "r"], listed(count, "weight", "dy"));
    const normal = rows(x)
      .mul(r.reshape([-1, 1]))
      .mul(norm);
    const dys = listed(count, "dy").map((name) => rows(input(inputs, name)));
    const back = dys.map((dy, i) => times(dy, unpacked(input(inputs, `weight${i}`))));
    const [dx, dnorm] = normGradient(tf.addN(back).reshape(x.shape), x, norm, r);
    return [
      dx,
      dnorm,
      ...(weights ? dys.map((dy) => times(turned(dy), normal)) : []),
      ...(biases ? dys.map((dy) => dy.sum(0)) : []),
    ];
  },
  FeedForward: (inputs, { eps, keep }) => {
    const { x, norm, ...given } = take(inputs, ["x", "norm", "gate", "up", "down"]);
    const [gate, up, down] = [given.gate, given.up, given.down].map(unpacked) as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
    ];
    const r = inverseRms(x, eps);
    const normal = rows(x).mul(r).mul(norm);
    const [g, u] = [times(normal, turned(gate)), times(normal, turned(up))];
    const y = times(g.mul(g.sigmoid()).mul(u), turned(down)).reshape(x.shape);
    return [x.add(y), ...kept(keep, r.reshape([-1]), g, u)];
  },
  FeedForwardGrad: (inputs, { weights }) => {
    const names = ["dy", "x", "norm", "gate", "up", "down", "r", "g", "u"] as const;
    const { dy, x, norm, r, g, u, ...given } = take(inputs, names);
    const [gate, up, down] = [given.gate, given.up, given.down].map(unpacked) as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
    ];
    const s = g.sigmoid();
    const dh = times(rows(dy), down);
    const dg = dh.mul(u).mul(s.add(g.mul(s).mul(tf.sub(1, s))));
    const du = dh.mul(g).mul(s);
    const normal = rows(x)
      .mul(r.reshape([-1, 1]))
      .mul(norm);
    const back = times(dg, gate).add(times(du, up)).reshape(x.shape);
    const [dx, dnorm] = normGradient(back, x, norm, r);
    const products = () => [
      times(turned(dg), normal),
      times(turned(du), normal),
      times(turned(rows(dy)), g.mul(s).mul(u)),
    ];
    return [dx.add(dy), dnorm, ...(weights ? products() : [])];
  },
  Attention: (inputs, attrs) => {
    const { o, lse } = attend(attentionOf(inputs, attrs), (inputs.v as tf.Tensor).dataSync());
    return [o, ...kept(attrs.keep, lse)];
  },
  AttentionGrad: (inputs, attrs) => attendBackwards(inputs, attrs),
  AttentionWeights: (inputs, attrs) => {
    const all = attentionOf(inputs, attrs);
    const weights = tf.buffer([all.batch, all.heads, all.queries, all.keys]);
    forEachRow(all, (b, h, i, seen) => {
      softmaxOf(all, b, h, i, seen).forEach((weight, at) => {
        weights.set(weight, b, h, i, seen[at] as number);
      });
    });
    return [weights.toTensor()];
  },
  UnpackBfloat16: (inputs) => [unpacked(take(inputs, ["bits"]).bits)],
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

/** The rule of who sees whom, of two rows of places: position, kind, index, image, presence. */
export function seesBy(
  query: readonly number[],
  key: readonly number[],
  reaches: readonly number[],
  kinds: number,
): boolean {
  const [position, kind, index, image] = query as [number, number, number, number];
  const [keyPosition, keyKind, keyIndex, keyImage, present] = key as [number, number, number, number, number];
  const reach = reaches[kind * kinds + keyKind];
  if (!present) return false;
  if (reach === 1) return kind === keyKind && index === keyIndex;
  if (reach === 2) return position >= keyPosition;
  return reach === 3 && image >= 0 && image === keyImage;
}

/** An attention as its kernel is given it, queries and keys rotated: `[batch, tokens, heads, headSize]`. */
interface Attending {
  readonly batch: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  readonly queries: number;
  readonly keys: number;
  readonly q: Float64Array;
  readonly k: Float64Array;
  /** The keys that a query sees. */
  readonly seen: (b: number, i: number) => number[];
  /** Turns rows back by their angles. */
  readonly back: { q(x: Float64Array): Float32Array; k(x: Float64Array): Float32Array };
}

let pairs = 0;
registerExecuted("cpu", () => {
  const taken = pairs;
  pairs = 0;
  return taken;
});

function attentionOf(inputs: Inputs, attrs: Record<string, never>): Attending {
  const { q, k, queries, keys } = take(inputs, ["q", "k", "queries", "keys"], ["v", "dy", "o", "lse"]);
  const { heads, kvHeads, headSize, rotaryBase, kinds, reaches } = attrs as unknown as {
    [name: string]: number;
    reaches: never;
  } & { heads: number; kvHeads: number; headSize: number; rotaryBase: number; kinds: number };
  const [batch, height, width] = [q.shape[0], q.shape[1], k.shape[1]] as [number, number, number];
  if (q.shape[2] !== heads * headSize || k.shape[2] !== kvHeads * headSize)
    throw new Error("heads do not fit");
  const [asked, known] = [queries, keys].map((x) => x.arraySync() as number[][][]) as [
    number[][][],
    number[][][],
  ];
  if (
    kinds > 0 &&
    (known.length !== batch ||
      asked.length !== batch ||
      asked[0]?.length !== height ||
      known[0]?.length !== width)
  )
    throw new Error(`places [${queries.shape}] and [${keys.shape}] do not fit [${q.shape}] and [${k.shape}]`);
  if (asked.length > 0 && queries.dtype !== "int32") throw new Error("places are not whole numbers");
  const turned = (x: ArrayLike<number>, places: number[][][], tokens: number, sign: number): Float64Array => {
    const y = Float64Array.from(x);
    if (rotaryBase === 0) return y;
    const perToken = y.length / (batch * tokens);
    for (let row = 0; row < batch * tokens; row++) {
      const position = places[Math.floor(row / tokens)]?.[row % tokens]?.[0] as number;
      for (let head = row * perToken; head < (row + 1) * perToken; head += headSize) {
        for (let i = 0; i < headSize / 2; i++) {
          const angle = sign * Math.fround(position * Math.fround(1 / rotaryBase ** (i / (headSize / 2))));
          const [low, high] = [y[head + i] as number, y[head + i + headSize / 2] as number];
          y[head + i] = low * Math.cos(angle) - high * Math.sin(angle);
          y[head + i + headSize / 2] = high * Math.cos(angle) + low * Math.sin(angle);
        }
      }
    }
    return y;
  };
  return {
    ...{ batch, heads, kvHeads, headSize, queries: height, keys: width },
    q: turned(q.dataSync(), asked, height, 1),
    k: turned(k.dataSync(), known, width, 1),
    seen: (b, i) =>
      Array.from({ length: width }, (_, j) => j).filter(
        (j) => kinds === 0 || seesBy(asked[b]?.[i] as number[], known[b]?.[j] as number[], reaches, kinds),
      ),
    back: {
      q: (x) => Float32Array.from(turned(x, asked, height, -1)),
      k: (x) => Float32Array.from(turned(x, known, width, -1)),
    },
  };
}

/** Calls back for every sample, head and query, with the keys that it sees. */
function forEachRow(all: Attending, f: (b: number, h: number, i: number, seen: number[]) => void): void {
  for (let b = 0; b < all.batch; b++) {
    for (let i = 0; i < all.queries; i++) {
      const seen = all.seen(b, i);
      pairs += all.heads * seen.length;
      for (let h = 0; h < all.heads; h++) f(b, h, i, seen);
    }
  }
}

const queryAt = ({ queries, heads, headSize }: Attending, b: number, h: number, i: number): number =>
  ((b * queries + i) * heads + h) * headSize;
const keyAt = ({ keys, heads, kvHeads, headSize }: Attending, b: number, h: number, j: number): number =>
  ((b * keys + j) * kvHeads + Math.floor((h * kvHeads) / heads)) * headSize;

function dot(a: ArrayLike<number>, from: number, b: ArrayLike<number>, other: number, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += (a[from + i] as number) * (b[other + i] as number);
  return sum;
}

function scoresOf(all: Attending, b: number, h: number, i: number, seen: readonly number[]): number[] {
  const scale = 1 / Math.sqrt(all.headSize);
  return seen.map((j) => scale * dot(all.q, queryAt(all, b, h, i), all.k, keyAt(all, b, h, j), all.headSize));
}

function softmaxOf(all: Attending, b: number, h: number, i: number, seen: readonly number[]): number[] {
  const scores = scoresOf(all, b, h, i, seen);
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function attend(all: Attending, v: ArrayLike<number>): { o: tf.Tensor; lse: tf.Tensor } {
  const { batch, heads, headSize, queries } = all;
  const o = new Float32Array(batch * queries * heads * headSize);
  const lse = tf.buffer([batch, heads, queries]);
  forEachRow(all, (b, h, i, seen) => {
    if (seen.length === 0) return;
    const scores = scoresOf(all, b, h, i, seen);
    const most = Math.max(...scores);
    lse.set(most + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0)), b, h, i);
    softmaxOf(all, b, h, i, seen).forEach((weight, at) => {
      const [to, from] = [queryAt(all, b, h, i), keyAt(all, b, h, seen[at] as number)];
      for (let c = 0; c < headSize; c++) o[to + c] = (o[to + c] as number) + weight * (v[from + c] as number);
    });
  });
  return { o: tf.tensor(o, [batch, queries, heads * headSize]), lse: lse.toTensor() };
}

function attendBackwards(inputs: Inputs, attrs: Record<string, never>): tf.Tensor[] {
  const all = attentionOf(inputs, attrs);
  const { headSize } = all;
  const [dy, v, o, lse] = ["dy", "v", "o", "lse"].map((name) => input(inputs, name).dataSync()) as [
    tf.TypedArray,
    tf.TypedArray,
    tf.TypedArray,
    tf.TypedArray,
  ];
  const [dq, dk, dv] = [all.q, all.k, all.k].map(({ length }) => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const add = (to: Float64Array, at: number, factor: number, from: ArrayLike<number>, other: number) => {
    for (let c = 0; c < headSize; c++)
      to[at + c] = (to[at + c] as number) + factor * (from[other + c] as number);
  };
  forEachRow(all, (b, h, i, seen) => {
    const own = queryAt(all, b, h, i);
    const total = lse[(b * all.heads + h) * all.queries + i] as number;
    const inner = dot(dy, own, o, own, headSize);
    scoresOf(all, b, h, i, seen).forEach((score, at) => {
      const other = keyAt(all, b, h, seen[at] as number);
      const weight = Math.exp(score - total);
      const slope = (weight * (dot(dy, own, v, other, headSize) - inner)) / Math.sqrt(headSize);
      add(dv, other, weight, dy, own);
      add(dq, own, slope, all.k, other);
      add(dk, other, slope, all.q, own);
    });
  });
  const like = (name: string, values: Float32Array) => tf.tensor(values, input(inputs, name).shape);
  return [like("q", all.back.q(dq)), like("k", all.back.k(dk)), like("v", Float32Array.from(dv))];
}

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
