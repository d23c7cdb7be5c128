import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { downloadFile } from "@huggingface/hub";
import { Failure } from "../../errors.ts";
import type { Way } from "./fetch.ts";

/** A model's file from the Hugging Face hub, or one like it at another address. */
export const fromHub =
  (hubUrl = process.env.HF_ENDPOINT): Way =>
  async ({ hub: { repo, revision }, file, bytes }, into, { onBytes, signal }) => {
    const asked: typeof fetch = (input, init) => fetch(input, { ...init, ...(signal && { signal }) });
    const path = join(into, file);
    try {
      const found = await downloadFile({
        ...{ repo, revision, path: file, fetch: asked },
        ...(hubUrl && { hubUrl }),
      });
      if (!found) throw new Failure(`${repo} has no file ${file} at revision ${revision.slice(0, 12)}`);
      if (found.size !== bytes) throw new Failure(`${file} there has ${found.size} bytes; expected ${bytes}`);
      let done = 0;
      const counted = new Transform({
        transform(chunk: Uint8Array, _, pass) {
          done += chunk.length;
          if (done > bytes) pass(new Failure(`${file} there is longer than the ${bytes} bytes it claims`));
          else {
            onBytes(done, bytes);
            pass(null, chunk);
          }
        },
      });
      await pipeline(Readable.fromWeb(found.stream() as ReadableStream), counted, createWriteStream(path));
      return path;
    } catch (error) {
      if (error instanceof Failure) throw error;
      const { message, cause } = error as Error & { cause?: Error };
      throw new Failure(`the hub cannot be reached: ${cause?.message || message}`);
    }
  };
