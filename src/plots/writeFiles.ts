import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Failure } from "../errors.ts";

/**
 * Writes files into a folder, all or none as far as a file system allows: each goes to a temporary file beside its
 * place, and only when every one is complete are they renamed. Makes the folder itself, not its parents.
 * Throws `Failure` with one sentence that names the path and the cause.
 */
export async function writeFiles(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const name of Object.keys(files))
    if (basename(name) !== name || name.startsWith(".") || name.includes("\\") || name.includes("\0"))
      throw new Failure(`${JSON.stringify(name)} is no plain file name, so nothing was written to ${folder}`);
  const places = Object.keys(files).map((name) => ({
    name,
    path: join(folder, name),
    temporary: join(folder, `.${name}.${randomUUID()}.tmp`),
  }));
  let current = folder;
  try {
    await mkdir(folder).catch((error) => {
      if (error.code !== "EEXIST") throw error;
    });
    for (const { name, path, temporary } of places) {
      current = path;
      await writeFile(temporary, files[name], { flag: "wx" });
    }
    for (const { path, temporary } of places) {
      current = path;
      await rename(temporary, path);
    }
  } catch (error) {
    await Promise.all(places.map(({ temporary }) => rm(temporary, { force: true }).catch(() => {})));
    throw writingFailure(current, error);
  }
}

/** What stopped a file from being written, in one sentence for the researcher; other errors pass unchanged. */
export function writingFailure(path: string, error: unknown): unknown {
  const code = (error as { code?: string }).code ?? "";
  const cause: Record<string, string> = {
    EACCES: "permission is denied",
    EPERM: "permission is denied",
    EROFS: "the file system is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    ENOTDIR: "a part of the path is a file, not a folder",
    ENOENT: "its parent folder does not exist",
    EISDIR: "a folder has its name",
    ENAMETOOLONG: "the name is too long",
  };
  return code in cause
    ? new Failure(`cannot write ${path}: ${cause[code]} (${code})`, { cause: error })
    : error;
}
