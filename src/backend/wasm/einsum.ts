import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js";
import { tf } from "../tf.ts";

interface Parameters {
  inputs: Record<string, tf.TensorInfo>;
  backend: BackendWasm;
  attrs: { equation: string };
}

/** A tensor whose axes have names: one letter each. */
interface Named {
  readonly axes: string;
  readonly x: tf.TensorInfo;
}

/**
 * Sums of products in Einstein's notation, of one tensor or two: `"bqd,bkd->bqk"`. Axes that only one tensor has and
 * the result has not are summed first; the rest is one product of matrices in batches.
 */
export function einsum({ inputs, backend, attrs: { equation } }: Parameters): tf.TensorInfo {
  const tensors = Object.values(inputs);
  const { allDims, idDims } = tf.backend_util.decodeEinsumEquation(equation, tensors.length);
  tf.backend_util.checkEinsumDimSizes(allDims.length, idDims, tensors as tf.Tensor[]);
  const [terms, wanted] = equation.replace(/\s/g, "").split("->") as [string, string];
  const made: tf.TensorInfo[] = [];
  const run = (name: string, given: object, attrs: object = {}) => {
    const { kernelFunc } = tf.getKernel(name, "wasm");
    const out = kernelFunc({ inputs: given as never, backend, attrs: attrs as never }) as tf.TensorInfo;
    made.push(out);
    return out;
  };
  const named = terms.split(",").map((axes, i) => ({ axes, x: tensors[i] as tf.TensorInfo }));
  const summed = named.map((term, i) => sumOwnAxes(term, wanted + (named[1 - i]?.axes ?? ""), run));
  const product = summed[1] ? multiply(summed[0] as Named, summed[1], wanted, run) : (summed[0] as Named);
  const out = transpose(product, wanted, run);
  const result = made.includes(out) ? out : run("Identity", { x: out });
  for (const x of made) if (x !== result) backend.disposeData(x.dataId);
  return result;
}

type Run = (name: string, inputs: object, attrs?: object) => tf.TensorInfo;

const sizes = ({ axes, x }: Named, which: string): number[] =>
  [...which].map((axis) => x.shape[axes.indexOf(axis)] as number);

/** Sums over the axes that nobody else has. */
function sumOwnAxes({ axes, x }: Named, others: string, run: Run): Named {
  const own = [...axes].filter((axis) => !others.includes(axis));
  if (own.length === 0) return { axes, x };
  const axis = own.map((name) => axes.indexOf(name));
  const kept = [...axes].filter((name) => !own.includes(name)).join("");
  return { axes: kept, x: run("Sum", { x }, { axis, keepDims: false }) };
}

/** Puts the axes in an order. */
function transpose({ axes, x }: Named, order: string, run: Run): tf.TensorInfo {
  if (axes === order) return x;
  return run("Transpose", { x }, { perm: [...order].map((axis) => axes.indexOf(axis)) });
}

/** The product over the axes that both have and the result has not; the other shared ones are its batch. */
function multiply(a: Named, b: Named, wanted: string, run: Run): Named {
  const shared = [...a.axes].filter((axis) => b.axes.includes(axis));
  const batch = shared.filter((axis) => wanted.includes(axis)).join("");
  const inner = shared.filter((axis) => !wanted.includes(axis)).join("");
  const rows = [...a.axes].filter((axis) => !shared.includes(axis)).join("");
  const columns = [...b.axes].filter((axis) => !shared.includes(axis)).join("");
  const size = (term: Named, which: string) => tf.util.sizeFromShape(sizes(term, which));
  const left = run(
    "Reshape",
    { x: transpose(a, batch + rows + inner, run) },
    { shape: [size(a, batch), size(a, rows), 1, size(a, inner)] },
  );
  const right = run(
    "Reshape",
    { x: transpose(b, batch + columns + inner, run) },
    { shape: [size(b, batch), 1, size(b, columns), size(b, inner)] },
  );
  const x =
    left.dtype === "float32" && right.dtype === "float32"
      ? matMul(left, right, run)
      : sumOfProducts(left, right, run);
  const shape = [...sizes(a, batch + rows), ...sizes(b, columns)];
  return { axes: batch + rows + columns, x: run("Reshape", { x }, { shape }) };
}

/** `[batch, rows, 1, inner]` by `[batch, 1, columns, inner]`, to `[batch, rows, columns]`. */
function matMul(a: tf.TensorInfo, b: tf.TensorInfo, run: Run): tf.TensorInfo {
  const [batch, rows, , inner] = a.shape;
  const left = run("Reshape", { x: a }, { shape: [batch, rows, inner] });
  const right = run("Reshape", { x: b }, { shape: [batch, b.shape[2], inner] });
  return run("BatchMatMul", { a: left, b: right }, { transposeA: false, transposeB: true });
}

/** The same for whole numbers, which have no product of matrices here. */
function sumOfProducts(a: tf.TensorInfo, b: tf.TensorInfo, run: Run): tf.TensorInfo {
  return run("Sum", { x: run("Multiply", { a, b }) }, { axis: 3, keepDims: false });
}
