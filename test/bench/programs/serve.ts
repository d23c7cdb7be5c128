import { readSync } from "node:fs";
import { type EngineReport, startEngine } from "../../../src/backend/start.ts";
import { startStockWasm } from "./stockWasm.ts";

/** What a program can be asked to do over and over. `times` says how often it does its work in one go. */
export interface Variant {
  run(): void;
  readonly times?: number;
}

/** The settings that the harness gives a program as its only argument. */
export const settings = <T>(defaults: T): T => ({ ...defaults, ...JSON.parse(process.argv[2] ?? "{}") });

/** Starts the engine that the environment names; its report is part of every program's first line. */
export async function engine(): Promise<Pick<EngineReport, "versions">> {
  return settings({ engine: "" }).engine === "stock wasm" ? startStockWasm() : startEngine({ quiet: true });
}

/** One line of JSON to the harness. */
export const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

/** The next variant that the harness asks for; undefined when it has had enough. Waits without an event loop. */
export function asked(): string | undefined {
  const byte = Buffer.alloc(1);
  let line = "";
  while (read(byte) === 1 && byte[0] !== 10) line += byte.toString();
  return line.startsWith("run ") ? line.slice(4) : undefined;
}

function read(byte: Buffer): number {
  for (;;) {
    try {
      return readSync(0, byte);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

/** Starts to time; the result tells milliseconds by the clock and of the processor, all threads together. */
export function stopwatch(): () => { ms: number; cpuMs: number } {
  const [began, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { ms: performance.now() - began, cpuMs: (user + system) / 1000 };
  };
}

/** Says that a program is ready and what it computes, then runs what is asked for and tells the milliseconds. */
export function serve(variants: Readonly<Record<string, Variant>>, ready: object): void {
  say({ ready: true, ...ready });
  for (let name = asked(); name !== undefined; name = asked()) {
    const { run, times = 1 } = variants[name] as Variant;
    const taken = stopwatch();
    try {
      run();
    } catch (error) {
      say({ failed: (error as Error).message });
      continue;
    }
    const { ms, cpuMs } = taken();
    say({ ms: ms / times, cpuMs: cpuMs / times });
  }
}

/** The same, done as often as takes a tenth of a second, so that one interruption does not matter. */
export function enough(run: () => void, seconds = 0.1): Variant {
  run();
  const began = performance.now();
  run();
  const times = Math.max(1, Math.round((1000 * seconds) / (performance.now() - began)));
  return {
    times,
    run: () => {
      for (let i = 0; i < times; i++) run();
    },
  };
}
