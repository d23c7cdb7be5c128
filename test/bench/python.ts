import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, statfs } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { runner } from "../../src/backend/native/run.ts";
import { Failure } from "../../src/errors.ts";

/** What PyTorch's side is made of; the environment is named after it. */
export const pinned = { torch: "2.15.0", transformers: "5.24.0", numpy: "2.4.6" } as const;

/** Bytes of free disk that the environment needs: PyTorch's package brings its GPU libraries along. */
const diskNeeded = 9e9;

/** Where the environment lies in the user's cache folder. */
export function environmentFolder(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const versions = Object.entries(pinned).map(([name, version]) => `${name}-${version}`);
  return join(cache, "proxylab", `bench-python-${versions.join("-")}`);
}

/**
 * The Python of an environment that has PyTorch: the one that is there, else one that is made now, whole or not at all,
 * under a name of its own that is then changed. The system's Python is left as it is. Throws a `Failure`.
 */
export async function benchPython(step: (line: string) => void): Promise<string> {
  const folder = environmentFolder();
  const python = join(folder, "bin", "python");
  if (existsSync(python)) {
    if (works([python, "-c", "import sys"])) return python;
    await rm(folder, { recursive: true }); // the Python that it was made with is gone
  }
  const base = findPython();
  await mkdir(dirname(folder), { recursive: true }).catch((error: Error) => {
    throw new Failure(`the cache folder cannot be made (${error.message}); point XDG_CACHE_HOME elsewhere`);
  });
  await requireSpace(dirname(folder));
  await removeAbandoned(dirname(folder));
  const work = join(dirname(folder), `.bench-python-${process.pid}`);
  const run = runner(dirname(folder), undefined);
  try {
    step(`fetching PyTorch ${pinned.torch} with pip, once (5.6 GB on disk; several minutes)`);
    await run([base, "-m", "venv", work], `${base} could not make an environment`);
    const packages = Object.entries(pinned).map(([name, version]) => `${name}==${version}`);
    const flags = ["--quiet", "--no-cache-dir", "--disable-pip-version-check", "--only-binary=:all:"];
    await run(
      [join(work, "bin", "python"), "-m", "pip", "install", ...flags, ...packages],
      "pip could not fetch PyTorch from the registry it is set up for",
    );
    await run(
      [join(work, "bin", "python"), "-c", "import torch, transformers"],
      "PyTorch was fetched but does not start",
    );
    await rename(work, folder).catch((error: Error) => {
      if (!existsSync(python)) throw error; // else another bench was first
    });
    return python;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** A Python that PyTorch's packages are made for and that can make environments. */
function findPython(): string {
  const candidates = ["python3", "python", ...[14, 13, 12, 11, 10].map((minor) => `python3.${minor}`)];
  const test = "import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info < (3, 15))";
  const found = candidates.find((candidate) => works([candidate, "-c", test]));
  if (found) return found;
  throw new Failure("no Python 3.10 to 3.14 with venv was found on PATH (Debian: python3-venv)");
}

const works = ([command, ...args]: readonly string[]): boolean =>
  spawnSync(command as string, args, { stdio: "ignore" }).status === 0;

async function requireSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= diskNeeded) return;
  const free = ((bavail * bsize) / 1e9).toFixed(1);
  throw new Failure(`${folder} has ${free} GB free and fetching PyTorch takes ${diskNeeded / 1e9} GB`);
}

/** A bench that was killed cannot tidy up: the next one removes what it left. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const entry of await readdir(cache)) {
    const pid = /^\.bench-python-(\d+)$/.exec(entry)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) await rm(join(cache, entry), { recursive: true, force: true });
  }
}
