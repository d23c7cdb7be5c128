import { AsyncLocalStorage } from "node:async_hooks";
import type { Session } from "./session/session.ts";

/**
 * On whose behalf code runs: what it prints and shows, now or later, belongs to `parent`. It follows timers and
 * promises, so that late output finds its cell.
 */
export interface Context {
  readonly session: Session;
  /** Whatever the front end knows the request by: the header of a Jupyter message, the cell of a notebook file. */
  readonly parent: unknown;
  /** Aborted when the cell is interrupted. */
  readonly signal: AbortSignal;
  /** Asks the user for a line; absent where nobody can answer. */
  readonly ask?: ((prompt: string, secret: boolean) => Promise<string>) | undefined;
  /** Whether nothing of it is to be published. */
  readonly silent: boolean;
}

const storage = new AsyncLocalStorage<Context>();

/** The context of the code that calls this; without one (a callback from outside), that of the cell that runs. */
export function currentContext(): Context | undefined {
  return storage.getStore() ?? running;
}

/** The context that this code was begun in, even when another cell runs by now. */
export const ownContext = (): Context | undefined => storage.getStore();

/** Runs a function on behalf of a context. */
export const within = <T>(context: Context, run: () => T): T => storage.run(context, run);

let running: Context | undefined;

/** Says which cell runs. */
export function setRunning(context: Context | undefined): void {
  running = context;
}
