import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Failure } from "../../src/errors.ts";

const require = createRequire(import.meta.url);

/** The folder of an installed package, by a file of it that may be asked for. */
export function folderOf(name: string, entry = "package.json", up = "."): string {
  try {
    return join(dirname(require.resolve(`${name}/${entry}`.replace(/\/\.$/, ""))), up);
  } catch {
    throw new Failure(`the package "${name}" is not installed, and pages are made from it: run npm ci`);
  }
}

/** A JSON file of a package. */
export const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), "utf8"));

/** The names in a folder that end so, in the order of their characters, the same on every machine. */
export const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();

/** What `make` gives, made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
