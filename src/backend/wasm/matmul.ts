import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js";
import { tf } from "../tf.ts";
import type { Override } from "./kernels.ts";
import { address, matMulScratch, simd } from "./simd.ts";

/**
 * The stock kernels multiply two plain matrices fast, and anything batched or transposed fifteen times slower. These
 * multiply all of them at one speed.
 */
export function withFastMatMul(override: Override): void {
  override("BatchMatMul", (stock) => (given) => multiply(given as never) ?? stock(given));
  override("_FusedMatMul", (stock) => (given) => multiplyFused(given as never) ?? stock(given));
}

interface Parameters {
  inputs: { a: tf.TensorInfo; b: tf.TensorInfo };
  backend: BackendWasm;
  attrs: { transposeA?: boolean; transposeB?: boolean };
}

interface FusedParameters extends Parameters {
  inputs: Parameters["inputs"] & { bias?: tf.TensorInfo; preluActivationWeights?: tf.TensorInfo };
  attrs: Parameters["attrs"] & { activation?: string; leakyreluAlpha?: number };
}

/** `a b` over all batches, plus `bias [columns]`. Undefined where the stock kernel is to say what is wrong. */
function multiply(
  { inputs: { a, b }, backend, attrs }: Parameters,
  bias?: tf.TensorInfo,
): tf.TensorInfo | undefined {
  const { transposeA = false, transposeB = false } = attrs;
  const [m, k] = matrixOf(a, transposeA);
  const [inner, n] = matrixOf(b, transposeB);
  if (a.shape.length < 2 || b.shape.length < 2) return undefined;
  if (a.dtype !== b.dtype || (a.dtype !== "float32" && a.dtype !== "int32") || inner !== k) return undefined;
  const outer = tf.broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const out = backend.makeOutput([...outer, m, n], a.dtype);
  const [left, right, to] = [a, b, out].map((x) => address(backend, x)) as [number, number, number];
  const [aBytes, bBytes, outBytes] = [m * k * 4, k * n * 4, m * n * 4];
  const added = bias ? address(backend, bias) : 0;
  const work = matMulScratch(backend);
  const { matMulBatch, matMulWhole } = simd(backend);
  const batch = batchOf(out);
  if (a.dtype === "float32" && !transposeA && batchOf(b) === 1) {
    // The rows of all matrices are those of one.
    matMulBatch(1, left, 0, false, right, 0, transposeB, to, batch * m, n, k, added, work);
  } else if (a.dtype === "float32" && [a, b].every((x) => batchOf(x) === 1 || batchOf(x) === batch)) {
    const [aNext, bNext] = [batchOf(a) === 1 ? 0 : aBytes, batchOf(b) === 1 ? 0 : bBytes];
    matMulBatch(batch, left, aNext, transposeA, right, bNext, transposeB, to, m, n, k, added, work);
  } else {
    const [ofA, ofB] = [batches(a, outer), batches(b, outer)];
    for (let i = 0; i < batch; i++) {
      const [x, y, z] = [left + ofA(i) * aBytes, right + ofB(i) * bBytes, to + i * outBytes];
      if (a.dtype === "int32") matMulWhole(x, transposeA, y, transposeB, z, m, n, k);
      else matMulBatch(1, x, 0, transposeA, y, 0, transposeB, z, m, n, k, added, work);
    }
  }
  return out;
}

/** The product with its bias, then the activation as the kernel that it is anyway. */
function multiplyFused(given: FusedParameters): tf.TensorInfo | undefined {
  const { backend, inputs, attrs } = given;
  const { bias, preluActivationWeights: alpha } = inputs;
  const columns = matrixOf(inputs.b, attrs.transposeB)[1];
  const plain =
    bias?.dtype === "float32" &&
    tf.util.sizeFromShape(bias.shape) === columns &&
    bias.shape.at(-1) === columns;
  let result = multiply(given, plain ? bias : undefined);
  if (result === undefined) return undefined;
  const then = (name: string, x: string, others: object, attrs: object = {}) => {
    const { kernelFunc } = tf.getKernel(name, "wasm");
    const before = result as tf.TensorInfo;
    result = kernelFunc({
      inputs: { [x]: before, ...others },
      backend,
      attrs: attrs as never,
    }) as tf.TensorInfo;
    backend.disposeData(before.dataId);
  };
  if (bias && !plain) then("Add", "a", { b: bias });
  const activation = attrs.activation ?? "linear";
  if (activation === "prelu") then("Prelu", "x", { alpha });
  else if (activation === "leakyrelu") then("LeakyRelu", "x", {}, { alpha: attrs.leakyreluAlpha });
  else if (activation !== "linear") then(kernelOf[activation] as string, "x", {});
  return result;
}

const kernelOf: Record<string, string> = { relu: "Relu", relu6: "Relu6", sigmoid: "Sigmoid", elu: "Elu" };

/** Rows and columns of the matrices of `x`, after transposition. */
function matrixOf({ shape }: tf.TensorInfo, transpose = false): [number, number] {
  const [rows, columns] = shape.slice(-2) as [number, number];
  return transpose ? [columns, rows] : [rows, columns];
}

const batchOf = ({ shape }: tf.TensorInfo): number => tf.util.sizeFromShape(shape.slice(0, -2));

/** Which matrix of `x` stands for a matrix of the batch that it is broadcast to. */
function batches(x: tf.TensorInfo, outer: number[]): (batch: number) => number {
  const own = x.shape.slice(0, -2);
  if (batchOf(x) === tf.util.sizeFromShape(outer)) return (batch) => batch;
  const sizes = [...Array(outer.length - own.length).fill(1), ...own] as number[];
  return (batch) => {
    let index = 0;
    let step = 1;
    let left = batch;
    for (let axis = outer.length - 1; axis >= 0; axis--) {
      const size = outer[axis] as number;
      if (sizes[axis] !== 1) index += (left % size) * step;
      step *= sizes[axis] as number;
      left = Math.floor(left / size);
    }
    return index;
  };
}
