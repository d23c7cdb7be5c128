import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, Script } from "node:vm";
import { loadPrelude } from "./prelude.ts";

type Namespace = Record<string, unknown>;

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Packages of which a process can have but one copy: tensors of one TensorFlow.js are no tensors of another. */
const shared = /^@tensorflow\//;

/** Imports modules on behalf of cells: from the notebook's folder first, then from where ProxyLab lies. */
export class Modules {
  readonly #fromFolder: (specifier: string) => Promise<Namespace>;
  readonly #fromHere = importer(root);
  /** For JSON, which Node imports only with words that the cells' TypeScript does not know. */
  readonly #require: NodeJS.Require;
  readonly #loaded = new Map<string, Namespace>();

  constructor(folder: string) {
    this.#fromFolder = importer(folder);
    this.#require = createRequire(join(folder, "notebook.js"));
  }

  async import(specifier: string): Promise<Namespace> {
    if (specifier === "proxylab") return await loadPrelude([]);
    if (shared.test(specifier)) return await this.#fromHere(specifier);
    if (specifier.endsWith(".json")) return { default: this.#require(specifier) };
    try {
      return await this.#fromFolder(specifier);
    } catch (error) {
      if (!isBare(specifier) || !isMissing(error, specifier)) throw error;
      return await this.#fromHere(specifier).catch((second) => {
        throw isMissing(second, specifier) ? missing(specifier) : second;
      });
    }
  }

  /** Imports what a cell names at its top, so that `require` has it. */
  async prepare(specifier: string): Promise<void> {
    this.#loaded.set(specifier, interop(await this.import(specifier)));
  }

  /** What TypeScript's CommonJS calls in the place of `import`. */
  readonly require = (specifier: string): Namespace => {
    const found = this.#loaded.get(specifier);
    if (!found) throw missing(specifier);
    return found;
  };
}

/** An `import()` that looks from a folder. */
function importer(folder: string): (specifier: string) => Promise<Namespace> {
  const script = new Script("(specifier) => import(specifier)", {
    filename: join(folder, "notebook.js"),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER as never,
  });
  const load = script.runInThisContext() as (specifier: string) => Promise<Namespace>;
  return (specifier) => quietly(() => load(specifier));
}

/** Node warns, on the standard error, that this way of importing is an experiment. */
function quietly<T>(run: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return run();
  } finally {
    process.emitWarning = emitWarning;
  }
}

const isBare = (specifier: string): boolean => !/^(\.|\/|file:|node:|data:)/.test(specifier);

function isMissing(error: unknown, specifier: string): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === "ERR_MODULE_NOT_FOUND" && String(message).includes(specifier.split("/")[0] as string);
}

const missing = (specifier: string): Error =>
  new Error(`cannot find module "${specifier}": install it in the notebook's folder with npm install`);

/**
 * A namespace as TypeScript's CommonJS expects it: a CommonJS module that says it was an ES module is itself, every
 * other namespace says so.
 */
function interop(namespace: Namespace): Namespace {
  const { default: inner } = namespace as { default?: Namespace };
  if (inner?.__esModule === true) return inner;
  return new Proxy(Object.create(null) as Namespace, {
    get: (_, name) => {
      if (name === "__esModule") return true;
      if (typeof name === "symbol" || name in namespace) return namespace[name as string];
      return inner !== null && typeof inner === "object" ? inner[name] : undefined;
    },
    has: (_, name) => name === "__esModule" || name in namespace,
    ownKeys: () => Reflect.ownKeys(namespace),
    getOwnPropertyDescriptor: (_, name) => ({
      value: namespace[name as string],
      enumerable: true,
      configurable: true,
    }),
  });
}
