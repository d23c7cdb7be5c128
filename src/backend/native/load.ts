import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { NodeJSKernelBackend } from "@tensorflow/tfjs-node/dist/nodejs_kernel_backend.js";
import type { TFJSBinding } from "@tensorflow/tfjs-node/dist/tfjs_binding.js";
import { tf } from "../tf.ts";
import { type FusedModule, registerFusedKernels } from "./fused.ts";
import { type InstructionSet, instructionSet } from "./instructions.ts";
import { fusedFile, madeFolder, type NativePackage, packageVersion } from "./place.ts";
import { fastestThreads } from "./threads.ts";

const require = createRequire(import.meta.url);

/** The name under which tfjs-node's kernels register, whichever of the two packages they come from. */
export const nativeBackend = "tensorflow";

/** A native engine that runs. */
export interface Loaded {
  readonly name: NativePackage;
  readonly usesGpu: boolean;
  readonly versions: Record<string, string>;
  readonly threads: number;
  /** The instruction set of the fused operations; without it the plain definitions run. */
  readonly instructions?: InstructionSet;
}

let loaded: Loaded | undefined;

/**
 * Loads a package's binding, registers its kernels and makes it the engine of this process; once it is loaded, only
 * makes it the engine again. The package's main entry is never required: it looks for its own installer's binding and
 * throws without one. Throws when the binding does not load, or when the process already runs the other package's.
 */
export async function loadNative(
  name: NativePackage,
  file: string,
  options: { threads?: number | undefined } = {},
): Promise<Loaded> {
  if (loaded && loaded.name !== name)
    throw new Error(`this process already runs ${loaded.name}; start another process for ${name}`);
  if (loaded) {
    await tf.setBackend(nativeBackend);
    return loaded;
  }
  // Whoever sets the level wants to hear TensorFlow.
  const quiet = process.env.TF_CPP_MIN_LOG_LEVEL ? undefined : silencer([dirname(file), madeFolder(name)]);
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "3";
  quiet?.hold();
  try {
    const set = instructionSet();
    const fused = set && openFused(name, file, set);
    // TensorFlow reads the number of its threads when the binding creates its context.
    const threads = options.threads ?? fastestThreads(fused);
    fused?.setThreads(threads);
    process.env.TF_NUM_INTRAOP_THREADS = `${threads}`;
    process.env.TF_NUM_INTEROP_THREADS = "1";
    const binding = dlopen<TFJSBinding>(file);
    const backend = backendOf(name, binding);
    tf.registerBackend(nativeBackend, () => backend, 3);
    // The two packages' kernels are the same code; registering them a second time would only warn.
    if (!tf.getKernel("Add", nativeBackend)) require(`@tensorflow/${name}/dist/register_all_kernels`);
    if (!(await tf.setBackend(nativeBackend))) throw new Error("its backend does not start");
    tf.tidy(() => tf.matMul(tf.ones([2, 2]), tf.ones([2, 2])).dataSync());
    if (fused && !backend.isUsingGpuDevice) registerFusedKernels(nativeBackend, backend, fused);
    const versions = { [name]: packageVersion(`@tensorflow/${name}`) ?? "", tensorflow: binding.TF_Version };
    loaded = {
      ...{ name, usesGpu: backend.isUsingGpuDevice, versions, threads },
      ...(fused && !backend.isUsingGpuDevice && { instructions: set as InstructionSet }),
    };
    return loaded;
  } finally {
    quiet?.release();
  }
}

/** Gives the native engine up, before anything was computed on it, so that the other package's can be tried. */
export function unloadNative(): void {
  loaded = undefined;
  if (tf.findBackendFactory(nativeBackend)) tf.removeBackend(nativeBackend);
}

/**
 * The fused operations, where they were compiled against the same library as the binding. `PROXYLAB_FUSED` names another
 * shared object in their place, for tests of what is compiled for other machines.
 */
function openFused(name: NativePackage, binding: string, set: InstructionSet): FusedModule | undefined {
  const file = process.env.PROXYLAB_FUSED || fusedFile(name, set);
  return dirname(binding) === madeFolder(name) && existsSync(file) ? dlopen<FusedModule>(file) : undefined;
}

function backendOf(name: NativePackage, binding: TFJSBinding): NodeJSKernelBackend {
  type Module = { NodeJSKernelBackend: typeof NodeJSKernelBackend };
  const module = require(`@tensorflow/${name}/dist/nodejs_kernel_backend`) as Module;
  return new module.NodeJSKernelBackend(binding, `@tensorflow/${name}`);
}

interface Silencer {
  hold(): void;
  release(): void;
}

function silencer(folders: string[]): Silencer | undefined {
  const file = folders.map((folder) => join(folder, "quiet.node")).find((path) => existsSync(path));
  return file === undefined ? undefined : dlopen<Silencer>(file);
}

const opened = new Map<string, unknown>();

function dlopen<T>(file: string): T {
  if (!opened.has(file)) {
    const module = { exports: {} };
    process.dlopen(module, file);
    opened.set(file, module.exports);
  }
  return opened.get(file) as T;
}
