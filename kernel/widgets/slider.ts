import { UsageError } from "../../src/index.ts";
import { control } from "./controls.ts";
import type { Model } from "./model.ts";
import { type Still, Widget } from "./widget.ts";

/** How a slider looks and moves. */
export interface SliderOptions {
  /** Where it stands at first; in the middle unless said. */
  readonly value?: number;
  /** 1 between whole numbers, a hundredth of the range otherwise (0 to 1, too), unless said. */
  readonly step?: number;
  readonly label?: string;
}

/**
 * A slider from `min` to `max`.
 *
 * @example const k = slider(0, 32, { label: "from layer" }); k.onChange((k) => console.log(k)); k
 */
export function slider(min: number, max: number, options: SliderOptions = {}): Slider {
  return new Slider(min, max, options);
}

export class Slider extends Widget<number> {
  protected readonly model: Model;
  readonly step: number;
  readonly label: string;

  constructor(
    readonly min: number,
    readonly max: number,
    { value, step, label = "" }: SliderOptions = {},
  ) {
    const whole = [min, max, value ?? 0].every(Number.isInteger) && max - min > 1;
    const by = step ?? (whole ? 1 : (max - min) / 100);
    if (!(min < max) || !Number.isFinite(max - min))
      throw new UsageError(`slider from ${min} to ${max}: expected a lower and a higher number`);
    if (!(by > 0)) throw new UsageError(`slider step ${step}: expected a number above 0`);
    const at = value ?? min + Math.round((max - min) / 2 / by) * by;
    super(within({ min, max }, at));
    this.step = by;
    this.label = label;
    const integers = whole && Number.isInteger(by) && Number.isInteger(at);
    const digits = Math.min(6, Math.max(0, Math.ceil(-Math.log10(by))));
    this.model = control(
      integers ? "IntSlider" : "FloatSlider",
      {
        min,
        max,
        step: by,
        value: at,
        description: label,
        description_allow_html: false,
        continuous_update: true,
        orientation: "horizontal",
        readout: true,
        readout_format: integers ? "d" : `.${digits}f`,
        behavior: "drag-tap",
      },
      {
        style: "SliderStyle",
        heard: { onState: ({ value }) => (typeof value === "number" ? this.received(value) : undefined) },
      },
    );
  }

  protected still(): Still {
    const { label, current, min, max, step } = this;
    return { text: `slider${label ? ` "${label}"` : ""}: ${current} (${min} to ${max} in steps of ${step})` };
  }

  protected stateOf(value: number): Record<string, unknown> {
    return { value };
  }

  protected checked(value: number): number {
    return within(this, value);
  }
}

function within({ min, max }: { min: number; max: number }, value: number): number {
  if (!(value >= min && value <= max))
    throw new UsageError(`slider value ${value}: expected ${min} to ${max}`);
  return value;
}
