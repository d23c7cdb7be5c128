import type { NodeJSKernelBackend } from "@tensorflow/tfjs-node/dist/nodejs_kernel_backend.js";
import type { TFJSBinding } from "@tensorflow/tfjs-node/dist/tfjs_binding.js";
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
  return (
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
    const whole = typeof value === "number" ? [value] : value;
    const wrong = whole.find((one) => !Number.isSafeInteger(one));
    if (wrong !== undefined) throw new TypeError(`attribute ${name}: expected whole numbers, given ${wrong}`);
    return { name, type: binding.TF_ATTR_INT, value };
  });
}

const reals = new Set(["eps", "scale", "rotaryBase", "beta1", "beta2", "clip"]);

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
    const present = given.filter((one) => one !== undefined);
    const checked = attributes(native, named, present);
    return order(
      native.backend.executeMultipleOutputs(`ProxyLab${op}`, checked, present, outputs),
    ) as unknown as tf.TensorInfo[];
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
const listed = (inputs: Inputs, name: string): (tf.Tensor | undefined)[] => {
  const all: tf.Tensor[] = [];
  for (let i = 0; inputs[`${name}${i}`]; i++) all.push(inputs[`${name}${i}`] as tf.Tensor);
  return all;
};
const sight = ["heads", "kvHeads", "headSize", "kinds", "rotaryBase", "reaches", "rounded"];

const kernels: Record<string, (native: Native) => FusedKernel> = {
  RMSNorm: plain("RMSNorm", "x weight", 2, ["eps"]),
  RMSNormGrad: plain("RMSNormGrad", "dy x weight r", 2),
  RMSNormLinears: kernel((given, { count, eps }) => {
    const biases = listed(given, "bias");
    return {
      op: "RMSNormLinears",
      inputs: [given.x, given.norm, ...listed(given, "weight"), ...biases],
      attrs: {
        count: count as number,
        biases: biases.length,
        eps: eps as number,
        W: "weight",
        rounded: rounded(),
      },
      outputs: 1 + (count as number),
      order: ([r, ...y]) => [...y, r as tf.Tensor],
    };
  }),
  RMSNormLinearsGrad: kernel((given, { count, weights = true, biases = false }) => {
    const n = count as number;
    const projections = listed(given, "weight");
    const frozen = weights === false || projections.some((weight) => weight?.dtype === "int32");
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
    inputs: [x, weight, bias],
    attrs: { biases: bias ? 1 : 0, W: "weight", rounded: rounded() },
    outputs: 1,
  })),
  LinearGradX: plain("LinearGradX", "dy weight", 1, ["W", "rounded"]),
  LinearGradWeight: plain("LinearGradWeight", "dy x", 1, ["rounded"]),
  LowRankLinear: kernel(({ x, weight, a, b, bias }, { scale }) => ({
    op: "LowRankLinear",
    inputs: [x, weight, a, b, bias],
    attrs: { biases: bias ? 1 : 0, scale: scale as number, W: "weight", rounded: rounded() },
    outputs: 2,
  })),
  LowRankLinearGrad: plain("LowRankLinearGrad", "dy x weight a b h", 3, ["scale", "W", "rounded"]),
  AdamW: kernel((given, { count, beta1, beta2, eps, clip }) => ({
    op: "AdamW",
    inputs: [...["p", "g", "m", "v"].flatMap((letter) => listed(given, letter)), given.rates],
    attrs: { count, beta1, beta2, eps, clip } as Record<string, number>,
    outputs: 1 + 3 * (count as number),
  })),
};

/** Rows of `x [rows, size]` added up by segment, the gradient of gather; undefined where it is another case. */
function segmentSum(native: Native, { inputs, attrs }: Parameters<tf.KernelFunc>[0]) {
  const { x, segmentIds } = inputs as { x: tf.Tensor; segmentIds: tf.Tensor };
  if (x.dtype !== "float32" || x.shape.length !== 2 || segmentIds.shape.length !== 1 || x.size === 0) return;
  const rows = (attrs as unknown as { numSegments: number }).numSegments;
  return native.backend.executeSingleOutput("ProxyLabSegmentSum", attributes(native, { rows }, []), [
    x,
    segmentIds,
  ]) as unknown as tf.TensorInfo;
}
