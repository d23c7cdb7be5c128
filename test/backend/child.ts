import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a process of its own wrote and how it ended. */
export interface Ending {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a line of TypeScript at the repository's root in a process of its own, with an empty cache folder unless given. */
export function child(line: string, variables: Record<string, string | undefined> = {}): Ending {
  const cache = mkdtempSync(join(tmpdir(), "proxylab-test-"));
  try {
    const env = {
      ...process.env,
      XDG_CACHE_HOME: cache,
      PROXYLAB_BACKEND: undefined,
      NODE_OPTIONS: undefined,
      ...variables,
    };
    const command = ["--import", "tsx", "--input-type=module", "--eval", line];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: root,
      env,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    return { code: status, out: stdout, err: stderr };
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}
