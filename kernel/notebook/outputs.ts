import type { MimeBundle } from "../display/registry.ts";
import { cut } from "../display/registry.ts";
import type { SessionEvent } from "../session/events.ts";
import type { CodeCell, Output } from "./notebook.ts";

/** Characters of one cell's printed text that are kept. */
const longestPrinted = 2_000_000;

/** A live widget's own type: there is nothing behind it in a file. Its picture and its words stay. */
const widget = "application/vnd.jupyter.widget-view+json";

type Shown = Extract<Output, { output_type: "display_data" }>;

/** Keeps what cells publish as the outputs of a notebook's file. */
export class Outputs {
  readonly #displays = new Map<string, Shown[]>();
  readonly #printed = new WeakMap<CodeCell, number>();
  readonly #clearing = new WeakSet<CodeCell>();

  /** Forgets what a cell showed before, since it is run now. */
  begin(cell: CodeCell): void {
    cell.outputs = [];
    cell.execution_count = null;
  }

  add(cell: CodeCell, event: SessionEvent): void {
    if (event.type === "clear") {
      if (event.wait) this.#clearing.add(cell);
      else this.#clear(cell);
    } else if (event.type === "stream") this.#print(cell, event.name, event.text);
    else if (event.type === "display") this.#display(cell, event);
  }

  /** Adds the value of a cell's last expression. */
  addResult(cell: CodeCell, bundle: MimeBundle): void {
    const count = cell.execution_count;
    this.#push(cell, { output_type: "execute_result", ...formsOf(bundle), execution_count: count });
  }

  addError(cell: CodeCell, ename: string, evalue: string, traceback: readonly string[]): void {
    this.#push(cell, { output_type: "error", ename, evalue, traceback: [...traceback] });
  }

  #push(cell: CodeCell, output: Output): void {
    if (this.#clearing.delete(cell)) this.#clear(cell);
    cell.outputs.push(output);
  }

  #clear(cell: CodeCell): void {
    cell.outputs = [];
    this.#printed.delete(cell);
  }

  #print(cell: CodeCell, name: "stdout" | "stderr", text: string): void {
    if (this.#clearing.delete(cell)) this.#clear(cell);
    const before = this.#printed.get(cell) ?? 0;
    this.#printed.set(cell, before + text.length);
    if (before > longestPrinted) return;
    const room = longestPrinted - before;
    const kept =
      text.length > room ? `${text.slice(0, room)}\n... cut: more was printed than is kept here\n` : text;
    const last = cell.outputs.at(-1);
    if (last?.output_type === "stream" && last.name === name) last.text += kept;
    else cell.outputs.push({ output_type: "stream", name, text: kept });
  }

  #display(cell: CodeCell, { bundle, id, update }: Extract<SessionEvent, { type: "display" }>): void {
    const forms = formsOf(bundle);
    if (update) {
      for (const shown of this.#displays.get(id ?? "") ?? []) Object.assign(shown, forms);
      return;
    }
    const shown: Shown = { output_type: "display_data", ...forms };
    this.#push(cell, shown);
    if (id !== undefined) this.#displays.set(id, [...(this.#displays.get(id) ?? []), shown]);
  }
}

/** A bundle as a file can hold it. */
function formsOf({ data, metadata }: MimeBundle): Pick<Shown, "data" | "metadata"> {
  try {
    const { [widget]: _, ...kept } = data;
    return JSON.parse(JSON.stringify({ data: kept, metadata })) as Pick<Shown, "data" | "metadata">;
  } catch (error) {
    const why = cut(error instanceof Error ? error.message : String(error), 1000);
    return { data: { "text/plain": `(cannot be shown: ${why})` }, metadata: {} };
  }
}
