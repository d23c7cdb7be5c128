import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEngine } from "../backend/start.ts";
import { tf } from "../backend/tf.ts";
import { Failure } from "../errors.ts";
import { type CheckpointOptions, decoderNameOf, loadCheckpoint } from "./checkpoint.ts";
import { fileSource } from "./fileSource.ts";
import { LMM } from "./lmm.ts";
import { checkFormat } from "./packing.ts";
import { isPretrained, pretrainedNames } from "./pretrained/catalogue.ts";
import { openDecoder } from "./pretrained/decoder.ts";

/** Where the trained models of this project are. */
export const checkpoints = fileURLToPath(new URL("../../datasets/checkpoints", import.meta.url));

/**
 * Loads a model: `"nano"`; a decoder that `proxylab fetch` brought, as `"smollm2-135m"`, or a GGUF file of one, which read text
 * only; or a folder with `config.json` and `.safetensors` files. Starts an engine if none runs. `weights: "bfloat16"` holds
 * the decoder's matrices in half the memory; they cannot be trained then.
 *
 * @throws Failure if there is no such model, or its files do not fit together.
 */
export async function load(name: string, options: CheckpointOptions = {}): Promise<LMM> {
  await startEngine();
  if (isPretrained(name) || (name.endsWith(".gguf") && existsSync(name))) return loadDecoder(name, options);
  const own = join(checkpoints, name);
  const folder = /^[\w-]+$/.test(name) && existsSync(own) ? own : name;
  if (!existsSync(folder))
    throw new Failure(
      `no model "${name}": use "nano", ${pretrainedNames.map((one) => `"${one}"`).join(", ")}, or a folder with config.json and .safetensors files`,
    );
  const named = decoderNameOf(folder);
  if (!named) return loadCheckpoint(folder, options);
  const { tensors } = await openDecoder(named.decoder, named.sha256);
  try {
    return loadCheckpoint(folder, { ...options, decoder: tensors });
  } finally {
    tensors.close();
  }
}

async function loadDecoder(name: string, { weights = "float32" }: CheckpointOptions): Promise<LMM> {
  checkFormat(weights);
  const { name: pretrained, config, tensors, tokenizer } = await openDecoder(name);
  const read: tf.Tensor[] = [];
  try {
    const source = fileSource([], { name: tensors.path, weights, read, pretrained: tensors });
    return LMM.build(source, {
      decoder: config,
      newlines: "rows",
      newline_token: tokenizer.newline,
      pretrained,
    });
  } catch (error) {
    tf.dispose(read);
    throw error;
  } finally {
    tensors.close();
  }
}
