import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js";
import { tf } from "../tf.ts";
import type { Override } from "./kernels.ts";

/** What a reduction over nothing is, as in TensorFlow, by the type of the result. */
const overNothing: Record<string, Partial<Record<tf.DataType, number>>> = {
  Sum: { float32: 0, int32: 0 },
  Prod: { float32: 1, int32: 1 },
  Mean: { float32: Number.NaN },
  Max: { float32: Number.NEGATIVE_INFINITY, int32: -(2 ** 31), bool: 0 },
  Min: { float32: Number.POSITIVE_INFINITY, int32: 2 ** 31 - 1, bool: 1 },
  All: { bool: 1 },
  Any: { bool: 0 },
};

/** The stock reductions leave the result over an empty axis as whatever lay in memory before. */
export function withEmptyReductions(override: Override): void {
  for (const [name, values] of Object.entries(overNothing)) {
    override(name, (stock) => (given) => {
      const out = stock(given) as tf.TensorInfo;
      const { x } = given.inputs as { x: tf.TensorInfo };
      if (tf.util.sizeFromShape(x.shape) > 0) return out;
      (given.backend as BackendWasm).typedArrayFromHeap(out).fill(values[out.dtype] as number);
      return out;
    });
  }
}
