import { UsageError } from "../../src/index.ts";
import { control } from "./controls.ts";
import type { Model } from "./model.ts";
import { type Still, Widget } from "./widget.ts";

/**
 * A choice among values: a list, shown as text, or an object of labels and values.
 *
 * @example const plan = select({ full: lmm, proxied }, { label: "plan" }); plan.value.parameters
 */
export function select<T>(
  options: readonly T[] | Readonly<Record<string, T>>,
  { value, label = "" }: { value?: T; label?: string } = {},
): Select<T> {
  const entries = Array.isArray(options)
    ? options.map((option): [string, T] => [`${option}`, option])
    : Object.entries(options as Readonly<Record<string, T>>);
  return new Select(entries, value === undefined ? entries[0]?.[1] : value, label);
}

export class Select<T> extends Widget<T> {
  protected readonly model: Model;

  constructor(
    readonly options: readonly (readonly [label: string, value: T])[],
    value: T | undefined,
    readonly label: string,
  ) {
    if (options.length === 0) throw new UsageError("select: expected at least one value to choose from");
    super(value as T);
    this.checked(value as T);
    this.model = control(
      "Dropdown",
      {
        _options_labels: options.map(([name]) => name),
        index: this.#indexOf(value as T),
        description: label,
        description_allow_html: false,
      },
      {
        style: "DescriptionStyle",
        heard: {
          onState: ({ index }) => {
            const option = options[index as number];
            return option && this.received(option[1]);
          },
        },
      },
    );
  }

  protected still(): Still {
    const names = this.options.map(([name]) => name);
    const chosen = names[this.#indexOf(this.current)];
    return { text: `select${this.label ? ` "${this.label}"` : ""}: ${chosen} (of ${names.join(", ")})` };
  }

  protected stateOf(value: T): Record<string, unknown> {
    return { index: this.#indexOf(value) };
  }

  protected checked(value: T): T {
    if (this.#indexOf(value) < 0)
      throw new UsageError(
        `select: ${String(value)} is not among ${this.options.map(([name]) => name).join(", ")}`,
      );
    return value;
  }

  #indexOf(value: T): number {
    return this.options.findIndex((option) => Object.is(option[1], value));
  }
}
