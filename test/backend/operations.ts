import assert from "node:assert/strict";
import { tf } from "../../src/backend/tf.ts";

/** One operation as training uses it, on `x [2, 3, 4]` and `y [2, 3, 4]` with entries in (-2, 2). */
export interface Operation {
  readonly f: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor;
  /** Whether its gradient is compared as well. */
  readonly differentiable: boolean;
}

type Function = Operation["f"];

const smooth = (f: Function): Operation => ({ f, differentiable: true });
const flat = (f: Function): Operation => ({ f, differentiable: false });
const ids = [2, 0, 2, 1];
const whole = (x: tf.Tensor) => x.mul(9).cast("int32");
const alternating = (shape: number[]) =>
  tf.range(0, tf.util.sizeFromShape(shape)).reshape(shape).mod(2).cast("bool");
const positive = (x: tf.Tensor) => x.square().add(0.1);

/** The operations that this project's models and their training consist of, by name. */
export const operations: Readonly<Record<string, Operation>> = {
  abs: smooth((x) => x.abs()),
  add: smooth((x, y) => x.add(y)),
  "add with broadcasting": smooth((x, y) => x.add(y.slice([0, 0, 0], [1, 1, 4]))),
  addN: smooth((x, y) => tf.addN([x, y, x])),
  all: flat((x) => x.greater(-1).all(-1)),
  any: flat((x) => x.greater(1).any(1)),
  argMax: flat((x) => x.argMax(-1)),
  argMin: flat((x) => x.argMin(1)),
  broadcastTo: smooth((x) => x.slice([0, 0, 0], [1, 3, 1]).broadcastTo([2, 3, 4])),
  "cast of bool to float32": flat((x) => x.greater(0).cast("float32")),
  "cast of bool to int32": flat((x) => x.greater(0).cast("int32")),
  "cast of float32 to int32": flat((x) => x.cast("int32")),
  "cast of float32 to bool": flat((x) => x.cast("bool")),
  "cast of int32 to bool": flat((x) => x.mul(300).cast("int32").cast("bool")),
  "cast of int32 to float32": flat((x) => x.cast("int32").cast("float32")),
  clipByValue: smooth((x) => x.clipByValue(-0.5, 0.7)),
  concat: smooth((x, y) => tf.concat([x, y], 1)),
  "concat of bool": flat((x, y) => tf.concat([x.greater(0), y.greater(0)], -1)),
  cos: smooth((x) => x.cos()),
  cumsum: smooth((x) => x.cumsum(2)),
  div: smooth((x, y) => x.div(positive(y))),
  elu: smooth((x) => x.elu()),
  equal: flat((x, y) => x.cast("int32").equal(y.cast("int32"))),
  erf: smooth((x) => x.erf()),
  exp: smooth((x) => x.exp()),
  expandDims: smooth((x) => x.expandDims(1)),
  expm1: smooth((x) => x.expm1()),
  fill: flat(() => tf.fill([2, 3], 0.5)),
  floor: flat((x) => x.floor()),
  floorDiv: flat((x) => x.mul(10).cast("int32").floorDiv(tf.scalar(3, "int32"))),
  gather: smooth((x) => tf.gather(x.reshape([6, 4]), tf.tensor1d([5, 0, 5, 3], "int32"))),
  "gather on the last axis": smooth((x) => tf.gather(x, tf.tensor1d([3, 0, 3], "int32"), 2)),
  "gather of int32": flat((x) =>
    tf.gather(x.mul(9).cast("int32").reshape([6, 4]), tf.tensor1d([5, 0], "int32")),
  ),
  "gather by a matrix of indices": smooth((x) => tf.gather(x, tf.tensor2d([0, 1, 1, 0], [2, 2], "int32"), 0)),
  gatherND: flat((x) => tf.gatherND(x, tf.tensor2d([0, 1, 1, 2], [2, 2], "int32"))),
  gelu: smooth((x) => x.mul(x.mul(Math.SQRT1_2).erf().add(1)).mul(0.5)),
  greater: flat((x, y) => x.greater(y)),
  greaterEqual: flat((x, y) => x.greaterEqual(y)),
  "int32 add": flat((x, y) => whole(x).add(whole(y))),
  "int32 concat": flat((x, y) => tf.concat([whole(x), whole(y)], 0)),
  "int32 cumsum": flat((x) => whole(x).cumsum(1)),
  "int32 equal": flat((x, y) => whole(x).equal(whole(y))),
  "int32 greater": flat((x, y) => whole(x).greater(whole(y))),
  "int32 less": flat((x, y) => whole(x).less(whole(y).slice([0, 0, 0], [1, 1, 4]))),
  "int32 max": flat((x) => whole(x).max(-1)),
  "int32 maximum": flat((x, y) => whole(x).maximum(whole(y))),
  "int32 min": flat((x) => whole(x).min(1)),
  "int32 mul": flat((x, y) => whole(x).mul(whole(y))),
  "int32 pad": flat((x) =>
    whole(x).pad([
      [0, 0],
      [1, 0],
      [0, 2],
    ]),
  ),
  "int32 slice": flat((x) => whole(x).slice([0, 1, 0], [2, 1, 3])),
  "int32 stack": flat((x, y) => tf.stack([whole(x), whole(y)], -1)),
  "int32 sub": flat((x, y) => whole(x).sub(whole(y))),
  "int32 tile": flat((x) => whole(x).tile([1, 2, 1])),
  "int32 transpose": flat((x) => whole(x).transpose()),
  isFinite: flat((x) => x.greater(0).cast("float32").reciprocal().isFinite()),
  isInf: flat((x) => x.greater(0).cast("float32").reciprocal().isInf()),
  isNaN: flat((x) => x.sqrt().isNaN()),
  leakyRelu: smooth((x) => x.leakyRelu(0.1)),
  less: flat((x, y) => x.less(y)),
  lessEqual: flat((x, y) => x.lessEqual(y)),
  linspace: flat(() => tf.linspace(0, 1, 5)),
  log: smooth((x) => positive(x).log()),
  log1p: smooth((x) => positive(x).log1p()),
  logSoftmax: smooth((x) => tf.logSoftmax(x)),
  logSumExp: smooth((x) => x.logSumExp(-1)),
  logicalAnd: flat((x, y) => x.greater(0).logicalAnd(y.greater(0))),
  logicalNot: flat((x) => x.greater(0).logicalNot()),
  logicalOr: flat((x, y) => x.greater(0).logicalOr(y.greater(0))),
  matMul: smooth((x, y) => tf.matMul(x.reshape([6, 4]), y.reshape([4, 6]))),
  "matMul with the first transposed": smooth((x, y) => tf.matMul(x.reshape([6, 4]), y.reshape([6, 4]), true)),
  "matMul with the second transposed": smooth((x, y) =>
    tf.matMul(x.reshape([6, 4]), y.reshape([6, 4]), false, true),
  ),
  "matMul in batches": smooth((x, y) => tf.matMul(x, y.reshape([2, 4, 3]))),
  "matMul in batches with the second transposed": smooth((x, y) => tf.matMul(x, y, false, true)),
  max: smooth((x) => x.max(-1)),
  maximum: smooth((x, y) => x.maximum(y)),
  mean: smooth((x) => x.mean(1)),
  min: smooth((x) => x.min(-1)),
  minimum: smooth((x, y) => x.minimum(y)),
  mod: flat((x) => x.mul(10).cast("int32").mod(tf.scalar(3, "int32"))),
  mul: smooth((x, y) => x.mul(y)),
  neg: smooth((x) => x.neg()),
  notEqual: flat((x, y) => x.cast("int32").notEqual(y.cast("int32"))),
  oneHot: flat(() => tf.oneHot(tf.tensor1d(ids, "int32"), 5)),
  onesLike: flat((x) => tf.onesLike(x)),
  pad: smooth((x) =>
    x.pad([
      [0, 1],
      [2, 0],
      [0, 0],
    ]),
  ),
  pow: smooth((x) => positive(x).pow(1.7)),
  prod: flat((x) => x.prod(1)),
  range: flat(() => tf.range(0, 7, 1, "int32")),
  reciprocal: smooth((x) => positive(x).reciprocal()),
  relu: smooth((x) => x.relu()),
  relu6: smooth((x) => x.mul(5).relu6()),
  reshape: smooth((x) => x.reshape([4, 6])),
  reverse: smooth((x) => x.reverse(1)),
  round: flat((x) => x.round()),
  rsqrt: smooth((x) => positive(x).rsqrt()),
  scatterND: flat((x) =>
    tf.scatterND(
      tf.tensor2d([2, 0, 2, 1], [4, 1], "int32"),
      x.slice([0, 0, 0], [1, 2, 4]).reshape([4, 2]),
      [3, 2],
    ),
  ),
  sigmoid: smooth((x) => x.sigmoid()),
  sign: flat((x) => x.sign()),
  silu: smooth((x) => x.mul(x.sigmoid())),
  sin: smooth((x) => x.sin()),
  slice: smooth((x) => x.slice([0, 1, 1], [2, 2, 2])),
  softmax: smooth((x) => tf.softmax(x)),
  softplus: smooth((x) => x.softplus()),
  split: smooth((x) => tf.split(x, 2, 2)[1] as tf.Tensor),
  sqrt: smooth((x) => positive(x).sqrt()),
  square: smooth((x) => x.square()),
  squaredDifference: smooth((x, y) => tf.squaredDifference(x, y)),
  squeeze: smooth((x) => x.slice([0, 0, 0], [2, 1, 4]).squeeze([1])),
  stack: smooth((x, y) => tf.stack([x, y], 1)),
  step: flat((x) => x.step()),
  sub: smooth((x, y) => x.sub(y)),
  sum: smooth((x) => x.sum([0, 2])),
  "sum of bool": flat((x) => x.greater(0).sum(-1)),
  "sum of int32": flat((x) => x.mul(5).cast("int32").sum(-1)),
  tanh: smooth((x) => x.tanh()),
  tile: smooth((x) => x.tile([2, 1, 3])),
  "topk indices": flat((x) => tf.topk(x, 2).indices),
  "topk values": flat((x) => tf.topk(x, 2).values),
  "transpose in five dimensions": smooth((x) => x.reshape([1, 2, 3, 2, 2]).transpose([0, 3, 1, 4, 2])),
  transpose: smooth((x) => x.transpose([2, 0, 1])),
  unsortedSegmentSum: smooth((x) => tf.unsortedSegmentSum(x.reshape([4, 6]), tf.tensor1d(ids, "int32"), 3)),
  unstack: smooth((x) => tf.unstack(x, 1)[2] as tf.Tensor),
  where: smooth((x, y) => tf.where(alternating([2, 3, 4]), x, y.mul(2))),
  "where with a broadcast condition": smooth((x, y) => tf.where(alternating([1, 1, 4]), x, y)),
  "where of int32": flat((x, y) => tf.where(x.greater(y), whole(x), whole(y))),
  zerosLike: flat((x) => tf.zerosLike(x)),
};

interface Outcome {
  readonly dtype: string;
  readonly shape: number[];
  readonly values: number[];
  readonly gradients: number[][];
}

/** What an operation gives on a backend for these entries: its value and, of a weighted sum of it, the gradients. */
export function outcome(
  { f, differentiable }: Operation,
  backend: string,
  x: number[],
  y: number[],
): Outcome {
  const previous = tf.getBackend();
  if (!tf.findBackend(backend)) throw new Error(`backend ${backend} has not been started`);
  tf.setBackend(backend);
  try {
    assert.equal(tf.getBackend(), backend);
    return tf.tidy(() => {
      const inputs: [tf.Tensor, tf.Tensor] = [tf.tensor(x, [2, 3, 4]), tf.tensor(y, [2, 3, 4])];
      const value = f(...inputs);
      const weights = tf.linspace(-1, 2, Math.max(1, value.size)).reshape(value.shape);
      const gradients = differentiable
        ? tf.grads((a: tf.Tensor, b: tf.Tensor) =>
            f(a, b).mul(weights).sum().add(b.sum().mul(0)).add(a.sum().mul(0)),
          )(inputs)
        : [];
      return {
        dtype: value.dtype,
        shape: value.shape,
        values: [...value.dataSync()],
        gradients: gradients.map((gradient) => [...gradient.dataSync()]),
      };
    });
  } finally {
    tf.setBackend(previous);
  }
}

/** Asserts that two outcomes agree to float32 accuracy, `cpu` being held as the truth. */
export function assertAgree(actual: Outcome, expected: Outcome): void {
  assert.deepEqual([actual.dtype, actual.shape], [expected.dtype, expected.shape]);
  const pairs = [
    [actual.values, expected.values],
    ...actual.gradients.map((g, i) => [g, expected.gradients[i]]),
  ];
  for (const [got, wanted] of pairs as [number[], number[]][]) {
    assert.equal(got.length, wanted.length);
    got.forEach((value, i) => {
      const right = wanted[i] as number;
      const close = Object.is(value, right) || Math.abs(value - right) <= 2e-4 * Math.max(1, Math.abs(right));
      assert.ok(close, `entry ${i} is ${value} where the cpu engine has ${right}`);
    });
  }
}

/** Entries in (-2, 2) for one operand, the same for the same seed. */
export function entries(seed: number): number[] {
  return Array.from({ length: 24 }, (_, i) => {
    const turn = Math.sin((i + 1) * 12.9898 + seed * 78.233) * 43758.5453;
    return (turn - Math.floor(turn)) * 4 - 2;
  });
}
