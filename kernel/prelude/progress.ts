import { progress as line } from "../../src/cli/progress.ts";
import { currentContext } from "../context.ts";
import { type Display, display } from "../session/display.ts";
import { Bar } from "./bar.ts";

/** How a progress bar is labelled. */
export interface ProgressOptions {
  readonly title?: string;
  /** The number of items, where the iterable does not tell it by `length` or `size`. */
  readonly total?: number;
  /** A note beside the bar: the loss, say. */
  readonly note?: (item: unknown) => string;
}

/**
 * Hands on the items of an iterable, or of an async one, under a progress bar: in the notebook's output, in place on a
 * terminal, and as a line now and then in a log file.
 *
 * @example for await (const step of progress(steps, { title: "training" })) { ... }
 */
export async function* progress<T>(
  items: Iterable<T> | AsyncIterable<T>,
  { title = "progress", total = lengthOf(items), note }: ProgressOptions = {},
): AsyncGenerator<T, void, undefined> {
  const bar = currentContext() ? notebookBar(title) : terminalBar(title);
  const began = Date.now();
  let done = 0;
  let latest = "";
  try {
    await bar.update(new Bar(title, done, total, "", 0));
    for await (const item of items) {
      yield item;
      done++;
      if (note) latest = note(item);
      await bar.update(new Bar(title, done, total, latest, Date.now() - began));
    }
  } finally {
    await bar.end(new Bar(title, done, total, latest, Date.now() - began));
  }
}

interface Shown {
  update(bar: Bar): Promise<void> | void;
  end(bar: Bar): Promise<void> | void;
}

function terminalBar(title: string): Shown {
  const bar = line(title);
  return {
    update: ({ done, total, note }) => bar.update(done, total ?? Math.max(1, done * 2), note),
    end: ({ done, note }) => bar.end([`${done} done`, note].filter(Boolean).join(", ")),
  };
}

/** Replaced in place, at most ten times a second. */
function notebookBar(_title: string): Shown {
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
