import type { Attributes } from "../../../src/backend/operations.ts";

/** An input's shape, and what it holds if that is not floats. */
export interface InputForm {
  readonly shape: readonly number[];
  readonly dtype?: "int32";
}

/** A call that its kernel serves. */
export interface CallForm {
  readonly inputs: Readonly<Record<string, InputForm>>;
  readonly attrs: Attributes;
}

const floats = (...shape: number[]): InputForm => ({ shape });
const ints = (...shape: number[]): InputForm => ({ shape, dtype: "int32" });

const sight = { heads: 2, kvHeads: 1, headSize: 4, rotaryBase: 100, kinds: 2, reaches: [2, 1, 3, 0] };
const heads = { q: floats(2, 5, 8), k: floats(2, 6, 4) };
const places = { queries: ints(2, 5, 5), keys: ints(2, 6, 5) };
const network = { norm: floats(4), gate: floats(6, 4), up: floats(6, 4), down: floats(4, 6) };
const adapters = { x: floats(5, 4), weight: floats(3, 4), a: floats(2, 4), b: floats(3, 2) };
const projections = { x: floats(2, 3, 4), norm: floats(4), weight0: floats(5, 4), weight1: floats(3, 4) };

/** A small call of every kernel, under the kernel's name. */
export const calls: Readonly<Record<string, CallForm>> = {
  RMSNorm: { inputs: { x: floats(5, 4), weight: floats(4) }, attrs: { eps: 1e-5 } },
  RMSNormGrad: {
    inputs: { dy: floats(5, 4), x: floats(5, 4), weight: floats(4), r: floats(5) },
    attrs: {},
  },
  RMSNormLinears: {
    inputs: { ...projections, bias0: floats(5), bias1: floats(3) },
    attrs: { eps: 1e-5, count: 2 },
  },
  RMSNormLinearsGrad: {
    inputs: { dy0: floats(2, 3, 5), dy1: floats(2, 3, 3), ...projections, r: floats(6) },
    attrs: { count: 2, biases: true },
  },
  SwiGLU: { inputs: { gate: floats(5, 4), up: floats(5, 4) }, attrs: {} },
  SwiGLUGrad: { inputs: { dy: floats(5, 4), gate: floats(5, 4), up: floats(5, 4) }, attrs: {} },
  FeedForward: { inputs: { x: floats(5, 4), ...network }, attrs: { eps: 1e-5, keep: true } },
  FeedForwardGrad: {
    inputs: {
      ...{ dy: floats(5, 4), x: floats(5, 4), ...network, r: floats(5), g: floats(5, 6), u: floats(5, 6) },
    },
    attrs: {},
  },
  Attention: { inputs: { ...heads, v: floats(2, 6, 4), ...places }, attrs: sight },
  AttentionGrad: {
    inputs: {
      ...{ dy: floats(2, 5, 8), ...heads, v: floats(2, 6, 4), ...places },
      ...{ o: floats(2, 5, 8), lse: floats(2, 2, 5) },
    },
    attrs: sight,
  },
  AttentionWeights: { inputs: { ...heads, ...places }, attrs: sight },
  CrossEntropy: { inputs: { logits: floats(5, 4), labels: ints(5) }, attrs: {} },
  CrossEntropyGrad: {
    inputs: { dy: floats(), logits: floats(5, 4), labels: ints(5), lse: floats(5) },
    attrs: {},
  },
  Linear: { inputs: { x: floats(5, 4), weight: floats(3, 4), bias: floats(3) }, attrs: {} },
  LinearGradX: { inputs: { dy: floats(5, 3), weight: floats(3, 4) }, attrs: {} },
  LinearGradWeight: { inputs: { dy: floats(5, 3), x: floats(5, 4) }, attrs: {} },
  LowRankLinear: { inputs: { ...adapters, bias: floats(3) }, attrs: { scale: 0.5 } },
  LowRankLinearGrad: { inputs: { dy: floats(5, 3), ...adapters, h: floats(5, 2) }, attrs: { scale: 0.5 } },
  AdamW: {
    inputs: {
      ...{ p0: floats(5, 4), p1: floats(3), g0: floats(5, 4), g1: floats(3) },
      ...{ m0: floats(5, 4), m1: floats(3), v0: floats(5, 4), v1: floats(3), rates: floats(2, 4) },
    },
    attrs: { count: 2, beta1: 0.9, beta2: 0.999, eps: 1e-8, clip: 1 },
  },
  UnsortedSegmentSum: { inputs: { x: floats(5, 4), segmentIds: ints(5) }, attrs: { numSegments: 3 } },
  UnpackBfloat16: { inputs: { bits: ints(5, 4) }, attrs: {} },
};
