import { type CommMessage, type CommMessageType, Comms } from "../comms.ts";
import { currentContext } from "../context.ts";
import type { Completeness, Completion, ExecuteOptions, Listener, Outcome, SessionEvent } from "./events.ts";

/**
 * One notebook's session: TypeScript cells that know what earlier cells declared. Used alike by the Jupyter kernel and
 * by the headless runner.
 */
export class Session {
  /** Live connections to objects of the front end. */
  readonly comms = new Comms((message, content, extras) =>
    this.publish({ type: "comm", message, content, extras }),
  );
  readonly #listeners = new Set<Listener>();

  constructor(readonly folder: string) {}

  /** Hears of everything that cells print and show. Returns a function that stops it. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Publishes on behalf of the code that calls this: of its cell, or of the message that it handles. */
  publish(event: SessionEvent): void {
    const context = currentContext();
    if (context?.silent) return;
    for (const listener of this.#listeners) listener(event, context?.parent);
  }

  /** Runs a cell. Never throws: how it ended is in the outcome. One cell at a time. */
  async execute(_code: string, _options: ExecuteOptions = {}): Promise<Outcome> {
    throw new Error("not yet");
  }

  /** Stops the running cell. */
  interrupt(): void {}

  /** Hands a comm message of the front end to its comm, at once, also while a cell awaits. */
  async receive(
    _type: CommMessageType,
    _id: string,
    _message: CommMessage,
    _options: { readonly target?: string; readonly parent?: unknown } = {},
  ): Promise<void> {}

  /** What could be written at `at`. */
  complete(_code: string, at: number): Completion {
    return { start: at, end: at, matches: [] };
  }

  /** The type and the docstring of what stands at `at`. */
  inspect(_code: string, _at: number): string | undefined {
    return undefined;
  }

  /** Whether a cell can be run as it stands. */
  isComplete(_code: string): Completeness {
    return { status: "complete" };
  }
}
