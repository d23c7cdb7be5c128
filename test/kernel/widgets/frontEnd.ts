import { type CommExtras, type CommMessageType, Comms } from "../../../kernel/comms.ts";
import { type Context, within } from "../../../kernel/context.ts";
import type { SessionEvent } from "../../../kernel/session/events.ts";

/** A message that the kernel sent about a comm. */
export interface Sent {
  readonly type: CommMessageType;
  readonly id: string;
  readonly target: string | undefined;
  readonly data: {
    readonly method?: string;
    readonly state: Record<string, unknown>;
    readonly buffer_paths?: unknown;
    readonly content?: unknown;
  };
  readonly extras: CommExtras;
}

/** The other side of the comms: hears what the kernel sends and answers as a page would. */
export class FrontEnd {
  readonly sent: Sent[] = [];
  readonly published: SessionEvent[] = [];
  readonly comms = new Comms((type, { comm_id, target_name, data }, extras) =>
    this.sent.push({ type, id: comm_id, target: target_name, data: data as unknown as Sent["data"], extras }),
  );

  /** Runs a function as a cell of this front end would. */
  run<T>(cell: () => T): T {
    const session = {
      comms: this.comms,
      publish: (event: SessionEvent) => this.published.push(event),
      trouble: (error: Error) => ({
        ename: error.name,
        evalue: error.message,
        traceback: [`${error.name}: ${error.message}`],
      }),
    };
    const context = { session, parent: {}, signal: new AbortController().signal, silent: false };
    return within(context as unknown as Context, cell);
  }

  /** What was sent since this was asked last. */
  news(): Sent[] {
    return this.sent.splice(0);
  }

  /** What was sent since then, which is at least one message. */
  latest(): Sent {
    const last = this.news().at(-1);
    if (!last) throw new Error("nothing was sent");
    return last;
  }

  /** Sends a message to the model with an id. */
  async send(id: string, data: Record<string, unknown>, buffers: Uint8Array[] = []): Promise<void> {
    await this.comms.receive("comm_msg", id, { data, metadata: {}, buffers });
  }

  /** Moves a model as a hand would. */
  async update(id: string, state: Record<string, unknown>): Promise<void> {
    await this.send(id, { method: "update", state, buffer_paths: [] });
  }
}
