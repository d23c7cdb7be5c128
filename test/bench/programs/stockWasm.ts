import { createRequire } from "node:module";
import { dirname, sep } from "node:path";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js";
import { tf } from "../../../src/backend/tf.ts";

const require = createRequire(import.meta.url);

/**
 * Starts tfjs-backend-wasm as its package has it, with none of what ProxyLab adds, but for the one kernel that it lacks
 * and training cannot do without, the gradient of `gather`: a loop in JavaScript, a trifle of a step's time.
 */
export async function startStockWasm(): Promise<{ versions: Record<string, string> }> {
  const wasm = require("@tensorflow/tfjs-backend-wasm") as typeof import("@tensorflow/tfjs-backend-wasm");
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  wasm.setWasmPaths(dirname(require.resolve("@tensorflow/tfjs-backend-wasm")) + sep);
  if (!(await tf.setBackend("wasm"))) throw new Error("its WebAssembly module does not start");
  tf.registerKernel({
    kernelName: "UnsortedSegmentSum",
    backendName: "wasm",
    kernelFunc: segmentSum as never,
  });
  return { versions: { "tfjs-backend-wasm": wasm.version_wasm } };
}

interface Call {
  readonly inputs: { readonly x: tf.TensorInfo; readonly segmentIds: tf.TensorInfo };
  readonly attrs: { readonly numSegments: number };
  readonly backend: BackendWasm;
}

function segmentSum({ inputs: { x, segmentIds }, attrs: { numSegments }, backend }: Call): tf.TensorInfo {
  const width = x.shape[1] as number;
  const out = backend.makeOutput([numSegments, width], x.dtype);
  const [rows, segments] = [backend.typedArrayFromHeap(x), backend.typedArrayFromHeap(segmentIds)];
  const sums = backend.typedArrayFromHeap(out).fill(0);
  for (const [row, segment] of segments.entries()) {
    for (let i = 0; i < width; i++) (sums[segment * width + i] as number) += rows[row * width + i] as number;
  }
  return out;
}
