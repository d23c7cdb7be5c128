/**
 * Bundles the types of the prelude, one file for the library and one for each package it brings (npm run prelude):
 * a session then reads four files in the place of two thousand. `--all` remakes those of the packages too.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const types = join(root, "kernel/prelude/types");

/** The packages that the prelude brings, and the files of their types. */
const packages: Record<string, string> = { "@tensorflow/tfjs": "tf", arquero: "aq", d3: "d3" };

/** An operation of TensorFlow.js: a function whose docstring belongs to the constant that users call. */
const documented =
  /^(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)((?:export )?declare function (\w+_)\b.*\n)(?=(?:export )?declare const [\w$]+: typeof \3;)/gm;

if (process.argv.includes("--all")) {
  for (const [name, file] of Object.entries(packages)) await bundlePackage(name, file);
}
const library = await bundle(join(root, "kernel/prelude/index.ts"), (id) => id in packages);
const here = library.replace(/(from\s+["'])([^"']+)(["'])/g, (whole, from, name, quote) =>
  Object.hasOwn(packages, name) ? `${from}./${packages[name]}${quote}` : whole,
);
write("prelude", here);

async function bundlePackage(name: string, file: string): Promise<void> {
  mkdirSync(join(root, "out"), { recursive: true });
  const folder = mkdtempSync(join(root, "out/types-"));
  try {
    const entry = join(folder, "entry.ts");
    writeFileSync(entry, `export * from "${name}";\n`);
    write(file, await bundle(entry, () => false));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function bundle(input: string, isOutside: (id: string) => boolean): Promise<string> {
  const built = await rollup({
    input,
    external: (id) => id.startsWith("node:") || isOutside(id),
    plugins: [dts({ respectExternal: true, tsconfig: join(root, "tsconfig.json") })],
    onwarn: () => {},
  });
  const { output } = await built.generate({ format: "es" });
  await built.close();
  return output[0].code;
}

function write(name: string, text: string): void {
  writeFileSync(join(types, `${name}.d.ts`), nameable(tidied(text)));
  const size = readFileSync(join(types, `${name}.d.ts`)).length;
  process.stdout.write(`kernel/prelude/types/${name}.d.ts: ${Math.round(size / 1000)} kB\n`);
}

/** Without notices, which stand in the packages, and with what a package adds to its own classes put beside them. */
function tidied(text: string): string {
  return text
    .replace(/\/\*\*\s*\n \* @license[\s\S]*?\*\/\n/g, "")
    .replace(/^\/\/\/ <(amd-module|reference).*\n/gm, "")
    .replace(/^declare module ["'][^"']+["'] \{\n([\s\S]*?)\n\}$/gm, "$1")
    .replace(documented, "$2$1");
}

/** With everything exported, so that the compiler can write down the type of a cell's variable, whatever it is. */
function nameable(text: string): string {
  const lists = [...text.matchAll(/^export (?:type )?\{([^}]*)\};?$/gm)].flatMap(([, list = ""]) =>
    list.split(","),
  );
  // Both names of `inner as outer`: a second declaration that is called `outer` within cannot be exported beside it.
  const exported = new Set(lists.flatMap((entry) => entry.trim().split(/\s+as\s+/)));
  const declaration =
    /^((?:declare (?:abstract )?(?:class|const|function|enum|type|let|var|namespace)|interface|type) )([\w$]+)/gm;
  return text.replace(declaration, (whole, _, name) => (exported.has(name) ? whole : `export ${whole}`));
}
