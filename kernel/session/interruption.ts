import { currentContext } from "../context.ts";

/**
 * The signal of the cell that runs, aborted when the cell is interrupted: what long work of one's own takes, and
 * `fit`, `study` and `generate`.
 */
export function interruption(): AbortSignal {
  return currentContext()?.signal ?? new AbortController().signal;
}
