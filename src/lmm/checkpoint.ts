import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { tf } from "../backend/tf.ts";
import { Failure, UsageError } from "../errors.ts";
import { writeAtomically } from "../files/atomic.ts";
import { bitsOf, isPacked, unpackedShape } from "../nn/bfloat16.ts";
import { leaves } from "../nn/tree.ts";
import { full } from "../routes/library/full.ts";
import { proxyV } from "../routes/library/proxyV.ts";
import { proxyVNonSpatial } from "../routes/library/proxyVNonSpatial.ts";
import { type Edits, from, type Plan, planFromJson, planOf } from "../routes/plan.ts";
import { adaptersFromJson, adaptersOf } from "./adapters.ts";
import { configFrom, type LMMConfig } from "./config.ts";
import { fileSource } from "./fileSource.ts";
import { LMM } from "./lmm.ts";
import { checkFormat, type WeightFormat } from "./packing.ts";
import type { DecoderName } from "./pretrained/decoder.ts";
import { isOfPretrained } from "./pretrained/marks.ts";
import { openSafetensors, type SafetensorsFile, writeSafetensors } from "./safetensors.ts";
import type { TensorFile } from "./tensorFile.ts";

/** How a checkpoint is read. */
export interface CheckpointOptions {
  /** How the decoder's matrices are held: to be trained, or frozen in half the memory. `float32` unless said. */
  readonly weights?: WeightFormat;
}

/** The same with the decoder that the model's config names in place of storing it; `load` opens it. */
export interface CheckpointParts extends CheckpointOptions {
  readonly decoder?: TensorFile;
}

/**
 * Loads a model from a folder with `config.json` and one or more `.safetensors` files. Reads this project's own
 * checkpoints and LLaVA-style ones, those of the released ProxyV code included, whose routes come along.
 *
 * @throws Failure that names the file, and the tensor or the number in it, that is missing or does not fit.
 */
export function loadCheckpoint(
  folder: string,
  { weights = "float32", decoder: pretrained }: CheckpointParts = {},
): LMM {
  checkFormat(weights);
  const path = join(folder, "config.json");
  const json = readJson(path);
  const config = configFrom(json);
  if (config.pretrained && !pretrained)
    throw new UsageError(
      `${path} names the decoder ${config.pretrained.decoder}: use await load("${folder}")`,
    );
  const files = openAll(folder);
  const read: tf.Tensor[] = [];
  try {
    const start = Number(json.proxyv_start_layer ?? 0);
    const source = fileSource(files, {
      ...{ name: `checkpoint ${folder}`, weights, read, pretrained },
      alias: (tensor) => releasedName(tensor, start),
    });
    return LMM.underPlan(source, config, planFrom(json, config), adaptersFromJson(json.adapters));
  } catch (error) {
    tf.dispose(read);
    throw error instanceof UsageError ? new Failure(`${path}: ${error.message}`, { cause: error }) : error;
  } finally {
    for (const file of files) file.close();
  }
}

/** The pretrained decoder that a folder's `config.json` names, if any. */
export function decoderNameOf(folder: string): DecoderName | undefined {
  return configFrom(readJson(join(folder, "config.json"))).pretrained;
}

/**
 * Writes a model as a folder: `config.json` with its plan, and `model.safetensors`, in which what is held in bfloat16
 * stays so. The tensors of a pretrained decoder are left out, the config names it. Atomic, file by file.
 */
export function saveCheckpoint(
  lmm: LMM,
  folder: string,
  { dtype = "F32" }: { dtype?: "F32" | "BF16" } = {},
): void {
  const own = leaves(lmm.weights).filter(([, tensor]) => !(lmm.config.pretrained && isOfPretrained(tensor)));
  const tensors = own.map(([path, tensor]) =>
    isPacked(tensor)
      ? ([path, unpackedShape(tensor), bitsOf(tensor)] as const)
      : ([path, tensor.shape, tensor.dataSync() as Float32Array] as const),
  );
  writeSafetensors(join(folder, "model.safetensors"), tensors, { dtype });
  const adapters = Object.fromEntries(adaptersOf(lmm.weights));
  const added = Object.keys(adapters).length > 0 ? { adapters } : {};
  writeAtomically(
    join(folder, "config.json"),
    `${JSON.stringify({ ...lmm.config, plan: lmm.plan, ...added }, null, 1)}\n`,
  );
}

type Json = Record<string, unknown>;

function readJson(path: string): Json {
  if (!existsSync(path))
    throw new Failure(`no checkpoint at ${path}: expected a folder with config.json and .safetensors files`);
  try {
    const json: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof json === "object" && json !== null && !Array.isArray(json)) return json as Json;
  } catch (error) {
    throw new Failure(`${path} is not JSON: ${(error as Error).message}`);
  }
  throw new Failure(`${path}: expected an object`);
}

function openAll(folder: string): SafetensorsFile[] {
  const names = readdirSync(folder).filter(
    (name) => name.endsWith(".safetensors") && statSync(join(folder, name)).isFile(),
  );
  if (names.length === 0)
    throw new Failure(`no checkpoint at ${folder}: it has config.json and no .safetensors file`);
  const opened: SafetensorsFile[] = [];
  try {
    for (const name of names) opened.push(openSafetensors(join(folder, name)));
    return opened;
  } catch (error) {
    for (const file of opened) file.close();
    throw error;
  }
}

/** The plan that a checkpoint was trained with. */
function planFrom(json: Json, { decoder }: LMMConfig): Plan {
  if (json.plan) return planFromJson(JSON.stringify(json.plan));
  return planOf(decoder.num_hidden_layers, full(), ...releasedEdits(json));
}

function releasedEdits(json: Json): Edits[] {
  if (json.proxyv !== true) return [];
  const factor = Number(json.proxyv_reduce_factor ?? 4);
  const perCrop = Number(json.per_crop_token_len ?? 576);
  const route =
    json.learn_proxy === true
      ? proxyVNonSpatial({ queries: Math.floor(perCrop / factor ** 2) })
      : proxyV({ factor });
  return [from(Number(json.proxyv_start_layer ?? 0), route)];
}

/** `model.layers.N.updates.vision.layer.*` is `model.vision_mlp_layers.J.*` in a released checkpoint, J = N - k. */
function releasedName(path: string, start: number): string {
  return path
    .replace(
      /^model\.layers\.(\d+)\.updates\.vision\.layer\./,
      (_, layer) => `model.vision_mlp_layers.${Number(layer) - start}.`,
    )
    .replace(/^model\.layers\.\d+\.openings\.proxy\./, "model.proxyv_initializer.");
}
