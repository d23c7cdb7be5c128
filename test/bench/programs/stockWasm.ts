import { createRequire } from "node:module";
import { dirname, sep } from "node:path";
import { tf } from "../../../src/backend/tf.ts";

const require = createRequire(import.meta.url);

/**
 * Starts tfjs-backend-wasm as its package has it, with none of what ProxyLab adds. It has no kernel for the gradient of
 * `gather`, so that one is a product with one-hot rows, and nothing where every row is taken once and in order.
 */
export async function startStockWasm(): Promise<{ versions: Record<string, string> }> {
  const wasm = require("@tensorflow/tfjs-backend-wasm") as typeof import("@tensorflow/tfjs-backend-wasm");
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  wasm.setWasmPaths(dirname(require.resolve("@tensorflow/tfjs-backend-wasm")) + sep);
  if (!(await tf.setBackend("wasm"))) throw new Error("its WebAssembly module does not start");
  tf.unregisterGradient("GatherV2");
  tf.registerGradient({
    kernelName: "GatherV2",
    inputsToSave: ["x", "indices"],
    gradFunc: (dy, saved) => {
      const [x, indices] = saved as [tf.Tensor2D, tf.Tensor1D];
      const rows = indices.dataSync();
      const inOrder = rows.length === x.shape[0] && rows.every((row, i) => row === i);
      const gradient = () =>
        tf.matMul(tf.oneHot(indices, x.shape[0]).cast("float32"), dy as tf.Tensor2D, true);
      return { x: () => (inOrder ? (dy as tf.Tensor2D).clone() : gradient()), indices: () => indices };
    },
  });
  return { versions: { "tfjs-backend-wasm": wasm.version_wasm } };
}
