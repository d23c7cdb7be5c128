import { readFileSync } from "node:fs";
import { preludeTypes } from "../compile/resolution.ts";

/** Names of the prelude that compute nothing, so that no engine is started for them. */
const withoutEngine = new Set([
  "aq",
  "button",
  "clearOutput",
  "component",
  "d3",
  "display",
  "input",
  "interruption",
  "live",
  "llms",
  "plot",
  "progress",
  "select",
  "slider",
  "startEngine",
]);

/** What the library is to a session, once it is loaded. */
export type Library = typeof import("../prelude/index.ts");

let loading: Promise<Library> | undefined;
let loaded: Library | undefined;

/** The library, if a cell has needed it so far. */
export const loadedLibrary = (): Library | undefined => loaded;

/**
 * Takes the library as it is loaded already. What is imported later would be a copy of its own where modules are
 * otherwise required, as in tests.
 */
export function provideLibrary(library: Library): void {
  loading = Promise.resolve(library);
}

/** Loads what a cell uses of the prelude, which takes a moment the first time; starts an engine if that may compute. */
export async function loadPrelude(used: Iterable<string>): Promise<Library> {
  loading ??= import("../prelude/index.ts");
  loaded = await loading;
  const names = [...used];
  const computes = names.some((name) => !withoutEngine.has(name)) && !names.includes("startEngine");
  if (computes && !loaded.currentEngine()) await loaded.startEngine({ quiet: true });
  return loaded;
}

let names: ReadonlySet<string> | undefined;

/** The names that cells know without declaring them. */
export function preludeNames(): ReadonlySet<string> {
  names ??= namesIn(readFileSync(`${preludeTypes}.d.ts`, "utf8"));
  return names;
}

/** What a cell is checked against before any other cell: one import of all these names. */
export const preludeDeclarations = (): string =>
  `import { ${[...preludeNames()].join(", ")} } from "${preludeTypes}";\n`;

/** The exported names of a bundle of types, values and types alike. */
function namesIn(types: string): Set<string> {
  const lists = [...types.matchAll(/^export (?:type )?\{([^}]*)\};?$/gm)];
  const entries = lists.flatMap(([, list]) => (list as string).split(","));
  return new Set(
    entries
      .map(
        (entry) =>
          entry
            .trim()
            .split(/\s+as\s+/)
            .at(-1) as string,
      )
      .filter(Boolean),
  );
}
