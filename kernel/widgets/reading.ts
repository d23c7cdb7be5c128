import { AsyncLocalStorage } from "node:async_hooks";

const reader = new AsyncLocalStorage<Set<object>>();

/** Notes that a widget's value was read, for whoever watches the code that runs. */
export const noteRead = (widget: object): void => {
  reader.getStore()?.add(widget);
};

/** Runs a function, which may await, and tells which widgets it read. */
export async function reading<T>(
  run: () => T | Promise<T>,
): Promise<{ result: T; read: ReadonlySet<object> }> {
  const read = new Set<object>();
  const result = await reader.run(read, async () => await run());
  return { result, read };
}

/** Runs a function whose reading is nobody's business. */
export const unwatched = <T>(run: () => T): T => reader.exit(run);
