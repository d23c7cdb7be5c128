import { randomUUID } from "node:crypto";
import type { Comm, CommMessage, Comms } from "../comms.ts";
import { type BufferPath, joinBuffers, splitBuffers } from "./buffers.ts";

/** The version of the widgets' protocol that is spoken. */
const version = "2.1.0";

/** The target by which front ends know widgets. */
const target = "jupyter.widget";

/** What a model says to the object that stands behind it. */
export interface Heard {
  /** State that the front end changed; already part of the model's. */
  onState?(changed: Record<string, unknown>): void | Promise<void>;
  /** A message of the component's own. */
  onCustom?(content: unknown, buffers: readonly Uint8Array[]): void | Promise<void>;
}

/**
 * The counterpart of a widget's model in the front end: its state, kept alike on both sides. It is opened there when it
 * is first shown; without a front end it is only its state.
 */
export class Model {
  readonly id = randomUUID().replaceAll("-", "");
  readonly #comms: Comms | undefined;
  readonly #heard: Heard;
  readonly #parts: readonly Model[];
  #state: Record<string, unknown>;
  #comm: Comm | undefined;
  #closed = false;

  /** `parts` are models that the state refers to, by `IPY_MODEL_` and their id; they are opened before it. */
  constructor(
    comms: Comms | undefined,
    state: Record<string, unknown>,
    { heard = {}, parts = [] }: { heard?: Heard; parts?: readonly Model[] } = {},
  ) {
    this.#comms = comms;
    this.#state = state;
    this.#heard = heard;
    this.#parts = parts;
  }

  get state(): Readonly<Record<string, unknown>> {
    return this.#state;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Opens it in the front end, once. */
  open(): void {
    if (this.#comm || this.#closed || !this.#comms) return;
    for (const part of this.#parts) part.open();
    const { state, paths, buffers } = splitBuffers(this.#state);
    const data = { state, buffer_paths: paths };
    this.#comm = this.#comms.open(target, data, { id: this.id, metadata: { version }, buffers });
    this.#comm.onMessage((message) => this.#receive(message));
    this.#comm.onClose(() => {
      this.#closed = true;
    });
  }

  /** Changes the state on both sides. */
  set(changed: Record<string, unknown>): void {
    if (Object.keys(changed).length === 0) return;
    this.#state = { ...this.#state, ...changed };
    this.#tell("update", changed);
  }

  /** Sends a message of the component's own. */
  send(content: unknown, buffers: readonly Uint8Array[] = []): void {
    this.#comm?.send({ method: "custom", content }, { buffers });
  }

  /** Takes it, and its parts, out of the front end. */
  close(): void {
    this.#closed = true;
    this.#comm?.close();
    for (const part of this.#parts) part.close();
  }

  async #receive({ data, buffers }: CommMessage): Promise<void> {
    if (data.method === "request_state") this.#tell("update", this.#state);
    else if (data.method === "custom") await this.#heard.onCustom?.(data.content, buffers);
    else if (data.method === "update") {
      const paths = Array.isArray(data.buffer_paths) ? (data.buffer_paths as BufferPath[]) : [];
      const given = typeof data.state === "object" && data.state !== null ? data.state : {};
      const changed = joinBuffers(given as Record<string, unknown>, paths, buffers);
      this.#state = { ...this.#state, ...changed };
      // Other pages of the same notebook follow; the one that sent it knows its own echo.
      this.#tell("echo_update", changed);
      await this.#heard.onState?.(changed);
    }
  }

  #tell(method: "update" | "echo_update", changed: Record<string, unknown>): void {
    if (!this.#comm) return;
    const { state, paths, buffers } = splitBuffers(changed);
    this.#comm.send({ method, state, buffer_paths: paths }, { buffers });
  }
}
