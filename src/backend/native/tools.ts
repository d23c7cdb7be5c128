import { spawnSync } from "node:child_process";
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
  return { python: findPip("pip must fetch TensorFlow"), binding };
}

/** A Python that has pip. Throws a `Failure` that says what for. */
export function findPip(purpose: string): string {
  const pythons = [...new Set(["python3", "python", ...minors.map((minor) => `python3.${minor}`)])].filter(
    (python) => works([python, "-c", "import sys; sys.exit(sys.version_info < (3, 7))"]),
  );
  if (pythons.length === 0)
    throw new Failure(`no python3 was found on PATH and ${purpose}; install one (Debian: python3-pip)`);
  const python = pythons.find((candidate) => works([candidate, "-m", "pip", "--version"]));
  if (!python) throw new Failure(`${pythons[0]} has no pip and ${purpose}; install it (Debian: python3-pip)`);
  return python;
}

const minors = [14, 13, 12, 11, 10, 9, 8];

function works([command, ...args]: string[]): boolean {
  return spawnSync(command as string, args, { stdio: "ignore" }).status === 0;
}
