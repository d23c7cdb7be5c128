import { tf } from "../tf.ts";
import type { ShapesBackend } from "./backend.ts";

type Shape = number[];
interface Call {
  inputs: tf.NamedTensorInfoMap;
  attrs: Record<string, unknown>;
  backend: Pick<ShapesBackend, "allocate" | "view">;
}
type Kernel = (call: Call) => tf.TensorInfo | tf.TensorInfo[];

const words = (text: string): string[] => text.trim().split(/\s+/);
const input = ({ inputs }: Call, name: string): tf.TensorInfo => inputs[name] as tf.TensorInfo;
const first = ({ inputs }: Call): tf.TensorInfo => Object.values(inputs)[0] as tf.TensorInfo;
const broadcast = (a: Shape, b: Shape): Shape => tf.broadcast_util.assertAndGetBroadcastShape(a, b);

const unary = words(`Abs Acos Asin Atan Ceil ClipByValue Cos Cosh Elu Erf Exp Expm1 Floor IsFinite IsInf IsNan
  LeakyRelu Log Log1p LogicalNot LogSoftmax Neg OnesLike Reciprocal Relu Relu6 Reverse Round Rsqrt Selu Sigmoid
  Sign Sin Sinh Softmax Softplus Sqrt Square Step Tan Tanh ZerosLike Cumsum Cumprod`);
const binary = words(
  `Add Sub Multiply RealDiv FloorDiv Maximum Minimum Pow SquaredDifference Mod Atan2 EluGrad Prelu`,
);
const comparison = words(`Equal NotEqual Greater GreaterEqual Less LessEqual LogicalAnd LogicalOr`);
const reduction = words("Sum Mean Max Min Prod All Any");

const each = (names: string[], kernel: Kernel): Record<string, Kernel> =>
  Object.fromEntries(names.map((name) => [name, kernel]));

const elementwise: Kernel = (call) => call.backend.allocate(first(call).shape, first(call).dtype);

const pairwise =
  (dtype?: tf.DataType): Kernel =>
  (call) => {
    const [a, b] = [input(call, "a") ?? first(call), input(call, "b") ?? Object.values(call.inputs)[1]];
    return call.backend.allocate(broadcast(a.shape, (b as tf.TensorInfo).shape), dtype ?? a.dtype);
  };

const reduce: Kernel = (call) => {
  const x = first(call);
  const axes = tf.util.parseAxisParam((call.attrs.axis ?? call.attrs.reductionIndices) as number[], x.shape);
  const kept = x.shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
  const shape = call.attrs.keepDims ? kept : x.shape.filter((_, axis) => !axes.includes(axis));
  return call.backend.allocate(shape, x.dtype);
};

const matmul: Kernel = (call) => {
  const [a, b] = [input(call, "a").shape, input(call, "b").shape];
  const rows = a[call.attrs.transposeA ? a.length - 1 : a.length - 2] as number;
  const columns = b[call.attrs.transposeB ? b.length - 2 : b.length - 1] as number;
  return call.backend.allocate([...broadcast(a.slice(0, -2), b.slice(0, -2)), rows, columns], "float32");
};

const argument: Kernel = (call) => {
  const x = first(call);
  const axis = ((call.attrs.axis as number) + x.shape.length) % x.shape.length;
  return call.backend.allocate(
    x.shape.filter((_, i) => i !== axis),
    "int32",
  );
};

/** Shape inference for the operations of this library's models and their gradients, one entry a kernel. */
const kernels: Record<string, Kernel> = {
  ...each(unary, elementwise),
  ...each(binary, pairwise()),
  ...each(comparison, pairwise("bool")),
  ...each(reduction, reduce),
  ...each(["BatchMatMul", "_FusedMatMul"], matmul),
  ...each(["ArgMax", "ArgMin"], argument),
  AddN: ({ inputs, backend }) => {
    const x = (inputs as unknown as tf.TensorInfo[])[0] as tf.TensorInfo;
    return backend.allocate(x.shape, x.dtype);
  },
  Identity: (call) => call.backend.view(first(call), first(call).shape),
  Reshape: (call) => {
    const x = first(call);
    return call.backend.view(
      x,
      tf.util.inferFromImplicitShape(call.attrs.shape as Shape, tf.util.sizeFromShape(x.shape)),
    );
  },
  ExpandDims: (call) => {
    const shape = first(call).shape.slice();
    const axis = call.attrs.dim as number;
    shape.splice(axis < 0 ? shape.length + axis + 1 : axis, 0, 1);
    return call.backend.view(first(call), shape);
  },
  UnpackBfloat16: (call) => {
    const [rows, width] = first(call).shape as [number, number];
    return call.backend.view(first(call), [rows, 2 * width], "float32"); // weights, not activations
  },
  Cast: (call) => call.backend.allocate(first(call).shape, call.attrs.dtype as tf.DataType),
  Transpose: (call) => {
    const x = first(call);
    return call.backend.allocate(
      (call.attrs.perm as number[]).map((axis) => x.shape[axis] as number),
      x.dtype,
    );
  },
  Slice: (call) => {
    const x = first(call);
    const [, size] = tf.slice_util.parseSliceParams(
      x as tf.Tensor,
      call.attrs.begin as Shape,
      call.attrs.size as Shape,
    );
    return call.backend.allocate(size as Shape, x.dtype);
  },
  Concat: ({ inputs, attrs, backend }) => {
    const all = inputs as unknown as tf.TensorInfo[];
    const x = all[0] as tf.TensorInfo;
    const axis = tf.util.parseAxisParam(attrs.axis as number, x.shape)[0] as number;
    return backend.allocate(
      tf.backend_util.computeOutShape(
        all.map((t) => t.shape),
        axis,
      ),
      x.dtype,
    );
  },
  Pack: ({ inputs, attrs, backend }) => {
    const all = inputs as unknown as tf.TensorInfo[];
    const shape = (all[0] as tf.TensorInfo).shape.slice();
    shape.splice(attrs.axis as number, 0, all.length);
    return backend.allocate(shape, (all[0] as tf.TensorInfo).dtype);
  },
  Unpack: (call) => {
    const x = first(call);
    const axis = ((call.attrs.axis as number) + x.shape.length) % x.shape.length;
    const shape = x.shape.filter((_, i) => i !== axis);
    return Array.from({ length: x.shape[axis] as number }, () => call.backend.allocate(shape, x.dtype));
  },
  SplitV: (call) => {
    const x = first(call);
    const axis = tf.util.parseAxisParam(call.attrs.axis as number, x.shape)[0] as number;
    const sizes = tf.backend_util.prepareSplitSize(
      x as tf.Tensor,
      call.attrs.numOrSizeSplits as number,
      axis,
    );
    return sizes.map((length) => call.backend.allocate(x.shape.with(axis, length), x.dtype));
  },
  Tile: (call) => {
    const reps = call.attrs.reps as number[];
    return call.backend.allocate(
      first(call).shape.map((length, i) => length * (reps[i] as number)),
      first(call).dtype,
    );
  },
  BroadcastTo: (call) => call.backend.allocate(call.attrs.shape as Shape, first(call).dtype),
  PadV2: (call) => {
    const margins = (call.attrs.paddings as [number, number][]).map(([low, high]) => low + high);
    const shape = first(call).shape.map((length, i) => length + (margins[i] as number));
    return call.backend.allocate(shape, first(call).dtype);
  },
  GatherV2: (call) => {
    const [x, indices] = [input(call, "x"), input(call, "indices")];
    const axis = tf.util.parseAxisParam(call.attrs.axis as number, x.shape)[0] as number;
    const batchDims = (call.attrs.batchDims as number) ?? 0;
    const shape = [...x.shape.slice(0, axis), ...indices.shape.slice(batchDims), ...x.shape.slice(axis + 1)];
    return call.backend.allocate(shape, x.dtype);
  },
  UnsortedSegmentSum: (call) => {
    const shape = [
      call.attrs.numSegments as number,
      ...input(call, "x").shape.slice(input(call, "segmentIds").shape.length),
    ];
    return call.backend.allocate(shape, "float32");
  },
  OneHot: (call) =>
    call.backend.allocate(
      [...first(call).shape, call.attrs.depth as number],
      (call.attrs.dtype as tf.DataType) ?? "float32",
    ),
  Select: (call) => call.backend.allocate(input(call, "t").shape, input(call, "t").dtype),
  Fill: ({ attrs, backend }) =>
    backend.allocate(attrs.shape as Shape, (attrs.dtype as tf.DataType) ?? "float32"),
  Range: ({ attrs, backend }) => {
    const { start, stop, step, dtype } = attrs as {
      start: number;
      stop: number;
      step: number;
      dtype: tf.DataType;
    };
    return backend.allocate([Math.max(0, Math.ceil((stop - start) / step))], dtype);
  },
  TopK: (call) => {
    const shape = [...first(call).shape.slice(0, -1), call.attrs.k as number];
    return [call.backend.allocate(shape, first(call).dtype), call.backend.allocate(shape, "int32")];
  },
};

/** The bytes that a kernel's outputs take, before it runs; undefined where this table does not know it. */
export function outputBytes(
  kernelName: string,
  inputs: tf.NamedTensorInfoMap,
  attrs: unknown,
): number | undefined {
  const kernel = Object.hasOwn(kernels, kernelName) ? kernels[kernelName] : undefined;
  if (!kernel) return undefined;
  let bytes = 0;
  const result = (shape: number[], dtype: tf.DataType): tf.TensorInfo => ({ dataId: {}, shape, dtype });
  const backend: Call["backend"] = {
    allocate: (shape, dtype) => {
      bytes += tf.util.sizeFromShape(shape) * (dtype === "string" ? 0 : tf.util.bytesPerElement(dtype));
      return result(shape, dtype);
    },
    view: (x, shape, dtype = x.dtype) => result(shape, dtype),
  };
  try {
    kernel({ inputs, attrs: (attrs ?? {}) as Record<string, unknown>, backend });
  } catch {
    return 0; // what cannot be meant is for the kernel itself to refuse
  }
  return bytes;
}

/** Registers every kernel under the engine's name. */
export function registerKernels(backendName: string): void {
  for (const [kernelName, kernelFunc] of Object.entries(kernels)) {
    tf.registerKernel({ kernelName, backendName, kernelFunc: kernelFunc as unknown as tf.KernelFunc });
  }
}
