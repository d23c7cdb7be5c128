import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js";
import { tf } from "../tf.ts";
import { conv2dFilterGradient, depthwiseFilterGradient, depthwiseInputGradient } from "./convolution.ts";
import { withFastCopies } from "./copies.ts";
import { einsum } from "./einsum.ts";
import { withEmptyReductions } from "./empty.ts";
import { registerFusedKernels } from "./fused.ts";
import { withFastMatMul } from "./matmul.ts";
import { refuseWhenFull } from "./simd.ts";

type Parameters<Inputs> = { inputs: Inputs; backend: unknown; attrs: unknown };

/**
 * Completes the stock WebAssembly backend (4.22) for training: what it lacks, and what it gets wrong or does slowly.
 * To be called once its module runs; calling it again changes nothing.
 */
export function completeKernels(): void {
  refuseWhenFull(tf.backend() as BackendWasm);
  if (tf.getKernel("UnsortedSegmentSum", "wasm")) return;
  for (const [kernelName, kernelFunc] of Object.entries(missing))
    tf.registerKernel({ kernelName, backendName: "wasm", kernelFunc: kernelFunc as tf.KernelFunc });
  override("Cast", (stock) => (parameters) => castToBool(parameters as never) ?? stock(parameters));
  withFastCopies(override);
  withEmptyReductions(override);
  withFastMatMul(override);
  registerFusedKernels();
}

/** The kernels that training needs and the stock backend lacks. */
const missing = {
  UnsortedSegmentSum: unsortedSegmentSum,
  Einsum: einsum,
  Conv2DBackpropFilter: conv2dFilterGradient,
  DepthwiseConv2dNativeBackpropFilter: depthwiseFilterGradient,
  DepthwiseConv2dNativeBackpropInput: depthwiseInputGradient,
};

/** Puts a kernel in the place of the stock one, which it receives. */
export type Override = (name: string, make: (stock: tf.KernelFunc) => tf.KernelFunc) => void;

const override: Override = (kernelName, make) => {
  const stock = tf.getKernel(kernelName, "wasm");
  tf.unregisterKernel(kernelName, "wasm");
  tf.registerKernel({ ...stock, kernelFunc: make(stock.kernelFunc) });
};

/** The gradient of gather: rows of `x [rows, ...]` added up by segment. A negative segment is dropped, as in TensorFlow. */
function unsortedSegmentSum({
  inputs,
  backend,
  attrs,
}: Parameters<{ x: tf.TensorInfo; segmentIds: tf.TensorInfo }>) {
  const wasm = backend as BackendWasm;
  const { x, segmentIds } = inputs;
  const { numSegments } = attrs as { numSegments: number };
  const inner = x.shape.slice(segmentIds.shape.length);
  const out = wasm.makeOutput([numSegments, ...inner], x.dtype);
  const width = tf.util.sizeFromShape(inner);
  const segments = wasm.typedArrayFromHeap(segmentIds);
  const source = wasm.typedArrayFromHeap(x);
  const sums = wasm.typedArrayFromHeap(out).fill(0);
  for (let row = 0; row < segments.length; row++) {
    const segment = segments[row] as number;
    if (segment < 0 || segment >= numSegments) continue;
    const from = row * width;
    const to = segment * width;
    for (let i = 0; i < width; i++) (sums[to + i] as number) += source[from + i] as number;
  }
  return out;
}

/** Truth is not zero; the stock kernel keeps the lowest byte, so that 256 is false and 0.5 is too. */
function castToBool({
  inputs: { x },
  backend,
  attrs,
}: Parameters<{ x: tf.TensorInfo }>): tf.TensorInfo | undefined {
  const wasm = backend as BackendWasm;
  if ((attrs as { dtype: tf.DataType }).dtype !== "bool" || (x.dtype !== "int32" && x.dtype !== "float32"))
    return;
  const out = wasm.makeOutput(x.shape, "bool");
  const values = wasm.typedArrayFromHeap(x);
  const truths = wasm.typedArrayFromHeap(out);
  for (let i = 0; i < values.length; i++) truths[i] = values[i] === 0 ? 0 : 1;
  return out;
}
