import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const dist = join(dirname(require.resolve("@tensorflow/tfjs-core/package.json")), "dist");

/** tfjs-core as it is bundled here: its public interface, and its own specs, which are declared file by file. */
export type Core = typeof import("@tensorflow/tfjs") & {
  readonly specFiles: Readonly<Record<string, () => void>>;
  setTestEnvs(environments: readonly TestEnvironment[]): void;
};

/** What tfjs-core's specs are run in. */
export interface TestEnvironment {
  readonly name: string;
  readonly backendName: string;
  readonly isDataSync: boolean;
  readonly flags: Readonly<Record<string, boolean>>;
}

/** The spec files of tfjs-core, as `ops/mat_mul`, in the order in which it runs them itself. */
export const specFiles: readonly string[] = [
  ...readFileSync(join(dist, "tests.js"), "utf8").matchAll(/^import '\.\/(.*)_test';$/gm),
].map(([, path]) => path as string);

/**
 * Writes tfjs-core and all its specs to one CommonJS file. The specs import modules that the package's own bundle does
 * not export, so both have to be made from its ES modules, or two copies would run: one tested, one untested.
 *
 * tfjs-node and tfjs-backend-wasm are compiled to ES5 and call `KernelBackend` as a function when they extend it, which
 * the class of the ES module refuses; the one that is exported takes either call.
 */
export async function bundleCore(file: string): Promise<void> {
  const contents = `
    import { KernelBackend as Base } from "./index";
    import "./public/chained_ops/register_all_chained_ops";
    import "./register_all_gradients";
    export * from "./index";
    export { setTestEnvs } from "./jasmine_util";
    export function KernelBackend() { return Reflect.construct(Base, [], new.target ?? this.constructor); }
    Object.setPrototypeOf(KernelBackend, Base);
    KernelBackend.prototype = Base.prototype;
    export const specFiles = {
      ${specFiles.map((path) => `"${path}": () => require("./${path}_test")`).join(",\n")}
    };`;
  await build({
    stdin: { contents, resolveDir: dist },
    bundle: true,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    ignoreAnnotations: true, // the package calls its specs and gradients free of side effects
    logLevel: "error",
    outfile: file,
  });
}

/**
 * From here on everything in this process that requires tfjs-core gets the bundle: tfjs itself, its backends, the
 * engines of this project. To be called before any of them is loaded.
 */
export function useCore(file: string): Core {
  const modules = Module as unknown as { _resolveFilename(request: string, ...rest: unknown[]): string };
  const resolve = modules._resolveFilename;
  modules._resolveFilename = function (request, ...rest) {
    return request === "@tensorflow/tfjs-core" ? file : resolve.call(this, request, ...rest);
  };
  return require("@tensorflow/tfjs-core") as Core;
}

/** Throws when this process has loaded more than the one tfjs-core of `useCore`. */
export function assertOneCore(core: Core, tf: Pick<Core, "engine" | "matMul" | "Tensor">): void {
  const others = Object.keys(require.cache).filter((path) => path.startsWith(dist + sep));
  const same = tf.engine() === core.engine() && tf.matMul === core.matMul && tf.Tensor === core.Tensor;
  if (others.length > 0 || !same)
    throw new Error(`a second tfjs-core is loaded beside the one under test (${others.join(", ")})`);
}
