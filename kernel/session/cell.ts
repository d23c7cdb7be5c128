import { type Context, ownContext, within } from "../context.ts";
import { type Flags, Interrupted } from "./interrupt.ts";

/** A place in the text of a cell, by which a rejection passed on its way up. */
export interface Waited {
  readonly cell: number;
  readonly offset: number;
}

const waitedAt = new WeakMap<object, Waited[]>();

/** Where cells awaited what threw this error, innermost first: the frames that a promise of ours hides. */
export const placesWaited = (error: unknown): readonly Waited[] =>
  (typeof error === "object" && error !== null && waitedAt.get(error)) || [];

const contexts = new WeakMap<Context, CellRun>();

/** How often a cell that was interrupted and goes on hears of it before its awaits no longer return. */
const patience = 50;

/** Milliseconds after which an await also lets timers and messages in, even when what it awaits is there already. */
const breath = 30;

/** A cell that runs, or ran, and what it left behind that still awaits. */
export class CellRun {
  readonly context: Context;
  readonly #controller = new AbortController();
  readonly #flags: Flags;
  readonly #waiting = new Set<(reason: Interrupted) => void>();
  #reason: Interrupted | undefined;
  #told = 0;
  #breathed = performance.now();

  constructor(flags: Flags, context: Omit<Context, "signal">) {
    this.#flags = flags;
    this.context = { ...context, signal: polling(this.#controller.signal, () => this.poll()) };
    contexts.set(this.context, this);
  }

  get interrupted(): Interrupted | undefined {
    return this.#reason;
  }

  /** Sees whether another thread asked for an interrupt meanwhile. */
  poll(): void {
    if (this.#flags.interrupt && !this.#reason) this.interrupt();
  }

  /** Rejects every await of the cell, those under way and those to come, and aborts its signal. */
  interrupt(reason = new Interrupted(this.#flags.timeIsUp ? "the cell ran out of time" : undefined)): void {
    if (this.#reason) return;
    this.#reason = reason;
    this.#flags.interrupt = true;
    for (const reject of this.#waiting) reject(reason);
    this.#waiting.clear();
    this.#controller.abort(reason);
  }

  /** Resolves as `value` does, or rejects once the cell is interrupted. */
  wait<T>(value: T): Promise<Awaited<T>> | Awaited<T> {
    this.poll();
    if (this.#reason) {
      // Nobody hears how it ends.
      if (isThenable(value)) value.then(undefined, () => {});
      return this.#refuse();
    }
    if (performance.now() - this.#breathed > breath) return this.#breathe(value);
    if (!isThenable(value)) return value as Awaited<T>;
    return this.#whenSettled(value) as Promise<Awaited<T>>;
  }

  /** A loop whose awaits have nothing to wait for would keep all else out: sliders, interrupts, other timers. */
  async #breathe<T>(value: T): Promise<Awaited<T>> {
    const [result] = await Promise.all([
      isThenable(value) ? this.#whenSettled(value) : value,
      this.#whenSettled(new Promise<void>((resolve) => setImmediate(resolve))),
    ]);
    this.#breathed = performance.now();
    return result as Awaited<T>;
  }

  #whenSettled<T>(value: PromiseLike<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      const settle = (end: () => void): void => {
        this.#waiting.delete(reject);
        end();
      };
      value.then(
        (result) => settle(() => resolve(result)),
        (error) => settle(() => reject(error)),
      );
    });
  }

  /** After a while without an answer: a loop that catches what it is told would never end. */
  #refuse(): Promise<never> {
    const reason = this.#reason as Interrupted;
    if (this.#told++ > patience) return new Promise(() => {});
    return new Promise((_, reject) => setImmediate(reject, reason));
  }
}

/** Lets all that a cell had begun hear of its interrupt, so that it has let go of its tensors before the next cell. */
export async function restOf({ context }: CellRun): Promise<void> {
  for (let round = 0; round < 3; round++)
    await within(context, () => new Promise((resolve) => setImmediate(resolve)));
}

/** What the text of a cell calls as `$cell`; see `transformations`. */
export interface Guard {
  check(): void;
  wait(value: unknown, offset: number): unknown;
  iterate(items: unknown, offset: number): AsyncIterable<unknown>;
  bind(name: string, get: () => unknown, set: (value: unknown) => void): void;
  load(specifier: unknown): Promise<unknown>;
}

/** The guard of the cell with a number. Code of an earlier cell that a later one calls is that later one's work. */
export function guardOf(
  number: number,
  run: CellRun,
  flags: Flags,
  { bind, load }: Pick<Guard, "bind" | "load">,
): Guard {
  const own = (): CellRun => {
    const context = ownContext();
    return (context && contexts.get(context)) ?? run;
  };
  const wait = (value: unknown, offset: number): unknown => {
    const waited = own().wait(value);
    if (!(waited instanceof Promise)) return waited;
    return waited.catch((error) => {
      note(error, { cell: number, offset });
      throw error;
    });
  };
  return {
    bind,
    load,
    wait,
    check: () => {
      if (!flags.interrupt) return;
      const running = own();
      running.poll();
      throw running.interrupted ?? new Interrupted();
    },
    iterate: (items, offset) => ({
      [Symbol.asyncIterator]() {
        const source = items as Partial<AsyncIterable<unknown> & Iterable<unknown>>;
        const iterator = source[Symbol.asyncIterator]?.() ?? source[Symbol.iterator]?.();
        if (!iterator) throw new TypeError("what for await goes over is not iterable");
        return {
          next: async () => {
            const step = (await wait(iterator.next(), offset)) as IteratorResult<unknown>;
            return step.done ? step : { done: false, value: await wait(step.value, offset) };
          },
          return: async (value) => (await iterator.return?.(value)) ?? { done: true, value },
        };
      },
    }),
  };
}

/** Says where a cell was when it was thrown an error. */
export function note(error: unknown, waited: Waited): void {
  if (typeof error !== "object" || error === null) return;
  const places = waitedAt.get(error) ?? [];
  if (places.length < 50) waitedAt.set(error, [...places, waited]);
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  value !== null &&
  (typeof value === "object" || typeof value === "function") &&
  typeof (value as { then?: unknown }).then === "function";

/** A signal that looks for an interrupt whenever it is asked, for loops that never let events in. */
function polling(signal: AbortSignal, poll: () => void): AbortSignal {
  const aborted = Object.getOwnPropertyDescriptor(AbortSignal.prototype, "aborted")?.get as () => boolean;
  Object.defineProperty(signal, "aborted", {
    get() {
      poll();
      return aborted.call(signal);
    },
  });
  Object.defineProperty(signal, "throwIfAborted", {
    value: () => {
      if (signal.aborted) throw signal.reason;
    },
  });
  return signal;
}
