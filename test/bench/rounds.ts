import { setTimeout as pause } from "node:timers/promises";
import type { Worker } from "./worker.ts";

/** One side with its program running, or what kept it from running. */
export interface Entrant {
  readonly worker: Worker;
  readonly most?: number | undefined;
  readonly only?: readonly string[] | undefined;
}

/** What one side took for one variant. */
export interface Times {
  readonly ms: number[];
  readonly cpuMs: number[];
  error?: string;
}

/** Milliseconds of runs after which a side has been measured enough, however few they were: PyTorch's bfloat16 is very slow where the processor has none. */
const plenty = 60_000;

/** Milliseconds between two runs: the threads of the side before stop looking for work. */
const rest = 250;

/**
 * Lets all sides take turns: every variant, every side, then again, so that a host that grows slower meanwhile does
 * so for all. A side that fails is out for that variant, and the others go on. `times[entrant][variant]`.
 */
export async function takeTurns(
  entrants: readonly Entrant[],
  variants: readonly string[],
  runs: number,
  { onRun = () => {}, restMs = rest }: { onRun?: (done: number, all: number) => void; restMs?: number } = {},
): Promise<Map<string, Times>[]> {
  const times = entrants.map(
    ({ only }) =>
      new Map(
        variants
          .filter((name) => !only || only.includes(name))
          .map((name) => [name, { ms: [], cpuMs: [] } as Times]),
      ),
  );
  const all = runs * variants.length;
  for (let round = 0; round < runs; round++) {
    for (const [at, variant] of variants.entries()) {
      for (const [i, { worker, most = runs }] of entrants.entries()) {
        const own = times[i]?.get(variant);
        if (!own || own.error !== undefined || round >= most || total(own.ms) > plenty) continue;
        await pause(restMs);
        try {
          const { ms, cpuMs } = await worker.run(variant);
          own.ms.push(ms);
          own.cpuMs.push(cpuMs);
        } catch (error) {
          own.error = (error as Error).message;
        }
      }
      onRun(round * variants.length + at + 1, all);
    }
  }
  return times;
}

const total = (ms: readonly number[]): number => ms.reduce((sum, one) => sum + one, 0);
