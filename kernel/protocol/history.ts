import { randomUUID } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** One input and, where there was one, the text of its result. */
export interface Remembered {
  readonly session: string;
  readonly line: number;
  readonly input: string;
  readonly output: string | null;
}

/** Bytes at which a new file is begun; the one before is kept as well. */
const largestFile = 4_000_000;

/** Characters of an input that are kept; a longer one is not remembered. */
const longestInput = 100_000;

/** Characters of a result that are kept. */
const longestOutput = 2000;

/** Where the history of this user lies. */
export function historyFile(): string {
  const data = process.env.XDG_DATA_HOME || join(homedir(), ".local", "share");
  return join(data, "proxylab", "history.jsonl");
}

/**
 * The inputs of this session and of those before it, one JSON line each. Sessions may write at the same time: a line is
 * appended at once. Lines that cannot be read are passed over; where nothing can be written, it lasts as long as the
 * session.
 */
export class History {
  readonly #path: string;
  readonly #session = randomUUID();
  readonly #own: Remembered[] = [];

  constructor(path = historyFile()) {
    this.#path = path;
  }

  add(line: number, input: string, output: string | null): void {
    if (input.trim() === "" || input.length > longestInput) return;
    const kept = output === null ? null : output.slice(0, longestOutput);
    const remembered = { session: this.#session, line, input, output: kept };
    this.#own.push(remembered);
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      if ((statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0) > largestFile)
        renameSync(this.#path, this.#before);
      appendFileSync(this.#path, `${JSON.stringify(remembered)}\n`, { mode: 0o600 });
    } catch {
      // A full or read-only disk takes no history; the cell has run all the same.
    }
  }

  /** The last `n` inputs, this session's among them. */
  tail(n: number): Numbered[] {
    return last(this.#all(), n);
  }

  /** Inputs of one session from line `start` up to, not including, `stop`. 0 is this session, -1 the one before. */
  range(session: number, start: number, stop: number | undefined): Numbered[] {
    const all = this.#all();
    const current = all.findLast(({ own }) => own)?.number ?? (all.at(-1)?.number ?? 0) + 1;
    const wanted = session > 0 ? session : current + session;
    return all.filter(
      ({ number, line }) => number === wanted && line >= start && (stop === undefined || line < stop),
    );
  }

  /** Inputs that match a pattern, in which `*` stands for any text and `?` for one character; the last `n`. */
  search(pattern: string, n: number | undefined, { unique }: { unique: boolean }): Numbered[] {
    const matches = globbed(pattern);
    const found = this.#all().filter(({ input }) => matches(input));
    const kept = unique
      ? found.filter(({ input }, at) => found.findLastIndex((other) => other.input === input) === at)
      : found;
    return n === undefined ? kept : last(kept, n);
  }

  get #before(): string {
    return this.#path.replace(/(\.jsonl)?$/, ".before.jsonl");
  }

  #all(): Numbered[] {
    const earlier = [this.#before, this.#path]
      .flatMap(linesOf)
      .filter(({ session }) => session !== this.#session);
    const numbers = new Map<string, number>();
    const numberOf = (session: string): number => {
      const number = numbers.get(session) ?? numbers.size + 1;
      numbers.set(session, number);
      return number;
    };
    return [...earlier, ...this.#own].map((remembered) => ({
      ...remembered,
      number: numberOf(remembered.session),
      own: remembered.session === this.#session,
    }));
  }
}

/** An input with the number that its session has by its order in the file. */
export interface Numbered extends Remembered {
  readonly number: number;
  readonly own: boolean;
}

const last = <T>(all: readonly T[], n: number): T[] => (n > 0 ? all.slice(-n) : []);

function linesOf(path: string): Remembered[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return [];
  }
  return text.split("\n").flatMap((line) => {
    try {
      const value: unknown = line && JSON.parse(line);
      return isRemembered(value) ? [value] : [];
    } catch {
      return [];
    }
  });
}

function isRemembered(value: unknown): value is Remembered {
  const { session, line, input, output } = Object(value) as Partial<Record<keyof Remembered, unknown>>;
  return (
    typeof session === "string" &&
    Number.isInteger(line) &&
    typeof input === "string" &&
    (output === null || typeof output === "string")
  );
}

/** Whether a whole text matches a pattern; in time that grows with both lengths, whatever the pattern. */
function globbed(pattern: string): (text: string) => boolean {
  const parts = [...pattern];
  return (given) => {
    const text = [...given];
    let at = 0;
    let next = 0;
    let star = -1;
    let from = 0;
    while (at < text.length) {
      if (parts[next] === "*") {
        star = next++;
        from = at;
      } else if (next < parts.length && (parts[next] === "?" || parts[next] === text[at])) {
        at++;
        next++;
      } else if (star >= 0) {
        next = star + 1;
        at = ++from;
      } else return false;
    }
    while (parts[next] === "*") next++;
    return next === parts.length;
  };
}
