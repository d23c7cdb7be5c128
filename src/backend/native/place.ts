import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { InstructionSet } from "./instructions.ts";

const require = createRequire(import.meta.url);

/** The two packages whose engine is native TensorFlow. */
export type NativePackage = "tfjs-node" | "tfjs-node-gpu";

/** The TensorFlow whose library and headers the binding is made against, and the wheel that carries them. */
export const tensorflow = {
  version: "2.21.0",
  wheel: { "tfjs-node": "tensorflow-cpu", "tfjs-node-gpu": "tensorflow" },
} as const;

/** The version of the Node-API that the binding is compiled for: every Node from 20 on has it. */
export const nodeApi = 8;

/** Where an npm package lies, or undefined when it is not installed. */
export function packageFolder(name: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

/** The version in an npm package's own package.json, or undefined when it is not installed. */
export function packageVersion(name: string): string | undefined {
  const folder = packageFolder(name);
  if (!folder) return undefined;
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
}

/** The user's cache folder for bindings: `$XDG_CACHE_HOME` or `~/.cache`, then `proxylab/native`. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "proxylab", "native");
}

/** The folder of the binding that `proxylab native` makes, named after everything that it depends on. */
export function madeFolder(name: NativePackage): string {
  const parts = [
    `${name}-${packageVersion(`@tensorflow/${name}`)}`,
    `${tensorflow.wheel[name]}-${tensorflow.version}`,
    `napi${nodeApi}`,
    `${process.platform}-${process.arch}`,
  ];
  return join(cacheFolder(), parts.join("+"));
}

/** A binding that is there to be loaded. */
export interface Binding {
  readonly file: string;
  readonly origin: "the package's own installer" | "proxylab native";
}

/** The binding of a package: its own installer's if there is one, else the one that `proxylab native` made. */
export function findBinding(name: NativePackage): Binding | undefined {
  const folder = packageFolder(`@tensorflow/${name}`);
  if (!folder) return undefined;
  const installed = join(folder, "lib", "napi-v8", "tfjs_binding.node");
  if (existsSync(installed)) return { file: installed, origin: "the package's own installer" };
  const made = join(madeFolder(name), "tfjs_binding.node");
  if (existsSync(made)) return { file: made, origin: "proxylab native" };
  return undefined;
}

/** The C++ sources of the fused operations. */
export const fusedSources = fileURLToPath(new URL("fused", import.meta.url));

/** The shared object of the fused operations, named after its sources and its instruction set. */
export function fusedFile(name: NativePackage, set: InstructionSet): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(fusedSources).sort())
    hash.update(file).update(readFileSync(join(fusedSources, file)));
  return join(madeFolder(name), `fused-${set}-${hash.digest("hex").slice(0, 12)}.node`);
}
