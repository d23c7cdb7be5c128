import type { Contender } from "./contender.ts";
import type { Machine } from "./machine.ts";
import type { Ratio, Summary } from "./statistics.ts";

/** What one side took for one variant of a case, as the JSON has it. Times are in milliseconds. */
export interface Measurement extends Partial<Summary> {
  readonly case: string;
  readonly variant: string;
  readonly threads: number;
  readonly engine: Contender["engine"];
  readonly precision: Contender["precision"];
  readonly mode?: Contender["mode"];
  /** Every time that was taken, in the order of the rounds. */
  readonly ms: readonly number[];
  /** The processor's milliseconds of the same runs, all threads together. */
  readonly cpuMs: readonly number[];
  readonly flops?: number;
  /** How many times as fast it is, by what it is held against. */
  readonly timesAsFast?: Readonly<Record<string, Ratio>>;
  /** The largest difference of what it computed from PyTorch's float32, as a share. */
  readonly differsBy?: number;
  /** The share of its own time for the full route that a route saves, in per cent, beside the FLOPs it saves. */
  readonly savedTimePct?: number;
  readonly savedFlopsPct?: number;
  readonly note?: string;
  readonly error?: string;
}

/** How much memory one side took for the attention over some tokens. */
export interface MemoryPoint {
  readonly threads: number;
  readonly engine: Contender["engine"];
  readonly precision: Contender["precision"];
  readonly mode?: Contender["mode"];
  readonly tokens: number;
  readonly bytes?: number;
  readonly note?: string;
  readonly error?: string;
}

/** A whole run. */
export interface Report {
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly runs: number;
  /** Why there is no PyTorch, where there is none. */
  readonly noPytorch?: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly measurements: readonly Measurement[];
  readonly memory: readonly MemoryPoint[];
}
