import type { MessagePort } from "node:worker_threads";
import type { Connection } from "./connection.ts";
import type { Message, Outgoing } from "./message.ts";
import type { Parents } from "./parent.ts";

/** What the thread that holds the sockets is started with. */
export interface ThreadOptions {
  readonly connection: Connection;
  readonly port: MessagePort;
  /** The memory of the session's flags. */
  readonly flags: SharedArrayBuffer;
  /** One slot: bytes of output that are on their way to the thread. */
  readonly waiting: SharedArrayBuffer;
  readonly parents: Parents | undefined;
}

/** What the thread that holds the sockets says to the one that runs cells. */
export type FromSockets =
  /** Clients may come; `hearsSignals` says whether SIGINT is heard there. */
  | { readonly kind: "bound"; readonly hearsSignals: boolean }
  | { readonly kind: "failed"; readonly why: string }
  | { readonly kind: "message"; readonly channel: "shell" | "stdin"; readonly message: Message }
  /** An interrupt; `running` says whether a cell ran when it came. */
  | { readonly kind: "interrupt"; readonly running: boolean }
  | { readonly kind: "shutdown" }
  | { readonly kind: "closed" };

/** What the thread that runs cells says to it. */
export type ToSockets =
  | { readonly kind: "send"; readonly channel: "iopub" | "shell" | "stdin"; readonly message: Outgoing }
  /** Printed text, which is gathered for a moment. */
  | {
      readonly kind: "stream";
      readonly name: "stdout" | "stderr";
      readonly text: string;
      readonly parent: Message["header"] | undefined;
    }
  | { readonly kind: "close" };
