import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "../../src/errors.ts";
import { exclusions, pending, specCount } from "./exclusions.ts";
import { bundleCore, specFiles } from "./oneCore.ts";
import type { Engine, Run, Task } from "./specs.ts";
import { judge, type Verdict } from "./verdict.ts";

/**
 * Runs tfjs-core's own specs on one engine, in a process of its own: all of them, or those of some of its `files`
 * (`ops/mat_mul`). Throws a `Failure` when the engine does not start or the process ends early.
 */
export async function conformance(
  engine: Engine,
  { files = specFiles, broken = false }: { files?: readonly string[]; broken?: boolean } = {},
): Promise<Verdict> {
  bundle ??= makeBundle();
  const run = await inItsOwnProcess({ engine, core: await bundle, files, broken });
  return judge(run, exclusions[engine], { specs: files === specFiles ? specCount : 0, pending });
}

let bundle: Promise<string> | undefined;

async function makeBundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "proxylab-tfjs-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "core.cjs");
  await bundleCore(file);
  return file;
}

function inItsOwnProcess(task: Task): Promise<Run> {
  // TensorFlow takes oneDNN by itself only on processors made for neural networks; with it, 17 more specs are green.
  const env = { TF_ENABLE_ONEDNN_OPTS: "1", ...process.env, PROXYLAB_BACKEND: undefined };
  const child = fork(fileURLToPath(new URL("specs.ts", import.meta.url)), [JSON.stringify(task)], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    execArgv: ["--import", "tsx"],
    env,
    stdio: ["ignore", "ignore", "pipe", "ipc"], // specs print tables
  });
  let errors = "";
  child.stderr?.on("data", (text: Buffer) => {
    errors = (errors + text).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    let answer: { run?: Run; failure?: string } | undefined;
    child.on("message", (message: typeof answer) => {
      answer = message;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (answer?.run) resolve(answer.run);
      else
        reject(new Failure(answer?.failure ?? `the specs ended early (${signal ?? code}): ${errors.trim()}`));
    });
  });
}
