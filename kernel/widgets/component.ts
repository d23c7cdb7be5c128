import { UsageError } from "../../src/index.ts";
import { currentContext } from "../context.ts";
import { escapeHtml } from "../display/html.ts";
import { cut, plain } from "../display/registry.ts";
import { anywidget } from "./anywidget.ts";
import type { Model } from "./model.ts";
import { inContext, type Still, Widget } from "./widget.ts";

/** A component of one's own. */
export interface ComponentOptions<S extends object> {
  /** An ES module as anywidget runs it: `export default { render({ model, el }) { ... } }`. */
  readonly esm: string;
  /** What the page's `model.get(name)` and `model.set(name, value)` share with `.value`; typed arrays travel as bytes. */
  readonly state?: S;
  readonly css?: string;
}

type Message = (content: unknown, buffers: readonly Uint8Array[]) => unknown;

/**
 * A component of one's own in the notebook's page, by anywidget. Its value is its state.
 *
 * @example component({ esm: `export default { render({ model, el }) { el.textContent = model.get("n"); } }`, state: { n: 1 } })
 */
export const component = <S extends object = Record<string, never>>(
  options: ComponentOptions<S>,
): Component<S> => new Component(options);

export class Component<S extends object> extends Widget<S> {
  protected readonly model: Model;
  readonly #listeners = new Set<(content: unknown, buffers: readonly Uint8Array[]) => Promise<void>>();

  constructor({ esm, state = {} as S, css }: ComponentOptions<S>) {
    const hidden = Object.keys(state).find((name) => name.startsWith("_"));
    if (hidden !== undefined)
      throw new UsageError(
        `component: the field "${hidden}" of its state; names that begin with _ are anywidget's`,
      );
    super({ ...state });
    this.model = anywidget({ esm, css, name: "Component" }, { ...state } as Record<string, unknown>, {
      onState: (changed) => {
        const own = Object.entries(changed).filter(([name]) => !name.startsWith("_"));
        if (own.length === 0) return;
        return this.received({ ...this.current, ...Object.fromEntries(own) });
      },
      onCustom: async (content, buffers) => {
        await Promise.all([...this.#listeners].map((listener) => listener(content, buffers)));
      },
    });
  }

  /** Changes some fields of the state. */
  set(changed: Partial<S>): void {
    this.value = { ...this.current, ...changed };
  }

  /** Sends a message that the page hears by `model.on("msg:custom", (content, buffers) => ...)`. */
  send(content: unknown, buffers: readonly Uint8Array[] = []): void {
    this.model.send(content, buffers);
  }

  /** Hears what the page says by `model.send(content)`. Returns a function that ends it. */
  onMessage(listener: Message): () => void {
    const context = currentContext();
    const call = (content: unknown, buffers: readonly Uint8Array[]): Promise<void> =>
      inContext(context, () => listener(content, buffers));
    this.#listeners.add(call);
    return () => {
      this.#listeners.delete(call);
    };
  }

  override dispose(): void {
    this.#listeners.clear();
    super.dispose();
  }

  protected still(): Still {
    const text = `component: ${cut(plain(this.current), 2000)}`;
    return { text, html: `<pre>${escapeHtml(text)}</pre>` };
  }

  /** Only what differs travels. */
  protected stateOf(value: S): Record<string, unknown> {
    const known = this.model.state;
    return Object.fromEntries(
      Object.entries(value).filter(([name, field]) => !Object.is(field, known[name])),
    );
  }

  protected checked(value: S): S {
    return { ...value };
  }
}
