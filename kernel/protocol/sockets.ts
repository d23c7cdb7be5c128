import { Reply, Router, XPublisher } from "zeromq";
import { Failure } from "../../src/errors.ts";
import { addressOf, type Channel, type Connection, channels } from "./connection.ts";

/** Bytes of one frame that are taken; who sends a larger one is disconnected before room is made for it. */
const largestFrame: Record<Channel, number> = {
  shell: 2 ** 28,
  control: 2 ** 24,
  stdin: 2 ** 24,
  iopub: 2 ** 12,
  hb: 2 ** 16,
};

/** Messages of iopub that wait for a client that reads slowly; further ones are lost to that client. */
const mostWaiting = 20_000;

/** Milliseconds that what was sent last may take to leave when the sockets are closed. */
const linger = 1000;

type Frames = readonly (Uint8Array | string)[];

/** The five sockets of a kernel, bound. */
export class Sockets {
  readonly #sockets: { shell: Router; control: Router; stdin: Router; iopub: XPublisher; hb: Reply };
  readonly #sent = new Map<Channel, Promise<void>>();

  private constructor({ ip }: Connection) {
    const ipv6 = ip.includes(":");
    const socket = (channel: Channel) => ({ linger, ipv6, maxMessageSize: largestFrame[channel] });
    this.#sockets = {
      shell: new Router(socket("shell")),
      control: new Router(socket("control")),
      stdin: new Router(socket("stdin")),
      iopub: new XPublisher({ ...socket("iopub"), sendHighWaterMark: mostWaiting, verbosity: "allSubs" }),
      hb: new Reply(socket("hb")),
    };
  }

  /** Binds them to what a connection file says. Throws a `Failure` where that cannot be. */
  static async bind(connection: Connection): Promise<Sockets> {
    const bound = new Sockets(connection);
    for (const channel of channels) {
      const address = addressOf(connection, channel);
      try {
        await bound.#sockets[channel].bind(address);
      } catch (error) {
        bound.close();
        const { code, message } = error as NodeJS.ErrnoException;
        const why = code === "EADDRINUSE" ? "the port is in use" : message;
        throw new Failure(
          `cannot listen at ${address} (${channel}): ${why}; start the kernel with another port`,
        );
      }
    }
    void bound.#echo();
    return bound;
  }

  /** Hears every message of a channel; on iopub those by which clients subscribe. */
  listen(channel: Exclude<Channel, "hb">, heard: (frames: Uint8Array[]) => void): void {
    void (async () => {
      const socket = this.#sockets[channel];
      while (!socket.closed) {
        const frames = await socket.receive().catch(() => undefined);
        if (frames) heard(frames);
      }
    })();
  }

  /** Sends a message; those of one channel leave in their order. */
  send(channel: Exclude<Channel, "hb">, frames: Frames): void {
    const socket = this.#sockets[channel];
    const before = this.#sent.get(channel) ?? Promise.resolve();
    // Whom it was for may be gone, and the socket closed.
    this.#sent.set(
      channel,
      before.then(() => socket.send([...frames])).catch(() => {}),
    );
  }

  /** Closes them once everything has been sent, or handed to the network at least. */
  async end(): Promise<void> {
    await Promise.race([
      Promise.all(this.#sent.values()),
      new Promise((resolve) => setTimeout(resolve, linger)),
    ]);
    this.close();
  }

  close(): void {
    for (const socket of Object.values(this.#sockets)) socket.close();
  }

  /** Answers the heartbeat. */
  async #echo(): Promise<void> {
    const { hb } = this.#sockets;
    while (!hb.closed) {
      try {
        await hb.send(await hb.receive());
      } catch {
        // The client is gone, or the socket closed.
      }
    }
  }
}
