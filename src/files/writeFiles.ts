import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Failure } from "../errors.ts";
import { writingFailure } from "./failure.ts";

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
