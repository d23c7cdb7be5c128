import { type Context, currentContext, within } from "../context.ts";
import { displayed } from "../display/custom.ts";
import { escapeHtml } from "../display/html.ts";
import type { MimeData } from "../display/registry.ts";
import type { Model } from "./model.ts";
import { noteRead, unwatched } from "./reading.ts";

type Listener<T> = (value: T, before: T) => unknown;

/** What a widget looks like where no front end draws it. */
export interface Still {
  readonly text: string;
  /** HTML that a sanitised notebook keeps. */
  readonly html?: string;
}

/** Something in the notebook that one sees and moves: its value is the same there and here. */
export abstract class Widget<T> {
  protected abstract readonly model: Model;
  readonly #listeners = new Set<(value: T, before: T) => void | Promise<void>>();
  #value: T;

  protected constructor(value: T) {
    this.#value = value;
  }

  /** The value as the front end has it. Setting it moves the widget there. */
  get value(): T {
    noteRead(this);
    return this.#value;
  }

  set value(given: T) {
    const value = this.checked(given);
    const before = this.#value;
    this.#value = value;
    this.model.set(this.stateOf(value));
    if (!Object.is(value, before)) void this.#tell(value, before);
  }

  /**
   * Calls a function with each new value, whoever changed it; while a cell awaits, too. What it prints, and the errors
   * that it throws, appear below the cell that this was called in. Returns a function that ends it.
   */
  onChange(listener: Listener<T>): () => void {
    const context = currentContext();
    const call = (value: T, before: T) => inContext(context, () => listener(value, before));
    this.#listeners.add(call);
    return () => {
      this.#listeners.delete(call);
    };
  }

  /** Takes the widget out of the notebook. Its value stays as it is. */
  dispose(): void {
    this.#listeners.clear();
    this.model.close();
  }

  /** How a front end draws it, and what there is to see where none does. */
  async [displayed](): Promise<MimeData> {
    const { text, html = `<p>${escapeHtml(text)}</p>` } = await this.still();
    if (this.model.closed)
      return { "text/plain": `${text} (disposed)`, "text/html": `${html}<p><small>(disposed)</small></p>` };
    this.model.open();
    const hint =
      "It can be moved in JupyterLab with ipywidgets and anywidget installed, while its kernel runs.";
    return {
      "application/vnd.jupyter.widget-view+json": {
        version_major: 2,
        version_minor: 0,
        model_id: this.model.id,
      },
      "text/plain": `${text}\n(${hint})`,
      "text/html": `${html}\n<p><small>${hint}</small></p>`,
    };
  }

  /** What is shown in a page that no script runs in. */
  protected abstract still(): Still | Promise<Still>;

  /** The state by which the front end knows a value. */
  protected abstract stateOf(value: T): Record<string, unknown>;

  /** A value as the widget can have it. Throws a UsageError for another. */
  protected abstract checked(value: T): T;

  /** Takes a value that the front end sent. */
  protected async received(value: T): Promise<void> {
    const before = this.#value;
    if (Object.is(value, before)) return;
    this.#value = value;
    await this.#tell(value, before);
  }

  /** The value, without noting that it was read. */
  protected get current(): T {
    return this.#value;
  }

  async #tell(value: T, before: T): Promise<void> {
    await unwatched(() => Promise.all([...this.#listeners].map((listener) => listener(value, before))));
  }
}

/** Runs a listener on behalf of the cell that registered it; there its error is shown. */
export async function inContext(context: Context | undefined, run: () => unknown): Promise<void> {
  if (!context) {
    await run();
    return;
  }
  await within(context, async () => {
    try {
      await run();
    } catch (error) {
      const { session } = context;
      session.publish({
        type: "stream",
        name: "stderr",
        text: `${session.trouble(error).traceback.join("\n")}\n`,
      });
    }
  });
}
