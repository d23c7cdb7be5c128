import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "../../errors.ts";
import { simdModule } from "./simd.ts";

const source = fileURLToPath(new URL("./assembly/index.ts", import.meta.url));

const options = [
  "-O3",
  "--runtime=stub", // it allocates nothing
  "--enable=simd",
  "--importMemory", // the engine's own
  "--noExportMemory",
  "--disableWarning=201", // a pointer has 32 bits here, and nowhere else
];

/** The AssemblyScript compiler, where development dependencies are installed. */
export function findCompiler(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve("assemblyscript/bin/asc.js");
  } catch {
    return undefined;
  }
}

/** Compiles the module. The same sources give the same bytes, for the compiler's version is pinned. */
export function compile(): Uint8Array {
  const compiler = findCompiler();
  if (!compiler) throw new Failure('the AssemblyScript compiler is not installed; "npm ci" brings it');
  const folder = mkdtempSync(join(tmpdir(), "proxylab-wasm-"));
  try {
    const file = join(folder, "simd.wasm");
    execFileSync(process.execPath, [compiler, source, ...options, "-o", file], { stdio: "inherit" });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `npm run wasm` compiles and writes the module; `npm run wasm -- --check` holds the committed one against its sources. */
function main(args: string[]): number {
  const built = compile();
  if (!args.includes("--check")) {
    writeFileSync(simdModule, built);
    process.stdout.write(`simd.wasm: ${built.length} bytes\n`);
    return 0;
  }
  const same = Buffer.compare(built, readFileSync(simdModule)) === 0;
  process.stdout.write(
    same ? "simd.wasm is what its sources make\n" : "simd.wasm is out of date: npm run wasm\n",
  );
  return same ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
