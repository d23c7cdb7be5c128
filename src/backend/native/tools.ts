import { spawnSync } from "node:child_process";
import { statfs } from "node:fs/promises";
import { Failure } from "../../errors.ts";
import { type NativePackage, packageFolder } from "./place.ts";

/** What must be on this machine; each missing piece is one sentence. */
export function findTools(name: NativePackage): { python: string; binding: string } {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Failure(
      `the native engine is made on Linux x86-64 only and this is ${process.platform} ${process.arch}; go on with the wasm engine, or install @tensorflow/${name} with its own installer`,
    );
  const binding = packageFolder(`@tensorflow/${name}`);
  if (!binding) throw new Failure(`the npm package @tensorflow/${name} is not installed; run "npm ci" first`);
  if (!works(["g++", "--version"]))
    throw new Failure("no g++ was found on PATH and the binding must be compiled; install one (Debian: g++)");
  const pythons = [...new Set(["python3", "python", ...minors.map((minor) => `python3.${minor}`)])].filter(
    (python) => works([python, "-c", "import sys; sys.exit(sys.version_info < (3, 7))"]),
  );
  if (pythons.length === 0)
    throw new Failure(
      "no python3 was found on PATH and pip must fetch TensorFlow; install one (Debian: python3-pip)",
    );
  const python = pythons.find((candidate) => works([candidate, "-m", "pip", "--version"]));
  if (!python)
    throw new Failure(
      `${pythons[0]} has no pip and pip must fetch TensorFlow; install it (Debian: python3-pip)`,
    );
  return { python, binding };
}

const minors = [14, 13, 12, 11, 10, 9, 8];

function works([command, ...args]: string[]): boolean {
  return spawnSync(command as string, args, { stdio: "ignore" }).status === 0;
}

/** Throws a `Failure` when a folder's disk has fewer bytes free than `needed`. */
export async function requireSpace(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < needed)
    throw new Failure(
      `${folder} has ${(free / 1e9).toFixed(1)} GB free and making the native engine takes ${needed / 1e9} GB; free some, or point XDG_CACHE_HOME elsewhere`,
    );
}
