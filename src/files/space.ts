import { readdirSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../errors.ts";

/** Throws a `Failure` when a folder's disk has fewer bytes free than what is done there takes. */
export async function requireSpace(folder: string, needed: number, doing: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < needed)
    throw new Failure(
      `${folder} has ${(free / 1e9).toFixed(1)} GB free and ${doing} takes ${(needed / 1e9).toFixed(1)} GB; free some, or point XDG_CACHE_HOME elsewhere`,
    );
}

/** Bytes of the largest file in a folder: a download on its way, whatever copies are made of it. */
export function largestFile(folder: string): number {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).size));
  } catch {
    return 0; // a file that was moved in between; the next time it is counted
  }
}
