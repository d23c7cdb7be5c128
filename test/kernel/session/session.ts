import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import * as library from "../../../kernel/prelude/index.ts";
import type { ExecuteOptions, Outcome, SessionEvent } from "../../../kernel/session/events.ts";
import { captureOutput } from "../../../kernel/session/output.ts";
import { provideLibrary } from "../../../kernel/session/prelude.ts";
import { Session } from "../../../kernel/session/session.ts";

/** A session in an empty folder of its own, and everything that it published. */
export interface Laboratory {
  readonly session: Session;
  readonly folder: string;
  readonly events: { readonly event: SessionEvent; readonly parent: unknown }[];
  /** Runs a cell and returns how it ended. */
  run(code: string, options?: ExecuteOptions): Promise<Outcome>;
  /** Runs a cell that must succeed and returns its value. */
  value(code: string, options?: ExecuteOptions): Promise<unknown>;
  /** Runs a cell that must fail and returns its error, without colours. */
  trouble(
    code: string,
    options?: ExecuteOptions,
  ): Promise<{ ename: string; evalue: string; traceback: string[] }>;
  /** What was printed since the last call. */
  printed(): string;
  close(): void;
}

/** Opens a session far from any node_modules. */
export function laboratory(): Laboratory {
  provideLibrary(library);
  captureOutput();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "proxylab-session-")));
  const session = new Session(folder);
  const events: Laboratory["events"] = [];
  session.listen((event, parent) => events.push({ event, parent }));
  const run: Laboratory["run"] = (code, options) => session.execute(code, options);
  return {
    session,
    folder,
    events,
    run,
    async value(code, options) {
      const outcome = await run(code, options);
      if (outcome.status === "ok") return outcome.value;
      throw new Error(stripVTControlCharacters(outcome.trouble.traceback.join("\n")));
    },
    async trouble(code, options) {
      const outcome = await run(code, options);
      if (outcome.status === "ok") throw new Error(`the cell succeeded: ${code}`);
      return {
        ...outcome.trouble,
        traceback: outcome.trouble.traceback.map((line) => stripVTControlCharacters(line)),
      };
    },
    printed() {
      const text = events
        .splice(0)
        .map(({ event }) => (event.type === "stream" ? event.text : ""))
        .join("");
      return text;
    },
    close() {
      session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
