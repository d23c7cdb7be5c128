import { join } from "node:path";
import { nearest, UsageError } from "../errors.ts";
import { writeAtomically } from "../files/atomic.ts";
import { nanoPages, type Setting, smolPages } from "../pages/setting.ts";
import { contactSheet } from "../tasks/contactSheet.ts";
import { type PageTaskName, pageTasks } from "../tasks/index.ts";
import type { Split } from "../tasks/task.ts";
import { parse, wholeNumber } from "./arguments.ts";
import { figuresFolder } from "./figures.ts";

const settings: Readonly<Record<string, Setting>> = { nano: nanoPages, smol: smolPages };

export const showHelp = `proxylab show TASK: a contact sheet of a task's pages, with questions and answers

  TASK              one of ${Object.keys(pageTasks).join(", ")}; or all
  --pages NAME      nano (96 pixels) or smol (224 pixels); both unless said
  --n NUMBER        how many pages (12)
  --first NUMBER    the index of the first (0)
  --split NAME      train, dev or test (test)
  --out DIR         the folder (figures); files are named tasks-TASK-PAGES.jpg

example: proxylab show docVqa --n 16 --out out
`;

/** `proxylab show`. */
export async function showCommand(args: string[]): Promise<void> {
  const [task, ...flags] = args;
  const { values } = parse(flags, {
    pages: "string",
    n: "string",
    first: "string",
    split: "string",
    out: "string",
  });
  const names = task === "all" ? Object.keys(pageTasks) : [known("task", task, Object.keys(pageTasks))];
  const pages =
    values.pages === undefined
      ? Object.keys(settings)
      : [known("--pages", values.pages, Object.keys(settings))];
  const split = known("--split", values.split ?? "test", ["train", "dev", "test"]) as Split;
  const count = wholeNumber("--n", String(values.n ?? 12));
  if (count < 1 || count > 400) throw new UsageError(`--n ${count}: expected 1 to 400 pages`);
  const first = wholeNumber("--first", String(values.first ?? 0));
  for (const name of names)
    for (const page of pages) {
      const path = join((values.out as string | undefined) ?? figuresFolder, `tasks-${name}-${page}.jpg`);
      const made = pageTasks[name as PageTaskName](settings[page] as Setting);
      writeAtomically(path, contactSheet(made, { count, split, first }));
      process.stdout.write(`${path}\n`);
    }
}

function known(what: string, given: unknown, names: readonly string[]): string {
  if (typeof given === "string" && names.includes(given)) return given;
  if (typeof given !== "string")
    throw new UsageError(`which ${what}? there are ${names.join(", ")}, and all`);
  throw new UsageError(`unknown ${what} "${given}"; did you mean ${nearest(given, names, 1)[0]}?`);
}
