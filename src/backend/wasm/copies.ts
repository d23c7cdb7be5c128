import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js";
import { tf } from "../tf.ts";
import type { Override } from "./kernels.ts";
import { address, simd } from "./simd.ts";

interface Parameters {
  inputs: unknown;
  backend: BackendWasm;
  attrs: unknown;
}

/**
 * Kernels that only move numbers. The stock ones copy where a second name would do, and read the whole of a tensor to
 * take a slice of it.
 */
export function withFastCopies(override: Override): void {
  for (const [name, kernel] of Object.entries({
    Identity: identity,
    Cast: cast,
    Slice: slice,
    SplitV: split,
  }))
    override(name, (stock) => (given) => kernel(given as Parameters) ?? stock(given));
  override("Concat", (stock) => (given) => concat(given as Parameters) ?? stock(given));
  override("GatherV2", (stock) => (given) => gather(given as Parameters) ?? stock(given));
}

const { sizeFromShape, parseAxisParam, bytesPerElement, computeStrides } = tf.util;

/** A second name for the same data, as on the other engines. */
function identity({ inputs, backend }: Parameters): tf.TensorInfo {
  const { x } = inputs as { x: tf.TensorInfo };
  backend.incRef(x.dataId);
  return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
}

function cast(given: Parameters): tf.TensorInfo | undefined {
  const { x } = given.inputs as { x: tf.TensorInfo };
  return (given.attrs as { dtype: tf.DataType }).dtype === x.dtype ? identity(given) : undefined;
}

function slice({ inputs, backend, attrs }: Parameters): tf.TensorInfo | undefined {
  const { x } = inputs as { x: tf.TensorInfo };
  const { begin, size } = attrs as { begin: number[]; size: number[] };
  if (x.dtype === "string") return undefined;
  const [from, lengths] = tf.slice_util.parseSliceParams(x as tf.Tensor, begin, size);
  tf.slice_util.assertParamsValid(x as tf.Tensor, from, lengths);
  return piece(backend, x, from, lengths);
}

function split({ inputs, backend, attrs }: Parameters): tf.TensorInfo[] | undefined {
  const { x } = inputs as { x: tf.Tensor };
  const given = attrs as { numOrSizeSplits: number[] | number; axis: number };
  if (x.dtype === "string") return undefined;
  const axis = parseAxisParam(given.axis, x.shape)[0] as number;
  const begin = x.shape.map(() => 0);
  return tf.backend_util.prepareSplitSize(x, given.numOrSizeSplits, axis).map((length) => {
    const made = piece(backend, x, begin, x.shape.with(axis, length));
    (begin[axis] as number) += length;
    return made;
  });
}

/** The part of `x` from `begin` on, of these lengths. */
function piece(
  backend: BackendWasm,
  x: tf.TensorInfo,
  begin: readonly number[],
  lengths: number[],
): tf.TensorInfo {
  const out = backend.makeOutput(lengths, x.dtype);
  if (sizeFromShape(lengths) === 0) return out;
  const width = bytesPerElement(x.dtype);
  const strides = [...computeStrides(x.shape), 1].map((stride) => stride * width);
  // Behind the last axis that is cut, numbers lie as they did: a run of them is one copy, and the axis before it gives rows.
  const cut = Math.max(
    0,
    lengths.findLastIndex((length, axis) => length !== x.shape[axis]),
  );
  const bytes = (lengths[cut] ?? 1) * (strides[cut] as number);
  const rows = cut > 0 ? (lengths[cut - 1] as number) : 1;
  const row = cut > 0 ? (strides[cut - 1] as number) : 0;
  const source =
    address(backend, x) + begin.reduce((sum, first, axis) => sum + first * (strides[axis] as number), 0);
  let to = address(backend, out);
  const { copyRows } = simd(backend);
  for (const offset of offsets(lengths.slice(0, Math.max(0, cut - 1)), strides)) {
    copyRows(source + offset, row, to, bytes, rows, bytes);
    to += rows * bytes;
  }
  return out;
}

/** Where every choice of indices of these lengths begins, in order. */
function offsets(lengths: readonly number[], strides: readonly number[]): number[] {
  return lengths.reduce(
    (so, length, axis) =>
      so.flatMap((at) => Array.from({ length }, (_, i) => at + i * (strides[axis] as number))),
    [0],
  );
}

function concat({ inputs, backend, attrs }: Parameters): tf.TensorInfo | undefined {
  const all = inputs as tf.TensorInfo[];
  const [first] = all as [tf.TensorInfo];
  const axis = parseAxisParam((attrs as { axis: number }).axis, first.shape)[0] as number;
  if (all.some(({ dtype }) => dtype !== first.dtype || dtype === "string")) return undefined;
  const shapes = all.map(({ shape }) => shape);
  tf.backend_util.assertParamsConsistent(shapes, axis);
  const out = backend.makeOutput(tf.backend_util.computeOutShape(shapes, axis), first.dtype);
  const width = bytesPerElement(first.dtype);
  const row = sizeFromShape(out.shape.slice(axis)) * width;
  const rows = sizeFromShape(out.shape.slice(0, axis));
  let to = address(backend, out);
  for (const x of all) {
    const bytes = sizeFromShape(x.shape.slice(axis)) * width;
    simd(backend).copyRows(address(backend, x), bytes, to, row, rows, bytes);
    to += bytes;
  }
  return out;
}

/** Undefined where the stock kernel is to say which index is out of range, and for indices in batches. */
function gather({ inputs, backend, attrs }: Parameters): tf.TensorInfo | undefined {
  const { x, indices } = inputs as { x: tf.TensorInfo; indices: tf.TensorInfo };
  const { axis: given, batchDims } = attrs as { axis: number; batchDims: number };
  const axis = parseAxisParam(given, x.shape)[0] as number;
  const size = x.shape[axis] as number;
  if (batchDims !== 0 || x.dtype === "string" || indices.dtype !== "int32") return undefined;
  if (!backend.typedArrayFromHeap(indices).every((index) => index >= 0 && index < size)) return undefined;
  const [before, behind] = [x.shape.slice(0, axis), x.shape.slice(axis + 1)];
  const out = backend.makeOutput([...before, ...indices.shape, ...behind], x.dtype);
  const [from, which, to] = [x, indices, out].map((tensor) => address(backend, tensor)) as [
    number,
    number,
    number,
  ];
  const bytes = sizeFromShape(behind) * bytesPerElement(x.dtype);
  simd(backend).gatherRows(from, which, to, sizeFromShape(before), size, sizeFromShape(indices.shape), bytes);
  return out;
}
