import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { EngineReport } from "../../src/backend/start.ts";
import { Failure } from "../../src/errors.ts";
import type { Invocation } from "./contender.ts";

/** What a program says once it is ready to be measured. */
export interface Ready {
  /** Numbers that it computed, by variant, to be held against another program's. */
  readonly checks: Readonly<Record<string, readonly number[]>>;
  /** ProxyLab's report of its engine. */
  readonly engine?: Pick<EngineReport, "versions"> & Partial<EngineReport>;
  readonly versions?: Readonly<Record<string, string>>;
  readonly note?: string;
}

/** Milliseconds of one run: by the clock, and of the processor, all threads together. */
export interface Taken {
  readonly ms: number;
  readonly cpuMs: number;
}

/** A program in a process of its own, warmed up, that runs a variant whenever it is asked to. */
export interface Worker {
  readonly ready: Ready;
  run(variant: string): Promise<Taken>;
  end(): Promise<void>;
}

/** How long a program may take to be ready, and to answer, in milliseconds. */
const limits = { ready: 20 * 60_000, answer: 10 * 60_000 };

/** Starts a program and waits until it is ready. Throws a `Failure` with its last words when it does not come to that. */
export async function startWorker({ command, variables }: Invocation): Promise<Worker> {
  const lines = started(command, variables);
  const ready = (await lines.next("become ready", limits.ready)) as Ready;
  return {
    ready,
    run: async (variant) => {
      lines.send(`run ${variant}`);
      const { ms, cpuMs, failed } = await lines.next(`run ${variant}`, limits.answer);
      if (failed !== undefined) throw new Failure(failed);
      return { ms: ms as number, cpuMs: cpuMs as number };
    },
    end: lines.end,
  };
}

/** Runs a program that says one thing and ends; gives what it said. */
export async function answerOf({ command, variables }: Invocation): Promise<Line> {
  const lines = started(command, variables);
  try {
    return await lines.next("answer", limits.answer);
  } finally {
    await lines.end();
  }
}

/**
 * A line of a program: its first, `{ ready, ... }`; an answer, `{ ms, cpuMs }` or, where it cannot run that variant,
 * `{ failed }`; or, where it says one thing and ends, that.
 */
export type Line = Partial<Ready & Taken> & { readonly bytes?: number; readonly failed?: string };

function started([command, ...args]: readonly string[], variables: Readonly<Record<string, string>>) {
  const child = spawn(command as string, args, {
    env: { ...process.env, ...variables },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4000);
  });
  child.stdin.on("error", () => {}); // it has ended; said when its answer is waited for
  const ended = new Promise<Failure>((resolve) => {
    child.on("error", (error) => resolve(new Failure(error.message)));
    child.on("close", (code, signal) =>
      resolve(new Failure(lastWords(words) || `it ended with ${signal ?? code}`)),
    );
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<Line> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw await ended;
      if (value.startsWith("{")) return JSON.parse(value) as Line;
    }
  };
  return {
    send: (line: string) => void child.stdin.write(`${line}\n`),
    next: (what: string, limit: number) => within(answer(), child, what, limit),
    end: async () => {
      child.stdin.end();
      const patience = setTimeout(() => child.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(patience);
    },
  };
}

async function within<T>(answer: Promise<T>, child: ChildProcess, what: string, limit: number): Promise<T> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Failure(`it did not ${what} within ${limit / 60_000} minutes`));
    }, limit);
  });
  answer.catch(() => {}); // when it comes too late, that has been said
  return Promise.race([answer, late]).finally(() => clearTimeout(clock));
}

/** The line that says what went wrong: the last that names an error, else the last. */
export function lastWords(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  const errors = /^\w*(Error|Failure)\b.*:/;
  const line = lines.findLast((one) => errors.test(one)) ?? lines.findLast((one) => one !== "") ?? "";
  return line.replace(/^(Error|Failure|UsageError): /, "");
}
