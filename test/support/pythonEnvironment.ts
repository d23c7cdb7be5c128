import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Packages of Jupyter that the kernel's clients are tested with. */
export const jupyter = [
  "jupyterlab==4.6.6",
  "jupyter-client==8.10.0",
  "jupyter-console==6.6.3",
  "jupyter-kernel-test==0.7.0",
  "nbclient==0.11.0",
  "nbconvert==7.17.2",
  "papermill==2.7.0",
  "ipykernel==7.4.0",
  "anywidget==0.11.0",
  "pexpect==4.9.0",
] as const;

/**
 * The folder of a virtual environment with some packages: the one in the user's cache, else one that is made now.
 * Returns why there is none in the place of it: no Python, no registry.
 */
export function pythonEnvironment(packages: readonly string[]): { folder: string } | { missing: string } {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "proxylab");
  const name = createHash("sha256").update(packages.join(" ")).digest("hex").slice(0, 12);
  const folder = join(cache, `test-python-${name}`);
  const python = join(folder, "bin", "python");
  const whole = join(folder, "whole");
  if (existsSync(whole) && run(python, "-c", "import sys").status === 0) return { folder };
  rmSync(folder, { recursive: true, force: true }); // half made, or its Python is gone
  mkdirSync(cache, { recursive: true });
  const made = run("python3", "-m", "venv", folder);
  if (made.status !== 0)
    return { missing: `python3 makes no virtual environment: ${made.error?.message ?? made.stderr.trim()}` };
  const flags = ["--quiet", "--disable-pip-version-check"];
  const installed = run(python, "-m", "pip", "install", ...flags, ...packages);
  if (installed.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return { missing: `pip could not install ${packages.join(", ")}: ${installed.stderr.trim()}` };
  }
  writeFileSync(whole, packages.join("\n"));
  return { folder };
}

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { encoding: "utf8", maxBuffer: 1e8 });
