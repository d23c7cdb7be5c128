import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const mocha = join(dirname(createRequire(import.meta.url).resolve("mocha/package.json")), "bin", "mocha.js");

/** The suites that hold kernels against float64. */
const suites = ["adamW", "attention", "crossEntropy", "feedForward", "linear", "lookups", "rmsNorm"];

/** What Mocha's own JSON report says of a run. */
interface Report {
  readonly stats: { readonly passes: number; readonly failures: number; readonly pending: number };
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly message: string } }[];
}

/**
 * Runs every parity suite in a process of its own, since an engine keeps the instruction set that it started with. Throws
 * an assertion error that names what failed; gives how many claims held.
 */
export function parity(variables: Record<string, string>): number {
  const files = suites.map((suite) => join(folder, `${suite}.test.ts`));
  const command = ["--import", "tsx", mocha, "--no-config", "--timeout", "0", "--reporter", "json", ...files];
  const env = { ...process.env, NODE_OPTIONS: undefined, ...variables };
  const { stdout, stderr, signal } = spawnSync(process.execPath, command, {
    env,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const start = stdout.indexOf("{");
  assert.ok(start >= 0 && signal === null, `the process ended with ${signal}: ${stderr.slice(-2000)}`);
  const { stats, failures } = JSON.parse(stdout.slice(start)) as Report;
  const failed = failures.map(({ fullTitle, err }) => `${fullTitle}: ${err.message}`);
  assert.equal(stats.failures, 0, failed.join("\n"));
  assert.equal(stats.pending, 0, "no claim is left out");
  return stats.passes;
}
