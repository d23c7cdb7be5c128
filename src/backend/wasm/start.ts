import { createRequire } from "node:module";
import { dirname, sep } from "node:path";
import { tf } from "../tf.ts";
import { completeKernels } from "./kernels.ts";

const require = createRequire(import.meta.url);

/**
 * Starts the WebAssembly engine from the files of its own package: SIMD, one thread (its worker is created from a blob
 * URL that Node refuses), no network.
 */
export async function startWasm(): Promise<{ why: string; versions: Record<string, string> }> {
  const wasm = require("@tensorflow/tfjs-backend-wasm") as typeof import("@tensorflow/tfjs-backend-wasm");
  if (!tf.findBackend("wasm")) {
    tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    wasm.setWasmPaths(dirname(require.resolve("@tensorflow/tfjs-backend-wasm")) + sep);
  }
  if (!(await tf.setBackend("wasm"))) throw new Error("its WebAssembly module does not start");
  completeKernels();
  return { why: "WebAssembly with SIMD, one thread", versions: { "tfjs-backend-wasm": wasm.version_wasm } };
}
