import { type Attributes, runKernel } from "../../../src/backend/operations.ts";
import { tf } from "../../../src/backend/tf.ts";
import { calls } from "./calls.ts";

/** A call that something is wrong with, and what its error must say; one that is only unusual says nothing. */
export interface BoundaryCase {
  readonly run: () => tf.Tensor[];
  readonly says?: RegExp;
}

/** Replaces an input by another tensor, or by none. */
type Change = Readonly<Record<string, () => tf.Tensor | undefined>>;

function call(name: string, change: Change = {}, attrs: Record<string, unknown> = {}): () => tf.Tensor[] {
  return () => {
    const form = calls[name];
    if (!form) throw new Error(`no call of ${name}`);
    const inputs = Object.entries(form.inputs).map(([key, { shape, dtype }]) => [
      key,
      () => tf.ones([...shape], dtype ?? "float32"),
    ]);
    const tensors = Object.entries({ ...Object.fromEntries(inputs), ...change } as Change);
    const given = { ...form.attrs, ...attrs };
    for (const [key, value] of Object.entries(given)) if (value === undefined) delete given[key as never];
    return runKernel(
      name,
      Object.fromEntries(tensors.map(([key, make]) => [key, make()])),
      given as Attributes,
    );
  };
}

const zeros =
  (shape: number[], dtype: tf.DataType = "float32") =>
  () =>
    tf.zeros(shape, dtype);

const disposed =
  (...shape: number[]) =>
  () => {
    const x = tf.zeros(shape);
    x.dispose();
    return x;
  };

const none = () => undefined;

const whole =
  (value: number, ...shape: number[]) =>
  () =>
    tf.fill(shape, value, "int32");

const everything = { queries: zeros([0, 0, 5], "int32"), keys: zeros([0, 0, 5], "int32") };
const noSight = { kinds: 0, reaches: [], rotaryBase: 0 };

export const boundaryCases: Readonly<Record<string, BoundaryCase>> = {
  "an input that has been disposed of": {
    run: call("RMSNorm", { x: disposed(5, 4) }),
    says: /RMSNorm.*disposed/,
  },
  "an input that is missing": { run: call("SwiGLU", { up: none }), says: /SwiGLU.*missing/ },
  "an input of booleans": {
    run: call("RMSNorm", { x: zeros([5, 4], "bool") }),
    says: /RMSNorm.*expected to be a float tensor but is a bool/,
  },
  "an input of complex numbers": {
    run: call("SwiGLU", { gate: zeros([5, 4], "complex64") }),
    says: /SwiGLU.*expected to be a float tensor but is a complex64/,
  },
  "an input of text": {
    run: call("SwiGLU", { gate: () => tf.tensor(["a", "b"], [2, 1]) }),
    says: /SwiGLU.*expected to be a float|dtype string/,
  },
  "whole numbers where floats belong": {
    run: call("SwiGLU", { gate: zeros([5, 4], "int32") }),
    says: /SwiGLU.*expected to be a float tensor but is a int32/,
  },
  "labels that are floats": {
    run: call("CrossEntropy", { labels: zeros([5]) }),
    says: /CrossEntropy.*expected to be a int32 tensor but is a float/,
  },
  "tensors that do not fit": {
    run: call("SwiGLU", { up: zeros([4, 5]) }),
    says: /SwiGLU.*input 1: expected shape \[5, 4\], given \[4, 5\]/,
  },
  "a norm of another size": {
    run: call("RMSNorm", { weight: zeros([5]) }),
    says: /RMSNorm.*input 1: expected shape \[4\], given \[5\]/,
  },
  "a number where rows belong": {
    run: call("RMSNorm", { x: zeros([]), weight: zeros([1]) }),
    says: /RMSNorm.*expected a last axis/,
  },
  "rows of nothing": {
    run: call("Linear", { x: zeros([5, 0]), weight: zeros([3, 0]) }),
    says: /Linear.*expected a last axis of at least one element/,
  },
  "a weight of other columns": {
    run: call("Linear", { weight: zeros([3, 5]) }),
    says: /Linear.*input 1: expected a weight of 4 columns, given \[3, 5\]/,
  },
  "a weight of no rows": {
    run: call("Linear", { weight: zeros([0, 4]), bias: zeros([0]) }),
    says: /Linear.*input 1: expected a weight of 4 columns, given \[0, 4\]/,
  },
  "a weight of three axes": {
    run: call("Linear", { weight: zeros([3, 2, 2]) }),
    says: /Linear.*input 1: expected a weight of 4 columns/,
  },
  "floats and bfloat16 among the weights of one call": {
    run: call("RMSNormLinears", { weight1: zeros([3, 2], "int32") }),
    says: /RMSNormLinears.*expected to be a (int32|float) tensor/,
  },
  "a down projection of another size": {
    run: call("FeedForward", { down: zeros([5, 6]) }),
    says: /FeedForward.*do not fit together/,
  },
  "a gradient of which nothing was kept": {
    run: call("FeedForwardGrad", { g: zeros([0, 6]), u: zeros([0, 6]) }),
    says: /FeedForwardGrad.*input 7: expected shape \[5, 6\], given \[0, 6\]/,
  },
  "more biases than weights": {
    run: call("RMSNormLinears", { bias2: zeros([3]) }),
    says: /RMSNormLinears.*a bias for each weight or none/,
  },
  "a count that is none of the inputs'": {
    run: call("RMSNormLinears", {}, { count: 3 }),
    says: /count.*3/,
  },
  "a count of nothing": { run: call("AdamW", {}, { count: 0 }), says: /count.*0/ },
  "a negative count": { run: call("AdamW", {}, { count: -1 }), says: /count.*-1/ },
  "a count of a billion": { run: call("AdamW", {}, { count: 1e9 }), says: /count.*1000000000/ },
  "a count and a half": { run: call("AdamW", {}, { count: 1.5 }), says: /count.*1\.5/ },
  "a parameter of another shape than its gradient": {
    run: call("AdamW", { g1: zeros([4]) }),
    says: /AdamW.*expected shape \[3\], given \[4\]/,
  },
  "rates of another shape": {
    run: call("AdamW", { rates: zeros([2, 3]) }),
    says: /AdamW.*expected shape \[2, 4\], given \[2, 3\]/,
  },
  "an attribute that is missing": {
    run: call("RMSNorm", {}, { eps: undefined }),
    says: /RMSNorm.*attribute eps: expected a number, given undefined/,
  },
  "an attribute that is not a number": {
    run: call("RMSNorm", {}, { eps: Number.NaN }),
    says: /RMSNorm.*attribute eps: expected a number, given NaN/,
  },
  "a missing number of heads": {
    run: call("Attention", {}, { heads: undefined }),
    says: /Attention.*attribute heads: expected whole numbers, given undefined/,
  },
  "heads as text": {
    run: call("Attention", {}, { heads: "2" }),
    says: /Attention.*attribute heads: expected whole numbers, given 2/,
  },
  "a fraction of a head": {
    run: call("Attention", {}, { heads: 1.5 }),
    says: /Attention.*attribute heads: expected whole numbers, given 1\.5/,
  },
  "negative heads": { run: call("Attention", {}, { heads: -2 }), says: /Attention.*multiple of kvHeads/ },
  "no key heads": { run: call("Attention", {}, { kvHeads: 0 }), says: /Attention.*multiple of kvHeads/ },
  "more heads than a number holds": {
    run: call("Attention", {}, { heads: 2 ** 52 }),
    says: /Attention.*attribute heads: expected whole numbers/,
  },
  "an odd head size": {
    run: call(
      "Attention",
      { ...everything, q: zeros([1, 2, 5]), k: zeros([1, 2, 5]), v: zeros([1, 2, 5]) },
      {
        ...{ heads: 1, kvHeads: 1, headSize: 5, ...noSight },
      },
    ),
    says: /Attention.*even head size up to 256/,
  },
  "a head size of 258": {
    run: call(
      "Attention",
      { ...everything, q: zeros([1, 2, 258]), k: zeros([1, 2, 258]), v: zeros([1, 2, 258]) },
      { heads: 1, kvHeads: 1, headSize: 258, ...noSight },
    ),
    says: /Attention.*even head size up to 256/,
  },
  "queries of two axes": {
    run: call("Attention", { q: zeros([10, 8]) }),
    says: /Attention.*\[batch, tokens, size\]/,
  },
  "keys of another batch": {
    run: call("Attention", { k: zeros([3, 6, 4]), v: zeros([3, 6, 4]) }),
    says: /Attention.*\[batch, tokens, size\]/,
  },
  "values of another shape than the keys": {
    run: call("Attention", { v: zeros([2, 7, 4]) }),
    says: /Attention.*expected shape \[2, 6, 4\], given \[2, 7, 4\]/,
  },
  "places for other tokens": {
    run: call("Attention", { keys: zeros([2, 5, 5], "int32") }),
    says: /Attention.*expected shape \[2, 6, 5\], given \[2, 5, 5\]/,
  },
  "places of six columns": {
    run: call("Attention", { queries: zeros([2, 5, 6], "int32") }),
    says: /Attention.*expected shape \[2, 5, 5\], given \[2, 5, 6\]/,
  },
  "rotation without places": {
    run: call("Attention", everything, { kinds: 0, reaches: [] }),
    says: /Attention.*rotation needs the places/,
  },
  "a kind out of range": {
    run: call("Attention", { queries: whole(7, 2, 5, 5) }),
    says: /Attention.*kind is out of range/,
  },
  "a negative kind": {
    run: call("Attention", { keys: whole(-1, 2, 6, 5) }),
    says: /Attention.*kind is out of range/,
  },
  "fewer reaches than kinds have": {
    run: call("Attention", {}, { reaches: [] }),
    says: /Attention.*reaches from 0 to 3/,
  },
  "a reach that there is not": {
    run: call("Attention", {}, { reaches: [2, 1, 3, 4] }),
    says: /Attention.*reaches from 0 to 3/,
  },
  "kinds beyond counting": {
    run: call("Attention", {}, { kinds: 2 ** 32 + 2 }),
    says: /Attention.*attribute kinds: expected whole numbers/,
  },
  "a hundred kinds": {
    run: call("Attention", {}, { kinds: 100, reaches: Array(10_000).fill(0) }),
    says: /Attention.*64 kinds/,
  },
  "a row of lse too few": {
    run: call("AttentionGrad", { lse: zeros([2, 2, 4]) }),
    says: /AttentionGrad.*expected shape \[2, 2, 5\], given \[2, 2, 4\]/,
  },
  "a label that is not in the vocabulary": {
    run: call("CrossEntropy", { labels: whole(4, 5) }),
    says: /CrossEntropy.*not in the vocabulary/,
  },
  "a label that is not in the vocabulary, in the gradient": {
    run: call("CrossEntropyGrad", { labels: whole(2 ** 31 - 1, 5) }),
    says: /CrossEntropyGrad.*not in the vocabulary/,
  },
  "a gradient of many numbers where one belongs": {
    run: call("CrossEntropyGrad", { dy: zeros([2]) }),
    says: /CrossEntropyGrad.*expected shape \[\], given \[2\]/,
  },
  "an adapter of another rank than its second matrix": {
    run: call("LowRankLinear", { b: zeros([3, 3]) }),
    says: /LowRankLinear.*expected shape \[3, 2\], given \[3, 3\]/,
  },
  "dy of other rows than x": {
    run: call("LinearGradWeight", { dy: zeros([6, 3]) }),
    says: /LinearGradWeight.*different rows/,
  },
  "a negative number of segments": {
    run: call("UnsortedSegmentSum", {}, { numSegments: -1 }),
    says: /number of segments|num_segments/,
  },
  "more segments than any memory holds": {
    run: call("UnsortedSegmentSum", {}, { numSegments: 2 ** 40 }),
    says: /memory|expected whole numbers/,
  },

  "labels that are all negative": { run: call("CrossEntropy", { labels: whole(-(2 ** 31), 5) }) },
  "segment ids far out of range": { run: call("UnsortedSegmentSum", { segmentIds: whole(2 ** 31 - 1, 5) }) },
  "positions at the ends of what a number holds": {
    run: () => [
      ...call("Attention", { queries: placed(2 ** 31 - 1, 5), keys: placed(-(2 ** 31), 6) })(),
      ...call("Attention", { queries: placed(-(2 ** 31), 5), keys: placed(2 ** 31 - 1, 6) })(),
    ],
  },
  "a rotary base below zero, and one beyond float32": {
    run: () => [
      ...call("Attention", {}, { rotaryBase: -5 })(),
      ...call("Attention", {}, { rotaryBase: 1e300 })(),
      ...call("Attention", {}, { rotaryBase: 1e-300 })(),
    ],
  },
  "eps below zero and beyond float32": {
    run: () => [...call("RMSNorm", {}, { eps: -10 })(), ...call("RMSNorm", {}, { eps: 1e300 })()],
  },
  "no rows at all": {
    run: () => [
      ...call("RMSNorm", { x: zeros([0, 4]) })(),
      ...call("RMSNormLinears", { x: zeros([0, 3, 4]) })(),
      ...call("FeedForward", { x: zeros([0, 4]) })(),
      ...call("CrossEntropy", { logits: zeros([0, 4]), labels: zeros([0], "int32") })(),
      ...call("Linear", { x: zeros([0, 4]) })(),
      ...call("LinearGradWeight", { dy: zeros([0, 3]), x: zeros([0, 4]) })(),
      ...call("UnpackBfloat16", { bits: zeros([0, 4], "int32") })(),
    ],
  },
  "an empty batch": {
    run: call("Attention", {
      ...{ q: zeros([0, 5, 8]), k: zeros([0, 6, 4]), v: zeros([0, 6, 4]) },
      ...{ queries: zeros([0, 5, 5], "int32"), keys: zeros([0, 6, 5], "int32") },
    }),
  },
  "numbers that are none": {
    run: () => [
      ...call("Attention", { q: () => tf.fill([2, 5, 8], Number.NaN) })(),
      ...call("CrossEntropy", { logits: () => tf.fill([5, 4], Number.POSITIVE_INFINITY) })(),
      ...call("AdamW", { g0: () => tf.fill([5, 4], Number.NaN) })(),
      ...call("FeedForward", { gate: () => tf.fill([6, 4], Number.NEGATIVE_INFINITY) })(),
    ],
  },
  "a tensor that is several inputs at once": {
    run: () => {
      const x = tf.ones([4, 4]);
      return [
        ...runKernel(
          "FeedForward",
          { x, norm: tf.ones([4]), gate: x, up: x, down: x },
          { eps: 1, keep: true },
        ),
        ...runKernel("SwiGLU", { gate: x, up: x }),
        ...runKernel("LinearGradWeight", { dy: x, x }),
      ];
    },
  },
};

/** Places of kind 0 and some position. */
function placed(position: number, tokens: number) {
  return () =>
    tf.tensor3d(
      Array.from({ length: 2 * tokens }, () => [position, 0, 0, 0, 1]).flat(),
      [2, tokens, 5],
      "int32",
    );
}
