import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEngine } from "../backend/start.ts";
import { Failure } from "../errors.ts";
import { type CheckpointOptions, loadCheckpoint } from "./checkpoint.ts";
import type { LMM } from "./lmm.ts";

/** Where the trained models of this project are. */
export const checkpoints = fileURLToPath(new URL("../../datasets/checkpoints", import.meta.url));

/**
 * Loads a model: `"nano"`, or a folder with `config.json` and `.safetensors` files. Starts an engine if none runs.
 * `weights: "bfloat16"` holds the decoder's matrices in half the memory; they cannot be trained then.
 *
 * @throws Failure if there is no such model, or its files do not fit together.
 */
export async function load(name: string, options: CheckpointOptions = {}): Promise<LMM> {
  await startEngine();
  const own = join(checkpoints, name);
  const folder = /^[\w-]+$/.test(name) && existsSync(own) ? own : name;
  if (!existsSync(folder))
    throw new Failure(`no model "${name}": use "nano", or a folder with config.json and .safetensors files`);
  return loadCheckpoint(folder, options);
}
