import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { Failure } from "../../src/errors.ts";
import type { Flags } from "../session/interrupt.ts";
import type { Connection } from "./connection.ts";
import { type Header, jsonOf, type Message } from "./message.ts";
import type { Parents } from "./parent.ts";
import type { FromSockets, ThreadOptions, ToSockets } from "./port.ts";

/** Characters of output that may be on their way to the sockets; who prints more waits. */
const mostWaiting = 2 ** 25;

/** What a message carries beside its content. */
export interface Extras {
  readonly metadata?: Record<string, unknown> | undefined;
  readonly buffers?: readonly Uint8Array[] | undefined;
}

/** Who hears of what arrives. */
export interface WireListener {
  onMessage(channel: "shell" | "stdin", message: Message): void;
  onInterrupt(running: boolean): void;
  onShutdown(): void;
}

/** The way to the sockets, which a thread of their own holds, so that they answer while a cell computes. */
export class Wire {
  readonly #port: MessagePort;
  readonly #flags: Flags;
  readonly #waiting: Int32Array;
  #listener: WireListener | undefined;
  /** What arrived before anybody listened. */
  #early: FromSockets[] = [];
  #closed: (() => void) | undefined;

  private constructor(port: MessagePort, flags: Flags, waiting: Int32Array) {
    this.#port = port;
    this.#flags = flags;
    this.#waiting = waiting;
  }

  /**
   * Binds the sockets. Throws a `Failure` where a port is in use.
   */
  static async open(connection: Connection, flags: Flags, watched: Parents | undefined): Promise<Wire> {
    const { port1, port2 } = new MessageChannel();
    const waiting = new SharedArrayBuffer(4);
    const workerData: ThreadOptions = {
      connection,
      port: port2,
      flags: flags.shared,
      waiting,
      parents: watched,
    };
    const worker = new Worker(new URL("./socketThread.js", import.meta.url), {
      workerData,
      transferList: [port2],
    });
    const wire = new Wire(port1, flags, new Int32Array(waiting));
    await new Promise<void>((resolve, reject) => {
      worker.once("error", reject);
      port1.once("message", (news: FromSockets) => {
        if (news.kind !== "bound") return reject(new Failure(news.kind === "failed" ? news.why : news.kind));
        if (!news.hearsSignals) process.on("SIGINT", () => wire.#listener?.onInterrupt(false));
        port1.on("message", (later: FromSockets) => wire.#hear(later));
        resolve();
      });
    });
    // Without its sockets a kernel is nothing, and the client that started it starts another.
    worker.on("error", (error) => {
      process.stderr.write(`proxylab: the thread that holds the sockets ended: ${error.stack}\n`);
      process.exit(1);
    });
    worker.unref();
    return wire;
  }

  /** Hands everything that arrives from now on to a listener. */
  listen(listener: WireListener): void {
    this.#listener = listener;
    for (const news of this.#early.splice(0)) this.#hear(news);
  }

  /** Hands over at once what has arrived meanwhile, while code ran that let no events in. */
  hearAll(): void {
    for (let next = receiveMessageOnPort(this.#port); next; next = receiveMessageOnPort(this.#port))
      this.#hear(next.message as FromSockets);
  }

  /** Publishes to every client, on behalf of the request with the header `parent`. */
  publish(type: string, parent: Header | undefined, content: object, extras: Extras = {}): void {
    const message = { identities: [type], type, parent, content: jsonOf(content), ...extras };
    this.#send({ kind: "send", channel: "iopub", message }, message.content.length);
  }

  /** Answers a request, or asks who made it. */
  answer(channel: "shell" | "stdin", to: Message, type: string, content: object, extras: Extras = {}): void {
    const { identities, header: parent } = to;
    const message = { identities, type, parent, content: jsonOf(content), ...extras };
    this.#send({ kind: "send", channel, message }, message.content.length);
  }

  /** Publishes printed text. */
  print(name: "stdout" | "stderr", text: string, parent: Header | undefined): void {
    this.#send({ kind: "stream", name, text, parent }, text.length);
  }

  /** Closes the sockets once everything has been sent. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.#closed = resolve;
    });
    this.#send({ kind: "close" }, 0);
    await closed;
    this.#port.close();
  }

  #send(order: ToSockets, size: number): void {
    while (!this.#flags.interrupt) {
      const waiting = Atomics.load(this.#waiting, 0);
      if (waiting <= mostWaiting) break;
      Atomics.wait(this.#waiting, 0, waiting, 100);
    }
    Atomics.add(this.#waiting, 0, size);
    this.#port.postMessage(order);
  }

  #hear(news: FromSockets): void {
    if (!this.#listener) this.#early.push(news);
    else if (news.kind === "message") this.#listener.onMessage(news.channel, news.message);
    else if (news.kind === "interrupt") this.#listener.onInterrupt(news.running);
    else if (news.kind === "shutdown") this.#listener.onShutdown();
    else if (news.kind === "closed") this.#closed?.();
  }
}
