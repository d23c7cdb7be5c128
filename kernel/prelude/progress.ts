import { progress as line } from "../../src/cli/progress.ts";
import { currentContext } from "../context.ts";
import { type Display, display } from "../session/display.ts";
import { interruption } from "../session/interruption.ts";
import { Bar } from "./bar.ts";

/** How a progress bar is labelled. */
export interface ProgressOptions {
  readonly title?: string;
  /** The number of items, where the iterable does not tell it by `length` or `size`. */
  readonly total?: number;
  /** A note beside the bar: the loss, say. */
  readonly note?: (item: unknown) => string;
}

/** A study, or what runs as one does: it tells of each step and ends when the signal is aborted. */
export interface Watchable<R> {
  run(options: {
    onProgress(step: { plan: string; task: string; done: number; all: number }): void;
    signal: AbortSignal;
  }): Promise<R>;
}

/**
 * Hands on the items of an iterable, or of an async one, under a progress bar: in the notebook's output, in place on a
 * terminal, and as a line now and then in a log file. A study is run under one, and ends with the cell.
 *
 * @example for await (const step of progress(steps, { title: "training" })) { ... }
 * @example const records = await progress(study({ ... }));
 */
export function progress<R>(study: Watchable<R>, options?: ProgressOptions): Promise<R>;
export function progress<T>(
  items: Iterable<T> | AsyncIterable<T>,
  options?: ProgressOptions,
): AsyncGenerator<T, void, undefined>;
export function progress<T, R>(
  given: Watchable<R> | Iterable<T> | AsyncIterable<T>,
  options: ProgressOptions = {},
): Promise<R> | AsyncGenerator<T, void, undefined> {
  return "run" in given && typeof given.run === "function"
    ? watched(given, options)
    : counted(given as Iterable<T>, options);
}

async function* counted<T>(
  items: Iterable<T> | AsyncIterable<T>,
  { title = "progress", total = lengthOf(items), note }: ProgressOptions,
): AsyncGenerator<T, void, undefined> {
  const bar = barOf(title);
  const began = Date.now();
  let done = 0;
  let latest = "";
  const now = () => new Bar(title, done, total, latest, Date.now() - began);
  try {
    await bar.update(now());
    for await (const item of items) {
      yield item;
      done++;
      if (note) latest = note(item);
      await bar.update(now());
    }
  } finally {
    await bar.end(now());
  }
}

async function watched<R>(study: Watchable<R>, { title = "study" }: ProgressOptions): Promise<R> {
  const bar = barOf(title);
  const began = Date.now();
  let latest = new Bar(title, 0, undefined, "", 0);
  try {
    return await study.run({
      signal: interruption(),
      onProgress: ({ plan, task, done, all }) => {
        latest = new Bar(title, done, all, `${plan}, ${task}`, Date.now() - began);
        void bar.update(latest);
      },
    });
  } finally {
    await bar.end(latest);
  }
}

interface Shown {
  update(bar: Bar): Promise<void> | void;
  end(bar: Bar): Promise<void> | void;
}

const barOf = (title: string): Shown => (currentContext() ? notebookBar() : terminalBar(title));

function terminalBar(title: string): Shown {
  const bar = line(title);
  return {
    update: ({ done, total, note }) => bar.update(done, total ?? Math.max(1, done * 2), note),
    end: ({ done, note }) => bar.end([`${done} done`, note].filter(Boolean).join(", ")),
  };
}

/** Replaced in place, at most ten times a second. */
function notebookBar(): Shown {
  let shown: Display | undefined;
  let at = 0;
  const show = async (bar: Bar): Promise<void> => {
    at = Date.now();
    if (shown) await shown.update(bar);
    else shown = await display(bar);
  };
  return { update: (bar) => (Date.now() - at >= 100 ? show(bar) : undefined), end: show };
}

function lengthOf(items: unknown): number | undefined {
  const { length, size } = items as { length?: unknown; size?: unknown };
  return [length, size].find((number): number is number => typeof number === "number");
}
