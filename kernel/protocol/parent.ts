/** How often the client that started the kernel is looked for, in milliseconds. */
const interval = 500;

/** The processes that a kernel ends with. */
export interface Parents {
  /** Whose child this process was when it began. */
  readonly first: number;
  /** The client, as it named itself in the environment. */
  readonly named: number;
}

/**
 * The parents of this process; undefined where no client of Jupyter's started it, which may be meant to outlive the
 * terminal.
 */
export function parents(): Parents | undefined {
  const named = Number(process.env.JPY_PARENT_PID);
  return Number.isInteger(named) && named > 1 ? { first: process.ppid, named } : undefined;
}

/** Calls `orphaned` once one of the parents is gone. Returns a function that stops looking. */
export function watchParents(watched: Parents | undefined, orphaned: () => void): () => void {
  if (!watched) return () => {};
  const { first, named } = watched;
  // In another container the client's number means nothing here.
  const known = isAlive(named);
  const timer = setInterval(() => {
    if (process.ppid === first && (!known || isAlive(named))) return;
    clearInterval(timer);
    orphaned();
  }, interval);
  return () => clearInterval(timer);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
