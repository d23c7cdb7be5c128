import { mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * A new folder for work that ends by moving its result into the folder above. What processes that were killed left there
 * by the same name is removed first: they could not tidy up.
 */
export async function workFolder(above: string, doing: string): Promise<string> {
  for (const entry of await readdir(above)) {
    const pid = new RegExp(`^\\.${doing}-(\\d+)-`).exec(entry)?.[1];
    if (pid && !runs(Number(pid))) await rm(join(above, entry), { recursive: true, force: true });
  }
  return mkdtemp(join(above, `.${doing}-${process.pid}-`));
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // another user's
  }
}
