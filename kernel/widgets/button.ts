import { control } from "./controls.ts";
import type { Model } from "./model.ts";
import { type Still, Widget } from "./widget.ts";

/**
 * A button; its value is how often it was pressed.
 *
 * @example const stop = button("stop"); stop.onChange(() => { running = false; }); stop
 */
export const button = (label: string): Button => new Button(label);

export class Button extends Widget<number> {
  protected readonly model: Model;

  constructor(readonly label: string) {
    super(0);
    this.model = control(
      "Button",
      { description: label, button_style: "", icon: "" },
      {
        style: "ButtonStyle",
        heard: { onCustom: (content) => (isClick(content) ? this.received(this.current + 1) : undefined) },
      },
    );
  }

  /** Presses it from here. */
  press(): void {
    this.value = this.current + 1;
  }

  protected still(): Still {
    return { text: `button "${this.label}": pressed ${this.current} times` };
  }

  protected stateOf(): Record<string, unknown> {
    return {};
  }

  protected checked(value: number): number {
    return value;
  }
}

const isClick = (content: unknown): boolean => (Object(content) as { event?: unknown }).event === "click";
