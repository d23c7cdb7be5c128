import { basename, join } from "node:path";
import { nearest, UsageError } from "../errors.ts";
import { writeAtomically } from "../files/atomic.ts";
import { nanoPages, type Setting, smolPages } from "../pages/setting.ts";
import { contactSheet, fileSheet } from "../tasks/contactSheet.ts";
import { type FileTask, fileTask } from "../tasks/files/fileTask.ts";
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

Files of your own, as DocVQA, ChartQA, TextVQA and RefCOCO are distributed:

  --questions FILE  .jsonl or .json
  --pictures DIR    the folder of its pictures
  --skip-bad        leave out lines and pictures that cannot be used, and tell each

example: proxylab show docVqa --n 16 --out out
example: proxylab show docVqa --questions val.jsonl --pictures images --out out
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
    questions: "string",
    pictures: "string",
    "skip-bad": "boolean",
  });
  const all = Object.keys(pageTasks);
  const names = task === "all" ? all : [known("task", task, all)];
  const pages =
    values.pages === undefined
      ? Object.keys(settings)
      : [known("--pages", values.pages, Object.keys(settings))];
  const split = known("--split", values.split ?? "test", ["train", "dev", "test"]) as Split;
  const count = wholeNumber("--n", String(values.n ?? 12));
  if (count < 1 || count > 400) throw new UsageError(`--n ${count}: expected 1 to 400 pages`);
  const first = wholeNumber("--first", String(values.first ?? 0));
  const folder = (values.out as string | undefined) ?? figuresFolder;
  const write = (name: string, sheet: Buffer) => {
    const path = join(folder, `${name}.jpg`);
    writeAtomically(path, sheet);
    process.stdout.write(`${path}\n`);
  };
  if (values.questions !== undefined) {
    if (task === "all") throw new UsageError("--questions needs one task, whose measure counts");
    if (values.pictures === undefined)
      throw new UsageError("--questions needs --pictures, the folder of its pictures");
    const setting = settings[pages.length === 1 ? (pages[0] as string) : "smol"] as Setting;
    const made = fileTask({
      task: pageTasks[names[0] as PageTaskName](setting),
      questions: values.questions as string,
      pictures: values.pictures as string,
      vision: { image_size: setting.size, num_channels: 3, pixels: "ink" },
      wording: setting.wording,
      onBad: values["skip-bad"] ? "skip" : "fail",
    });
    tellSkipped(made);
    if (first >= made.count) throw new UsageError(`--first ${first}: there are ${made.count} questions`);
    return write(
      `${names[0]}-${basename(values.questions as string).replace(/\.\w+$/, "")}`,
      fileSheet(made, { count, first }),
    );
  }
  for (const name of names)
    for (const page of pages)
      write(
        `tasks-${name}-${page}`,
        contactSheet(pageTasks[name as PageTaskName](settings[page] as Setting), { count, split, first }),
      );
}

/** Counts what was left out, and tells the first of it. */
function tellSkipped({ count, skipped }: FileTask): void {
  if (skipped.length === 0) return;
  process.stderr.write(`${count} questions can be asked; ${skipped.length} were left out:\n`);
  for (const { file, line, why } of skipped.slice(0, 20)) process.stderr.write(`  ${file}:${line}: ${why}\n`);
  if (skipped.length > 20) process.stderr.write(`  and ${skipped.length - 20} more\n`);
}

function known(what: string, given: unknown, names: readonly string[]): string {
  if (typeof given === "string" && names.includes(given)) return given;
  if (typeof given !== "string")
    throw new UsageError(`which ${what}? there are ${names.join(", ")}, and all`);
  throw new UsageError(`unknown ${what} "${given}"; did you mean ${nearest(given, names, 1)[0]}?`);
}
