import type { MimeBundle } from "../display/registry.ts";
import type { Outcome } from "../session/events.ts";
import type { Session } from "../session/session.ts";
import type { History } from "./history.ts";
import type { Message } from "./message.ts";
import { objectIn, textIn } from "./requests/fields.ts";
import type { Wire } from "./wire.ts";

/** What a cell needs of the kernel. */
export interface Surroundings {
  readonly wire: Wire;
  readonly session: Session;
  readonly history: History;
  ask(request: Message, prompt: string, secret: boolean): Promise<string>;
}

/** Runs the cells of `execute_request` and counts them. */
export class Cells {
  readonly #around: Surroundings;
  #count = 0;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Runs a cell, publishes what comes of it and answers. Returns whether it succeeded. */
  async run(request: Message): Promise<boolean> {
    const { wire, session, history, ask } = this.#around;
    const { silent, stored, asks } = optionsOf(request);
    const code = textIn(request, "code");
    const started = new Date().toISOString();
    if (stored) this.#count++;
    const count = this.#count;
    if (!silent) wire.publish("execute_input", request.header, { code, execution_count: count });
    const asked = askedAbout(code);
    if (asked !== undefined) return this.#page(request, asked, count);
    const outcome = await session.execute(code, {
      name: stored ? `In [${count}]` : "In [ ]",
      silent,
      parent: request,
      ask: asks ? (prompt, secret) => ask(request, prompt, secret) : undefined,
    });
    if (!silent) this.#publish(request, outcome, count);
    if (stored) history.add(count, code, textOf(outcome));
    const content =
      outcome.status === "ok"
        ? { status: "ok", payload: [], user_expressions: await this.#expressions(request) }
        : { status: "error", ...outcome.trouble };
    const metadata = { started, status: outcome.status, proxylab: outcome.report };
    wire.answer("shell", request, "execute_reply", { ...content, execution_count: count }, { metadata });
    return outcome.status === "ok";
  }

  /** Answers that a cell was not run, since one before it failed. */
  abort(request: Message): void {
    const content = { status: "aborted", execution_count: this.#count };
    this.#around.wire.answer("shell", request, "execute_reply", content);
  }

  /** Answers a question such as `cost?`: by a page that the client opens beside the notebook. */
  #page(request: Message, name: string, count: number): boolean {
    const { wire, session } = this.#around;
    const text = session.inspect(name, name.length) ?? `nothing is known of "${name}"`;
    const payload = [{ source: "page", data: { "text/plain": text }, start: 0 }];
    const content = { status: "ok", payload, user_expressions: {}, execution_count: count };
    wire.answer("shell", request, "execute_reply", content);
    return true;
  }

  #publish({ header }: Message, outcome: Outcome, count: number): void {
    const { wire } = this.#around;
    const { warning } = outcome.report;
    if (warning) wire.print("stderr", `${warning}\n`, header);
    if (outcome.status === "error") wire.publish("error", header, outcome.trouble);
    else if (outcome.bundle)
      publishBundle(wire, "execute_result", header, outcome.bundle, { execution_count: count });
  }

  async #expressions(request: Message): Promise<Record<string, object>> {
    const results: Record<string, object> = {};
    for (const [name, expression] of Object.entries(objectIn(request, "user_expressions"))) {
      const outcome = await this.#around.session.evaluate(String(expression), { parent: request });
      results[name] =
        outcome.status === "error"
          ? { status: "error", ...outcome.trouble }
          : { status: "ok", ...(outcome.bundle ?? { data: { "text/plain": "undefined" }, metadata: {} }) };
    }
    return results;
  }
}

/** The name in a cell that is nothing but `name?`. */
const askedAbout = (code: string): string | undefined => /^\s*([\w$.]+)\s*\?\s*$/.exec(code)?.[1];

/** Whether further cells wait for the success of this one. */
export const stopsOnError = ({ content }: Message): boolean => content.stop_on_error !== false;

function optionsOf({ content }: Message): { silent: boolean; stored: boolean; asks: boolean } {
  const silent = content.silent === true;
  return { silent, stored: !silent && content.store_history !== false, asks: content.allow_stdin === true };
}

function textOf(outcome: Outcome): string | null {
  const text = outcome.status === "ok" ? outcome.bundle?.data["text/plain"] : undefined;
  return typeof text === "string" ? text : null;
}

/** Publishes the forms of a value; where JSON cannot hold one of them, a sentence that says so. */
export function publishBundle(
  wire: Wire,
  type: "execute_result" | "display_data" | "update_display_data",
  parent: Message["header"] | undefined,
  { data, metadata }: MimeBundle,
  more: object,
): void {
  try {
    wire.publish(type, parent, { data, metadata, ...more });
  } catch (error) {
    const text = `(cannot be shown: ${error instanceof Error ? error.message : "it is no JSON"})`;
    wire.publish(type, parent, { data: { "text/plain": text }, metadata: {}, ...more });
  }
}
