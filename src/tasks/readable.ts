import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { plainText } from "../pages/text.ts";
import type { PageTask, Sample } from "./sample.ts";

/** Which of the first test samples of each task a pretrained reader reads. */
export interface Readable {
  /** What read them. */
  readonly reader: string;
  /** By `task/pages`: a 1 or a 0 for each sample, and the fingerprint of what was read. */
  readonly marks: Readonly<Record<string, { readonly read: string; readonly of: string }>>;
}

/** Where the marks are kept; `test/reference/readable.ts` makes them. */
export const readableFile = new URL("../../datasets/readable.json", import.meta.url).pathname;

let stored: Readable | undefined;

/**
 * Whether a pretrained reader found the answer to a sample's first question on its page; nothing for samples that it
 * was not shown. What it cannot read stays in, marked.
 */
export function isReadable({ id }: Pick<Sample, "id">): boolean | null {
  stored ??= existsSync(readableFile)
    ? (JSON.parse(readFileSync(readableFile, "utf8")) as Readable)
    : { reader: "none", marks: {} };
  const [task, pages, split, index] = id.split("/");
  if (split !== "test") return null;
  const mark = stored.marks[`${task}/${pages}`]?.read[Number(index)];
  return mark === undefined ? null : mark === "1";
}

/** A fingerprint of the texts and questions of a task's first test samples: marks hold as long as it does. */
export function fingerprint(task: PageTask, count: number): string {
  const hash = createHash("sha256");
  for (let i = 0; i < count; i++) {
    const { page, turns } = task.sample("test", i);
    hash.update(`${plainText(page)}\n${turns[0]?.question}\n${turns[0]?.answer}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}
