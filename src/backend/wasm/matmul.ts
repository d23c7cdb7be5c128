import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js";
import { tf } from "../tf.ts";
import type { Override } from "./kernels.ts";

/**
 * The stock kernels multiply two plain matrices fast and anything batched or transposed fifteen times slower. So
 * transposes are carried out first and batches are taken apart, each matrix of them a view of the same memory.
 */
export function withFastMatMul(override: Override): void {
  override("BatchMatMul", (stock) => (parameters) => batchMatMul(parameters as never) ?? stock(parameters));
  override("_FusedMatMul", (stock) => (parameters) => fusedMatMul(parameters as never) ?? stock(parameters));
}

interface Parameters {
  inputs: { a: tf.TensorInfo; b: tf.TensorInfo; bias?: tf.TensorInfo };
  backend: BackendWasm;
  attrs: { transposeA?: boolean; transposeB?: boolean; activation?: string };
}

const batchOf = ({ shape }: tf.TensorInfo): number => tf.util.sizeFromShape(shape.slice(0, -2));

/** Multiply-adds of one matrix product below which the stock kernel is the faster one: a product costs 30 us to set up. */
const worthwhile = 2 ** 15;

/** Undefined where the stock kernel is the right one: plain or small matrices, and batches of broadcast shapes. */
function batchMatMul({ inputs: { a, b }, backend, attrs }: Parameters): tf.TensorInfo | undefined {
  if (a.dtype !== "float32" || b.dtype !== "float32") return undefined;
  const outer = tf.broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const batch = tf.util.sizeFromShape(outer);
  const plain = batch === 1 && !attrs.transposeA && !attrs.transposeB;
  const even = [a, b].every((x) => batchOf(x) === 1 || batchOf(x) === batch);
  const columns = b.shape.at(attrs.transposeB ? -2 : -1) as number;
  if (plain || !even || (tf.util.sizeFromShape(a.shape) / batchOf(a)) * columns < worthwhile)
    return undefined;
  const left = attrs.transposeA ? transposed(a, backend) : a;
  const right = attrs.transposeB ? transposed(b, backend) : b;
  const out = backend.makeOutput([...outer, left.shape.at(-2) as number, columns], "float32");
  const joined = batchOf(b) === 1; // the rows of all matrices of a batch are then the rows of one
  const multiply = multiplier(backend);
  for (let i = 0; i < (joined ? 1 : batch); i++) {
    const views = [left, right, out].map((x) => view(x, i, joined && x !== right, backend));
    multiply(...(views as [View, View, View]));
    for (const { forget } of views) forget();
  }
  for (const x of [left, right]) if (x !== a && x !== b) backend.disposeData(x.dataId);
  return out;
}

/** The product, then bias and activation as kernels of their own. */
function fusedMatMul(parameters: Parameters): tf.TensorInfo | undefined {
  const { backend, inputs, attrs } = parameters;
  const kernel = activations[attrs.activation ?? "linear"];
  const product = kernel === undefined ? undefined : batchMatMul(parameters);
  if (product === undefined) return undefined;
  const run = (name: string, given: object) => {
    const f = tf.getKernel(name, "wasm").kernelFunc;
    return f({ inputs: given as tf.NamedTensorInfoMap, backend, attrs: {} }) as tf.TensorInfo;
  };
  const biased = inputs.bias ? run("Add", { a: product, b: inputs.bias }) : product;
  if (biased !== product) backend.disposeData(product.dataId);
  if (kernel === "") return biased;
  const activated = run(kernel as string, { x: biased });
  backend.disposeData(biased.dataId);
  return activated;
}

const activations: Record<string, string> = {
  linear: "",
  relu: "Relu",
  relu6: "Relu6",
  sigmoid: "Sigmoid",
  elu: "Elu",
};

function transposed(x: tf.TensorInfo, backend: BackendWasm): tf.TensorInfo {
  const order = x.shape.map((_, axis) => axis);
  const rank = order.length;
  const perm = [...order.slice(0, -2), rank - 1, rank - 2];
  const transpose = tf.getKernel("Transpose", "wasm").kernelFunc;
  return transpose({ inputs: { x } as never, backend, attrs: { perm } as never }) as tf.TensorInfo;
}

interface View {
  readonly id: number;
  readonly shape: number[];
  readonly forget: () => void;
}

/** The i-th matrix of a batch, or with `whole` all of them under one another, without a copy. */
function view(x: tf.TensorInfo, i: number, whole: boolean, backend: BackendWasm): View {
  const [rows, columns] = x.shape.slice(-2) as [number, number];
  const shape = [1, whole ? batchOf(x) * rows : rows, columns];
  const data = backend.dataIdMap.get(x.dataId);
  if (whole || batchOf(x) === 1) return { id: data.id, shape, forget: () => {} };
  const { dataId } = backend.makeOutput(shape, "float32", data.memoryOffset + i * rows * columns * 4);
  const { id } = backend.dataIdMap.get(dataId);
  const forget = () => {
    backend.wasm.tfjs.disposeData(id);
    backend.dataIdMap.delete(dataId);
  };
  return { id, shape, forget };
}

/** The stock product of two plain matrices, into memory that is there already. */
function multiplier(backend: BackendWasm): (a: View, b: View, out: View) => void {
  type Wrap = (name: string, result: null, types: string[]) => (...values: unknown[]) => void;
  const { cwrap } = backend.wasm as unknown as { cwrap: Wrap };
  const types = ["number", "array", "number", "number", "array", "number", "number", "number", "number"];
  const run = cwrap("BatchMatMul", null, types);
  const bytes = (shape: number[]) => new Uint8Array(new Int32Array(shape).buffer);
  return (a, b, out) => run(a.id, bytes(a.shape), 3, b.id, bytes(b.shape), 3, 0, 0, out.id);
}
