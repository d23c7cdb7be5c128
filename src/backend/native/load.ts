import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { NodeJSKernelBackend } from "@tensorflow/tfjs-node/dist/nodejs_kernel_backend.js";
import type { TFJSBinding } from "@tensorflow/tfjs-node/dist/tfjs_binding.js";
import { tf } from "../tf.ts";
import { findBinding, madeFolder, type NativePackage, packageVersion } from "./place.ts";

const require = createRequire(import.meta.url);

/** A native engine that runs. */
export interface Loaded {
  readonly usesGpu: boolean;
  readonly origin: string;
  /** What TensorFlow wrote to standard error while it loaded; empty where nothing held it back. */
  readonly greeting: string;
  readonly versions: Record<string, string>;
}

/** The name under which tfjs-node's kernels register, whichever of the two packages they come from. */
export const nativeBackend = "tensorflow";

/**
 * Loads a package's binding, registers its kernels and makes it the engine of this process. The package's main entry
 * is never required: it looks for the binding of its own installer and throws. Throws when there is no binding or
 * when it does not load; a process keeps the first binding that it loaded.
 */
export async function loadNative(name: NativePackage, file = findBinding(name)?.file): Promise<Loaded> {
  if (!file) throw new Error('its binding has not been made; run "proxylab native"');
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "3";
  const quiet = silencer([dirname(file), madeFolder(name)]);
  let greeting = "";
  quiet?.hold();
  try {
    const binding = dlopen<TFJSBinding>(file);
    const backend = nativeBackendOf(name, binding);
    if (tf.findBackendFactory(nativeBackend)) tf.removeBackend(nativeBackend);
    tf.registerBackend(nativeBackend, () => backend, 3);
    require(`@tensorflow/${name}/dist/register_all_kernels`);
    if (!(await tf.setBackend(nativeBackend))) throw new Error("its backend does not start");
    tf.tidy(() => tf.matMul(tf.ones([2, 2]), tf.ones([2, 2])).dataSync());
    greeting = quiet?.release() ?? "";
    return {
      usesGpu: backend.isUsingGpuDevice,
      origin: findBinding(name)?.file === file ? (findBinding(name)?.origin ?? file) : file,
      greeting,
      versions: { [name]: packageVersion(`@tensorflow/${name}`) ?? "", tensorflow: binding.TF_Version },
    };
  } finally {
    quiet?.release();
  }
}

function nativeBackendOf(name: NativePackage, binding: TFJSBinding): NodeJSKernelBackend {
  const { NodeJSKernelBackend: Backend } = require(`@tensorflow/${name}/dist/nodejs_kernel_backend`) as {
    NodeJSKernelBackend: typeof NodeJSKernelBackend;
  };
  return new Backend(binding, `@tensorflow/${name}`);
}

interface Silencer {
  hold(): void;
  release(): string;
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
