import { dirname, resolve } from "node:path";
import type { SessionEvent, Trouble } from "../session/events.ts";
import { captureOutput } from "../session/output.ts";
import { Session } from "../session/session.ts";
import { type CodeCell, codeCells, type Notebook } from "./notebook.ts";
import { Outputs } from "./outputs.ts";
import { assignments, type Given, inject } from "./parameters.ts";
import { Watcher } from "./watcher.ts";

/** How a notebook is run. */
export interface RunOptions {
  /** The folder that its cells live in. */
  readonly folder: string;
  readonly parameters?: readonly Given[];
  /** Seconds that each cell may take. */
  readonly timeout?: number | undefined;
  /** Goes on behind a cell that fails. */
  readonly allowErrors?: boolean;
  readonly listener?: RunListener;
}

/** Who hears of the cells as they run. */
export interface RunListener {
  /**
   * Before a cell is run, the first counting as 0, and once at the end, when as many are done as there are. Answering
   * "end", or promising it, ends the run.
   */
  onCell?(done: number, all: number, cell: CodeCell | undefined): unknown;
  /** What it publishes. */
  onEvent?(event: SessionEvent, cell: CodeCell): void;
  /** After a cell has ended: what it gave is in its outputs. The notebook is as it would be in the file. */
  onEnd?(cell: CodeCell, trouble: Trouble | undefined): void | Promise<void>;
}

/** How a run ended. */
export interface RunEnd {
  /** The first cell that failed, counted as Jupyter shows it, and its error. */
  readonly failure?: { readonly count: number; readonly cell: CodeCell; readonly trouble: Trouble };
  /** Whether it was interrupted from outside. */
  readonly interrupted: boolean;
}

/**
 * Runs a notebook's code cells in order and puts what they give into it. Never throws for what a cell does.
 *
 * @throws UsageError for a parameter that the notebook does not declare, or whose type does not fit.
 */
export async function run(notebook: Notebook, options: RunOptions): Promise<RunEnd> {
  const { folder, parameters = [], timeout, allowErrors = false, listener = {} } = options;
  const session = new Session(resolve(folder));
  const injected = parameters.length > 0 ? inject(session, notebook, parameters) : undefined;
  captureOutput();
  const outputs = new Outputs();
  for (const cell of codeCells(notebook)) outputs.begin(cell);
  const cells = codeCells(notebook).filter((cell) => cell === injected || cell.source.trim() !== "");
  session.listen((event, parent) => {
    const cell = parent as CodeCell | undefined;
    if (!cell) return;
    outputs.add(cell, event);
    listener.onEvent?.(event, cell);
  });
  const stray = (error: unknown): void => session.publishTrouble(error);
  process.on("unhandledRejection", stray);
  const before = process.cwd();
  process.chdir(folder);
  const watcher = await Watcher.start(session);
  session.warm();
  let failure: RunEnd["failure"];
  try {
    for (const [index, cell] of cells.entries()) {
      if (watcher.interrupted) break;
      if ((await listener.onCell?.(index, cells.length, cell)) === "end") break;
      if (cell === injected) cell.source = assignments(session, notebook, parameters);
      watcher.allow(timeout === undefined ? undefined : timeout * 1000);
      const trouble = await runCell(session, outputs, cell, index + 1);
      watcher.allow(undefined);
      if (trouble) failure ??= { count: index + 1, cell, trouble };
      await listener.onEnd?.(cell, trouble);
      if (trouble && (!allowErrors || watcher.interrupted)) break;
    }
    if (!failure && !watcher.interrupted) await listener.onCell?.(cells.length, cells.length, undefined);
    return { ...(failure && { failure }), interrupted: watcher.interrupted };
  } finally {
    await watcher.close();
    session.close();
    process.off("unhandledRejection", stray);
    process.chdir(before);
  }
}

/** The folder that the cells of a notebook's file live in: its own. */
export const folderOf = (path: string): string => dirname(resolve(path));

async function runCell(
  session: Session,
  outputs: Outputs,
  cell: CodeCell,
  count: number,
): Promise<Trouble | undefined> {
  cell.execution_count = count;
  const outcome = await session.execute(cell.source, { name: `In [${count}]`, parent: cell });
  // What it printed last is published by now, and so is what its timers did meanwhile.
  await new Promise((resolve) => setImmediate(resolve));
  if (outcome.status === "ok") {
    if (outcome.bundle) outputs.addResult(cell, outcome.bundle);
  } else {
    const { ename, evalue, traceback } = outcome.trouble;
    outputs.addError(cell, ename, evalue, traceback);
  }
  const { warning } = outcome.report;
  if (warning) outputs.add(cell, { type: "stream", name: "stderr", text: `${warning}\n` });
  return outcome.status === "error" ? outcome.trouble : undefined;
}
