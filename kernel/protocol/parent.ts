/** How often the client that started the kernel is looked for, in milliseconds. */
const interval = 500;

/**
 * Calls `orphaned` once the process that started this one is gone, or the client `named` in its environment is.
 * Returns a function that stops looking.
 */
export function watchParent(named: number | undefined, orphaned: () => void): () => void {
  if (named === undefined) return () => {};
  const first = process.ppid;
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
