import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type TypeScript from "@tslab/typescript-for-tslab";
import type { TS } from "./compiler.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where the bundled types of the prelude lie, without the extension. */
export const preludeTypes = join(root, "kernel/prelude/types/prelude");

const bundled = (name: string): string[] => [join(root, "kernel/prelude/types", name)];

/**
 * The compiler's options beside tslab's own: modules are looked for from the notebook's folder, then where ProxyLab
 * lies, and what the prelude brings has its types in one file each, which is what makes the first cell fast.
 */
export function options(ts: TS, folder: string): TypeScript.CompilerOptions {
  return {
    inlineSourceMap: true,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmitOnError: false,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    lib: ["lib.es2023.d.ts"],
    baseUrl: folder,
    paths: {
      proxylab: [preludeTypes],
      "@tensorflow/tfjs": bundled("tf"),
      arquero: bundled("aq"),
      d3: bundled("d3"),
      "*": ["*", join(root, "node_modules/*"), join(root, "node_modules/@types/*")],
    },
  };
}

/** Types of Node, whose docstrings take as long to parse as all of the prelude. */
const undocumented = /\/node_modules\/(@types\/node|undici-types)\//;

const docstrings = /^[ \t]*\/\*\*[\s\S]*?\*\/\n/gm;

/** The file system that the compiler sees: `folder` is where it stands, and only the folder's own files are watched. */
export function system(ts: TS, folder: string): TypeScript.System {
  const idle = { close: () => {} };
  return Object.assign(Object.create(ts.sys) as TypeScript.System, {
    getCurrentDirectory: () => folder,
    readFile: (path: string, encoding?: string) => {
      const text = ts.sys.readFile(path, encoding);
      return text !== undefined && undocumented.test(path) ? text.replace(docstrings, "") : text;
    },
    watchFile: (path: string, ...rest: [TypeScript.FileWatcherCallback, number]) =>
      dirname(path).startsWith(folder) && !path.includes("/node_modules/") && !path.endsWith(".json")
        ? (ts.sys.watchFile?.(path, ...rest) ?? idle)
        : idle,
    watchDirectory: () => idle,
  });
}
