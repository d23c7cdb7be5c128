import { availableParallelism } from "node:os";
import { UsageError } from "../../errors.ts";
import type { FusedModule } from "./fused.ts";

/**
 * How many threads compute: `PROXYLAB_THREADS`, else as many as a short measurement finds worth having. On shared hosts
 * two threads can be slower than one, so each doubling must save a tenth of the time.
 */
export function fastestThreads(
  fused: Pick<FusedModule, "measure"> | undefined,
  cores = availableParallelism(),
): number {
  const named = process.env.PROXYLAB_THREADS;
  if (named) return checkedThreads(Number(named), named);
  if (!fused) return cores;
  let [best, time] = [1, fused.measure(1)];
  for (
    let threads = 2;
    threads <= cores;
    threads = threads < cores ? Math.min(cores, 2 * threads) : cores + 1
  ) {
    const taken = fused.measure(threads);
    if (taken > 0.9 * time) break;
    [best, time] = [threads, taken];
  }
  return best;
}

/** A number of threads that can be meant. Throws a `UsageError` otherwise. */
export function checkedThreads(threads: number, given: unknown = threads): number {
  if (Number.isInteger(threads) && threads >= 1 && threads <= 256) return threads;
  throw new UsageError(`threads ${String(given)}: expected a whole number from 1 to 256`);
}
