import type { NodeJSKernelBackend } from "@tensorflow/tfjs-node/dist/nodejs_kernel_backend.js";
import type { TFJSBinding } from "@tensorflow/tfjs-node/dist/tfjs_binding.js";
import { Failure } from "../../errors.ts";
import {
  type Attributes,
  type FusedKernel,
  type Inputs,
  registerExecuted,
  registerFused,
} from "../operations.ts";
import { precision } from "../precision.ts";
import { tf } from "../tf.ts";

/** The shared object of the fused operations, as JavaScript sees it. */
export interface FusedModule {
  /** Whether this instruction set multiplies bfloat16 operands. */
  readonly bfloat16: boolean;
  setThreads(threads: number): void;
  /** Milliseconds of a small product on some threads. */
  measure(threads: number): number;
  /** The (query, key) pairs whose scores were computed since the last call, summed over heads. */
  executedPairs(): number;
}

interface Native {
  readonly backend: NodeJSKernelBackend;
  readonly binding: TFJSBinding;
}

/** Registers the kernels of the fused operations on a native engine. */
export function registerFusedKernels(name: string, backend: NodeJSKernelBackend, fused: FusedModule): void {
  const native = { backend, binding: backend.binding };
  for (const [kernel, make] of Object.entries(kernels)) registerFused(name, kernel, make(native), fits);
  const stock = tf.getKernel("UnsortedSegmentSum", name);
  tf.unregisterKernel("UnsortedSegmentSum", name);
  tf.registerKernel({
    ...stock,
    kernelFunc: (given) => segmentSum(native, given) ?? stock.kernelFunc(given),
  });
  registerExecuted(name, () => fused.executedPairs());
}

/** Floats throughout but for what is counted or packed: of other kinds of numbers the plain definitions know. */
const fits = ({ inputs, attrs }: { inputs: Inputs; attrs: Attributes }): boolean => {
  const { headSize = 2, rotaryBase = 0 } = attrs as { headSize?: number; rotaryBase?: number };
  const whole = new Set(["queries", "keys", "labels", "bits"]);
  const [biases, weights] = [listed(inputs, "bias"), listed(inputs, "weight")];
  return (
    (biases.length === 0 || biases.length === weights.length) &&
    headSize % 2 === 0 &&
    headSize <= 256 &&
    Math.fround(rotaryBase) === rotaryBase &&
    Object.entries(inputs).every(
      ([name, { dtype }]) =>
        dtype === "float32" || (dtype === "int32" && (whole.has(name) || isWeight.test(name))),
    )
  );
};

const isWeight = /^(weight\d*|gate|up|down)$/;

type Value = number | boolean | readonly number[];

/** A TensorFlow operation's attributes, checked: it would truncate a fraction and ignore an unknown name. */
function attributes(
  { binding }: Native,
  given: Record<string, Value | "weight">,
  inputs: readonly tf.TensorInfo[],
) {
  return Object.entries(given).map(([name, value]) => {
    if (value === "weight") {
      const bits = inputs.some(({ dtype, shape }) => dtype === "int32" && shape.length === 2);
      return { name, type: binding.TF_ATTR_TYPE, value: bits ? binding.TF_INT32 : binding.TF_FLOAT };
    }
    if (typeof value === "boolean") return { name, type: binding.TF_ATTR_BOOL, value };
    if (reals.has(name)) {
      if (typeof value !== "number" || Number.isNaN(value))
        throw new TypeError(`attribute ${name}: expected a number, given ${String(value)}`);
      return { name, type: binding.TF_ATTR_FLOAT, value };
    }
    for (const one of Array.isArray(value) ? value : [value]) {
      if (!Number.isInteger(one) || Math.abs(one) > 0x7fffffff)
        throw new TypeError(`attribute ${name}: expected whole numbers, given ${String(one)}`);
    }
    return { name, type: binding.TF_ATTR_INT, value };
  });
}

const reals = new Set(["eps", "scale", "rotaryBase", "beta1", "beta2", "rest1", "rest2", "clip"]);

/** One call: the operation, its inputs in order, its attributes, how many outputs it has, and their order for us. */
interface Plan {
  readonly op: string;
  readonly inputs: readonly (tf.Tensor | undefined)[];
  readonly attrs?: Record<string, Value | "weight">;
  readonly outputs: number;
  readonly order?: (outputs: tf.Tensor[]) => tf.Tensor[];
}

const kernel =
  (plan: (inputs: Inputs, attrs: Attributes) => Plan) =>
  (native: Native): FusedKernel =>
  (inputs, attrs) => {
    const { op, inputs: given, attrs: named = {}, outputs, order = (all) => all } = plan(inputs, attrs);
    try {
      const missing = given.indexOf(undefined);
      if (missing >= 0) throw new TypeError(`input ${missing} is missing`);
      const present = given as readonly tf.Tensor[];
      const gone = Object.entries(inputs).find(([, { dataId }]) => !native.backend.refCount(dataId));
      if (gone) throw new TypeError(`input ${gone[0]} has been disposed of`);
      const checked = attributes(native, named, present);
      const all = native.backend.executeMultipleOutputs(`ProxyLab${op}`, checked, [...present], outputs);
      return order(all) as unknown as tf.TensorInfo[];
    } catch (error) {
      // TensorFlow's own message stands behind "Message:" and does not say which operation it is about.
      const [, reason = (error as Error).message] = /Message: (.*)/s.exec((error as Error).message) ?? [];
      throw new Failure(`fused operation ${op}: ${reason}`, { cause: error });
    }
  };

/** A kernel whose inputs and outputs are what the operation says, in its order. */
const plain = (op: string, inputs: string, outputs: number, attrs: string[] = []) =>
  kernel((given, known) => ({
    op,
    inputs: inputs.split(" ").map((name) => given[name]),
    attrs: Object.fromEntries(attrs.map((name) => [name, attribute(name, known)])),
    outputs,
  }));

function attribute(name: string, known: Attributes): Value | "weight" {
  if (name === "rounded") return rounded();
  if (name === "W") return "weight";
  return known[name] as Value;
}

const rounded = () => precision() === "high";
const listed = (inputs: Inputs, name: string): tf.Tensor[] =>
  Object.entries(inputs).flatMap(([key, tensor]) => (new RegExp(`^${name}\\d+$`).test(key) ? [tensor] : []));

/** A count that is an attribute decides how many outputs are made: it must be that of the inputs. */
function counted(count: unknown, list: readonly tf.Tensor[]): number {
  if (count === list.length && list.length > 0) return list.length;
  throw new Failure(`attribute count: ${String(count)} given for ${list.length} tensors`);
}
const sight = ["heads", "kvHeads", "headSize", "kinds", "rotaryBase", "reaches", "rounded"];

const kernels: Record<string, (native: Native) => FusedKernel> = {
  RMSNorm: plain("RMSNorm", "x weight", 2, ["eps"]),
  RMSNormGrad: plain("RMSNormGrad", "dy x weight r", 2),
  RMSNormLinears: kernel((given, { count, eps }) => {
    const [weights, biases] = [listed(given, "weight"), listed(given, "bias")];
    const n = counted(count, weights);
    return {
      op: "RMSNormLinears",
      inputs: [given.x, given.norm, ...weights, ...biases],
      attrs: { count: n, biases: biases.length, eps: eps as number, W: "weight", rounded: rounded() },
      outputs: 1 + n,
      order: ([r, ...y]) => [...y, r as tf.Tensor],
    };
  }),
  RMSNormLinearsGrad: kernel((given, { count, weights = true, biases = false }) => {
    const projections = listed(given, "weight");
    const n = counted(count, projections);
    const frozen = weights === false || projections.some((weight) => weight.dtype === "int32");
    return {
      op: "RMSNormLinearsGrad",
      inputs: [...listed(given, "dy"), given.x, given.norm, given.r, ...projections],
      attrs: {
        ...{ count: n, given: frozen ? 0 : n, weights: !frozen, biases: biases ? n : 0 },
        ...{ W: "weight", rounded: rounded() },
      },
      outputs: 2 + (frozen ? 0 : n) + (biases ? n : 0),
    };
  }),
  SwiGLU: plain("SwiGLU", "gate up", 1),
  SwiGLUGrad: plain("SwiGLUGrad", "dy gate up", 2),
  FeedForward: plain("FeedForward", "x norm gate up down", 4, ["eps", "keep", "W", "rounded"]),
  FeedForwardGrad: kernel((given, { weights = true }) => {
    const frozen = weights === false || given.gate?.dtype === "int32";
    const { dy, x, norm, gate, up, down, r, g, u } = given;
    return {
      op: "FeedForwardGrad",
      inputs: [dy, x, norm, gate, up, down, r, g, u],
      attrs: { given: frozen ? 0 : 3, weights: !frozen, W: "weight", rounded: rounded() },
      outputs: frozen ? 2 : 5,
    };
  }),
  Attention: plain("Attention", "q k v queries keys", 2, sight),
  AttentionGrad: plain("AttentionGrad", "dy q k v queries keys o lse", 3, sight),
  AttentionWeights: plain("AttentionWeights", "q k queries keys", 1, sight),
  CrossEntropy: plain("CrossEntropy", "logits labels", 2),
  CrossEntropyGrad: plain("CrossEntropyGrad", "dy logits labels lse", 1),
  UnpackBfloat16: plain("UnpackBfloat16", "bits", 1),
  Linear: kernel(({ x, weight, bias }) => ({
    op: "Linear",
    inputs: bias ? [x, weight, bias] : [x, weight],
    attrs: { biases: bias ? 1 : 0, W: "weight", rounded: rounded() },
    outputs: 1,
  })),
  LinearGradX: plain("LinearGradX", "dy weight", 1, ["W", "rounded"]),
  LinearGradWeight: plain("LinearGradWeight", "dy x", 1, ["rounded"]),
  LowRankLinear: kernel(({ x, weight, a, b, bias }, { scale }) => ({
    op: "LowRankLinear",
    inputs: bias ? [x, weight, a, b, bias] : [x, weight, a, b],
    attrs: { biases: bias ? 1 : 0, scale: scale as number, W: "weight", rounded: rounded() },
    outputs: 2,
  })),
  LowRankLinearGrad: plain("LowRankLinearGrad", "dy x weight a b h", 3, ["scale", "W", "rounded"]),
  AdamW: kernel((given, { count, beta1, beta2, eps, clip }) => {
    const lists = ["p", "g", "m", "v"].map((letter) => listed(given, letter));
    for (const list of lists) counted(count, list);
    const rests = { rest1: 1 - Number(beta1), rest2: 1 - Number(beta2) };
    return {
      op: "AdamW",
      inputs: [...lists.flat(), given.rates],
      attrs: { ...({ count, beta1, beta2, eps, clip } as Record<string, number>), ...rests },
      outputs: 1 + 3 * (count as number),
    };
  }),
};

const summed = plain("SegmentSum", "x segmentIds", 1, ["rows"]);

/** Rows of `x [rows, size]` added up by segment, the gradient of gather; undefined where it is another case. */
function segmentSum(native: Native, { inputs, attrs }: Parameters<tf.KernelFunc>[0]) {
  const { x, segmentIds } = inputs as { x: tf.Tensor; segmentIds: tf.Tensor };
  if (x.dtype !== "float32" || x.shape.length !== 2 || segmentIds.shape.length !== 1 || x.size === 0) return;
  const rows = (attrs as unknown as { numSegments: number }).numSegments;
  return summed(native)({ x, segmentIds }, { rows })[0] as tf.TensorInfo;
}
