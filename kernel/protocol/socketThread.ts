import { workerData } from "node:worker_threads";
import { Flags } from "../session/interrupt.ts";
import { kernelInfo } from "./kernelInfo.ts";
import { framesOf, jsonOf, type Message, messageOf, type Outgoing } from "./message.ts";
import { watchParents } from "./parent.ts";
import type { FromSockets, ThreadOptions, ToSockets } from "./port.ts";
import { Printed } from "./printed.ts";
import { onInterruptSignal, onSignal } from "./signals.ts";
import { Signer } from "./signature.ts";
import { Sockets } from "./sockets.ts";

/*
 * The thread that holds the sockets. It answers what must be answered while a cell computes: heartbeat, kernel_info,
 * interrupt, shutdown; the rest it hands to the thread that runs cells.
 */

/** Milliseconds in which the kernel may end by itself after it was told to. */
const patience = 2000;

const { connection, port, flags: shared, waiting, parents } = workerData as ThreadOptions;
const flags = new Flags(shared);
const backlog = new Int32Array(waiting);
const signer = new Signer(connection);
const tell = (news: FromSockets, moved: ArrayBuffer[] = []): void => port.postMessage(news, moved);

try {
  serve(await Sockets.bind(connection));
  onSignal("SIGTERM", leave);
  tell({ kind: "bound", hearsSignals: onInterruptSignal(interrupt) });
} catch (error) {
  tell({ kind: "failed", why: (error as Error).message });
}

function serve(sockets: Sockets): void {
  const publish = (message: Outgoing): void => sockets.send("iopub", framesOf(message, signer));
  const printed = new Printed(publish);
  const end = async (): Promise<void> => {
    stopWatching();
    printed.flush();
    await sockets.end();
    tell({ kind: "closed" });
    port.close();
  };
  const stopWatching = watchParents(parents, leave);

  port.on("message", (order: ToSockets) => {
    if (order.kind === "close") return void end();
    if (order.kind === "stream") {
      free(order.text.length);
      return printed.add(order.name, order.text, order.parent);
    }
    const { channel, message } = order;
    free(message.content.length);
    if (channel === "iopub") printed.flush();
    sockets.send(channel, framesOf(message, signer));
  });

  const answer = (channel: "shell" | "control", request: Message): boolean => {
    const content = answerTo(channel, request);
    if (!content) return false;
    const { header } = request;
    const status = (execution_state: string): void =>
      publish({
        identities: ["status"],
        type: "status",
        parent: header,
        content: JSON.stringify({ execution_state }),
      });
    printed.flush();
    status("busy");
    const type = header.msg_type.replace(/_request$/, "_reply");
    const { identities } = request;
    sockets.send(channel, framesOf({ identities, type, parent: header, content: jsonOf(content) }, signer));
    status("idle");
    return true;
  };

  for (const channel of ["shell", "control"] as const) {
    sockets.listen(channel, (frames) => {
      const message = messageOf(frames, signer);
      if (message && !answer(channel, message) && channel === "shell") hand("shell", message);
    });
  }
  sockets.listen("stdin", (frames) => {
    const message = messageOf(frames, signer);
    if (message) hand("stdin", message);
  });
  sockets.listen("iopub", ([subscription]) => {
    if (subscription?.[0] !== 1) return;
    const topic = Buffer.from(subscription.subarray(1)).toString();
    publish({
      identities: [topic],
      type: "iopub_welcome",
      parent: undefined,
      content: jsonOf({ subscription: topic }),
    });
  });
  publish({
    identities: ["status"],
    type: "status",
    parent: undefined,
    content: '{"execution_state":"starting"}',
  });
}

function answerTo(channel: "shell" | "control", { header, content }: Message): object | undefined {
  const type = header.msg_type;
  if (type === "kernel_info_request") return kernelInfo;
  if (type === "interrupt_request" && channel === "control") {
    interrupt();
    return { status: "ok" };
  }
  if (type === "shutdown_request") {
    leave();
    return { status: "ok", restart: content.restart === true };
  }
  return undefined;
}

function interrupt(): void {
  const { running } = flags;
  flags.interrupt = true;
  tell({ kind: "interrupt", running });
}

/** Ends the process: by itself if it can, else without its consent. */
function leave(): void {
  flags.interrupt = true;
  tell({ kind: "shutdown" });
  setTimeout(() => process.kill(process.pid, "SIGKILL"), patience);
}

/** Hands a message to the thread that runs cells; one that cannot be handed on is dropped. */
function hand(channel: "shell" | "stdin", message: Message): void {
  // Copies, since memory of the sockets cannot move to another thread.
  const copies = (parts: readonly Uint8Array[]) => parts.map((part) => Uint8Array.from(part));
  const buffers = copies(message.buffers);
  try {
    tell(
      {
        kind: "message",
        channel,
        message: { ...message, identities: copies(message.identities), buffers },
      },
      buffers.map((buffer) => buffer.buffer),
    );
  } catch {
    // Nested deeper than a thread can be told.
  }
}

/** Says that some output has arrived here. */
function free(bytes: number): void {
  Atomics.sub(backlog, 0, bytes);
  Atomics.notify(backlog, 0);
}
