import type { CommExtras, CommMessageType } from "../comms.ts";
import type { MimeBundle } from "../display/registry.ts";

/** What a session publishes. Each belongs to a request: the `parent` that `execute` was given. */
export type SessionEvent =
  | { readonly type: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | {
      readonly type: "display";
      readonly bundle: MimeBundle;
      /** The display's name, when it can be replaced later. */
      readonly id?: string | undefined;
      /** Whether it replaces what was shown under that name. */
      readonly update: boolean;
    }
  | { readonly type: "clear"; readonly wait: boolean }
  | {
      readonly type: "comm";
      readonly message: CommMessageType;
      readonly content: { comm_id: string; data: Record<string, unknown>; target_name?: string };
      readonly extras: CommExtras;
    };

export type Listener = (event: SessionEvent, parent: unknown) => void;

/** An error as Jupyter tells it. */
export interface Trouble {
  readonly ename: string;
  readonly evalue: string;
  /** Lines, coloured by ANSI codes; they point at cell and line of the TypeScript as written. */
  readonly traceback: readonly string[];
}

/** What a cell took. */
export interface CellReport {
  readonly ms: number;
  /** Tensors alive after the cell less those before; 0 while the engine has not been used. */
  readonly tensors: number;
  readonly bytes: number;
  /** One sentence, when the cell leaks tensors: it made some that no variable of the session holds. */
  readonly warning?: string;
}

/** How a cell ended. */
export type Outcome =
  | {
      readonly status: "ok";
      /** The value of its last expression; undefined for none. */
      readonly value: unknown;
      /** That value in the forms that a front end may choose from; absent for undefined. */
      readonly bundle?: MimeBundle;
      readonly report: CellReport;
    }
  | { readonly status: "error"; readonly trouble: Trouble; readonly report: CellReport };

/** How a cell is run. */
export interface ExecuteOptions {
  /** What the cell is called in tracebacks: `In [3]`. */
  readonly name?: string;
  /** Publish nothing. */
  readonly silent?: boolean;
  /** Handed back with every event of the cell. */
  readonly parent?: unknown;
  /** Interrupts the cell when aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Answers `input()`; without it, asking fails. */
  readonly ask?: ((prompt: string, secret: boolean) => Promise<string>) | undefined;
}

/** What could be written at a place of a cell. Places count UTF-16 code units. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly matches: readonly { readonly text: string; readonly kind: string }[];
}

/** Whether a cell can be run as it stands. */
export type Completeness =
  | { readonly status: "complete" | "invalid" }
  | { readonly status: "incomplete"; readonly indent: string };
