import { readFileSync, statSync } from "node:fs";
import { Failure } from "../../errors.ts";
import { type Question, questionsOf } from "./formats.ts";

/** A question of a file, and the line that asks it (in a `.json` file: its place in the list, from 1). */
export interface FileQuestion extends Question {
  readonly file: string;
  readonly line: number;
}

/** A question whose picture is there and looks whole. */
export interface Found extends FileQuestion {
  readonly path: string;
}

/** Something that was left out of a file, and why. */
export interface Skipped {
  readonly file: string;
  readonly line: number;
  readonly why: string;
}

/** What becomes of lines that cannot be used: the first one is an error, or all are left out and told. */
export type OnBad = "fail" | "skip";

/** The most bytes of a question file that are read. */
const most = 1e9;

/**
 * Reads questions from a file of JSON lines, or of one JSON list (alone or under `data`), as DocVQA, ChartQA, TextVQA
 * and RefCOCO are distributed.
 *
 * @throws Failure that names the file, and the line where there is one.
 */
export function readQuestions(
  file: string,
  onBad: OnBad = "fail",
): { questions: readonly FileQuestion[]; skipped: readonly Skipped[] } {
  const questions: FileQuestion[] = [];
  const skipped: Skipped[] = [];
  for (const { line, entry } of entriesOf(file)) {
    try {
      const parsed = typeof entry === "string" ? parse(entry) : entry;
      questions.push(...questionsOf(parsed).map((question) => ({ ...question, file, line })));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (onBad === "fail") throw new Failure(`${file}:${line}: ${error.message}`);
      skipped.push({ file, line, why: error.message });
    }
  }
  if (questions.length === 0) throw new Failure(`${file} asks no question that can be used`);
  return { questions, skipped };
}

/** The lines that are not empty, or the members of a list. */
function entriesOf(file: string): { line: number; entry: unknown }[] {
  const text = read(file);
  if (!/\.json$/i.test(file))
    return text.split("\n").flatMap((entry, i) => (entry.trim() === "" ? [] : [{ line: i + 1, entry }]));
  const whole = attempt(
    () => JSON.parse(text) as unknown,
    (cause) => `${file} is not JSON: ${cause}`,
  );
  const list = Array.isArray(whole) ? whole : (whole as { data?: unknown } | null)?.data;
  if (!Array.isArray(list)) throw new Failure(`${file}: expected a list of questions, or one under "data"`);
  return list.map((entry: unknown, i) => ({ line: i + 1, entry }));
}

const parse = (line: string): unknown =>
  attempt(
    () => JSON.parse(line) as unknown,
    (cause) => `this line is not JSON: ${cause}`,
  );

function attempt<T>(make: () => T, sentence: (cause: string) => string): T {
  try {
    return make();
  } catch (error) {
    throw new Failure(sentence((error as Error).message));
  }
}

function read(file: string): string {
  try {
    const { size } = statSync(file);
    if (size > most) throw new Failure(`${file} has ${size} bytes; question files of up to ${most} are read`);
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure(`cannot read ${file}: ${code === "ENOENT" ? "no such file" : message}`);
  }
}
