import { randomUUID } from "node:crypto";

/** What a message on a comm carries beside its data. */
export interface CommExtras {
  readonly metadata?: Record<string, unknown> | undefined;
  readonly buffers?: readonly Uint8Array[] | undefined;
}

/** A message that arrived on a comm. */
export interface CommMessage {
  readonly data: Record<string, unknown>;
  readonly metadata: Record<string, unknown>;
  readonly buffers: readonly Uint8Array[];
}

export type CommMessageType = "comm_open" | "comm_msg" | "comm_close";

/** Publishes a message about a comm; the content is that of the Jupyter messages of the same names. */
export type SendComm = (
  type: CommMessageType,
  content: { comm_id: string; data: Record<string, unknown>; target_name?: string },
  extras: CommExtras,
) => void;

/** One connection between an object here and its counterpart in the front end. */
export interface Comm {
  readonly id: string;
  readonly target: string;
  readonly closed: boolean;
  send(data: Record<string, unknown>, extras?: CommExtras): void;
  close(data?: Record<string, unknown>, extras?: CommExtras): void;
  /** Called for each message; during a cell that awaits, too. The latest listener replaces the one before. */
  onMessage(listener: (message: CommMessage) => void | Promise<void>): void;
  /** Called when the front end closes. */
  onClose(listener: (message: CommMessage) => void | Promise<void>): void;
}

/** Called when a front end opens a comm to a target of this kernel. */
export type Target = (comm: Comm, message: CommMessage) => void | Promise<void>;

/** The comms of a session: those opened here and those that the front end opened. */
export class Comms {
  readonly #send: SendComm;
  readonly #open = new Map<string, OpenComm>();
  readonly #targets = new Map<string, Target>();

  constructor(send: SendComm) {
    this.#send = send;
  }

  /** Accepts comms that a front end opens to `target`; one to a target that nobody registered is closed at once. */
  registerTarget(target: string, accept: Target): void {
    this.#targets.set(target, accept);
  }

  /** Opens a comm to a target of the front end. */
  open(target: string, data: Record<string, unknown> = {}, extras: CommExtras & { id?: string } = {}): Comm {
    const comm = this.#add(extras.id ?? randomUUID(), target);
    this.#send("comm_open", { comm_id: comm.id, target_name: target, data }, extras);
    return comm;
  }

  /** The open comms, of one target or of all. */
  list(target?: string): Comm[] {
    return [...this.#open.values()].filter((comm) => target === undefined || comm.target === target);
  }

  /** Takes a message from the front end; errors of listeners are the caller's to show. */
  async receive(type: CommMessageType, id: string, message: CommMessage, target = ""): Promise<void> {
    if (type === "comm_open") return await this.#accept(id, target, message);
    const comm = this.#open.get(id);
    if (!comm) return;
    if (type === "comm_msg") return await comm.message(message);
    this.#open.delete(id);
    comm.closed = true;
    await comm.closing(message);
  }

  async #accept(id: string, target: string, message: CommMessage): Promise<void> {
    const accept = this.#targets.get(target);
    if (!accept) return this.#send("comm_close", { comm_id: id, data: {} }, {});
    const comm = this.#add(id, target);
    try {
      await accept(comm, message);
    } catch (error) {
      comm.close();
      throw error;
    }
  }

  #add(id: string, target: string): OpenComm {
    const comm = new OpenComm(id, target, this.#send, () => this.#open.delete(id));
    this.#open.set(id, comm);
    return comm;
  }
}

class OpenComm implements Comm {
  closed = false;
  message: (message: CommMessage) => void | Promise<void> = () => {};
  closing: (message: CommMessage) => void | Promise<void> = () => {};

  constructor(
    readonly id: string,
    readonly target: string,
    readonly publish: SendComm,
    readonly forget: () => void,
  ) {}

  send(data: Record<string, unknown>, extras: CommExtras = {}): void {
    if (!this.closed) this.publish("comm_msg", { comm_id: this.id, data }, extras);
  }

  close(data: Record<string, unknown> = {}, extras: CommExtras = {}): void {
    if (this.closed) return;
    this.closed = true;
    this.forget();
    this.publish("comm_close", { comm_id: this.id, data }, extras);
  }

  onMessage(listener: (message: CommMessage) => void | Promise<void>): void {
    this.message = listener;
  }

  onClose(listener: (message: CommMessage) => void | Promise<void>): void {
    this.closing = listener;
  }
}
