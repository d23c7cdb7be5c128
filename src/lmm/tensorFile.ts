import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { Failure } from "../errors.ts";

/** An open file of named tensors; values are read only when asked for. */
export interface TensorFile {
  readonly path: string;
  readonly entries: ReadonlyMap<string, { readonly shape: readonly number[] }>;
  /** The values of a tensor as float32. Throws a `Failure` for a type that has none. */
  read(name: string): Float32Array;
  /** The same as the bits of bfloat16, rounded to the nearest where they are not stored so. */
  readBits(name: string): Uint16Array;
  close(): void;
}

/** Opens a file to be read in parts. Throws a `Failure` that names it. */
export function openFile(path: string): { file: number; size: number } {
  const file = open(path);
  const found = fstatSync(file);
  if (found.isFile()) return { file, size: found.size };
  closeSync(file);
  throw new Failure(`cannot read ${path}: it is not a file`);
}

function open(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    throw new Failure(
      `cannot read ${path}: ${(error as NodeJS.ErrnoException).code === "ENOENT" ? "no such file" : (error as Error).message}`,
    );
  }
}

/** Fills a buffer from a place in an open file. */
export function fill(file: number, bytes: Buffer, from: number, path: string): void {
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(file, bytes, done, Math.min(bytes.length - done, 2 ** 30), from + done);
    if (read === 0) throw new Failure(`${path} ended while it was read; was it replaced?`);
    done += read;
  }
}
