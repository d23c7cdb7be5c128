import type { Ready, Worker } from "./worker.ts";

/** A worker that takes the times it is given, one after the other, and writes down when it was asked. */
export function fakeWorker(
  name: string,
  times: readonly number[],
  { log = [], ready = { checks: {} } }: { log?: string[]; ready?: Ready } = {},
): Worker {
  const left = [...times];
  return {
    ready,
    run: async (variant) => {
      log.push(`${name} ${variant}`);
      const ms = left.shift();
      if (ms === undefined) throw new Error(`${name} has no more`);
      return { ms, cpuMs: 2 * ms };
    },
    end: async () => void log.push(`${name} ends`),
  };
}
