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
  if (!(await quietly(() => tf.setBackend("wasm")))) throw new Error("its WebAssembly module does not start");
  completeKernels();
  return { why: "WebAssembly with SIMD, one thread", versions: { "tfjs-backend-wasm": wasm.version_wasm } };
}

const events = ["unhandledRejection", "uncaughtException"] as const;

/**
 * Its module, made by Emscripten, asks the process to throw whatever nobody caught, a second time: then whoever else
 * listens, as a notebook does for promises that nobody awaited, is ended by it. Those listeners go again.
 */
async function quietly<T>(start: () => Promise<T>): Promise<T> {
  const before = new Set(events.flatMap((event) => process.listeners(event as "uncaughtException")));
  try {
    return await start();
  } finally {
    for (const event of events) {
      for (const listener of process.listeners(event as "uncaughtException")) {
        if (!before.has(listener) && /\bthrow (reason|ex)\b/.test(String(listener)))
          process.off(event, listener);
      }
    }
  }
}
