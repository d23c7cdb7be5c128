import { scaleLinear, scaleLog, scaleUtc } from "d3";
import { numberText } from "../../numbers.ts";
import { isObject, type Loose, listOf, textOf } from "../figure.ts";

/** An axis with all that is needed to place a value on it. */
export interface Axis {
  readonly name: string;
  readonly horizontal: boolean;
  readonly title: string;
  readonly visible: boolean;
  readonly grid: boolean;
  /** Whether a vertical axis stands to the right of its panel. */
  readonly right: boolean;
  /** Its ends as shares of the sheet's inner side, from left or from below. */
  readonly domain: readonly [number, number];
  /** The pixel of a value; NaN for one that has no place. */
  at(value: unknown): number;
  readonly ticks: readonly { readonly pixel: number; readonly text: string }[];
  /** The pixels of its ends: left and right, or bottom and top. */
  readonly ends: readonly [number, number];
}

/** What the traces put on an axis. */
export interface Extent {
  values: unknown[];
  /** Whether bars stand on it: then zero belongs to it. */
  zero: boolean;
  /** How much is left free at its ends, as a share of its length; in units of a category for heat maps and bars. */
  padding: number;
  half: number;
}

type Kind = "linear" | "log" | "date" | "category";

const dateForm = /^\d{4}-\d\d(-\d\d([ T]\d\d:\d\d(:\d\d)?.*)?)?$/;

/** Which sort of values an axis holds: as its layout says, else as the values look. */
export function kindOf(layout: Loose, values: readonly unknown[]): Kind {
  const { type } = layout;
  if (type === "linear" || type === "log" || type === "date" || type === "category") return type;
  const given = values.filter((value) => value !== null && value !== undefined);
  if (
    given.every(
      (value) =>
        typeof value === "number" ||
        (typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value))),
    )
  )
    return "linear";
  if (given.every((value) => value instanceof Date || (typeof value === "string" && dateForm.test(value))))
    return "date";
  return "category";
}

export function axisOf(
  name: string,
  layout: Loose,
  {
    extent,
    domain,
    ends,
  }: { extent: Extent; domain: readonly [number, number]; ends: readonly [number, number] },
): Axis {
  const kind = kindOf(layout, extent.values);
  const categories = kind === "category" ? categoriesOf(layout, extent.values) : [];
  const index = new Map(categories.map((category, i) => [category, i]));
  const numberOf = (value: unknown): number => {
    if (value === null || value === undefined) return Number.NaN;
    if (kind === "category") return index.get(`${value}`) ?? (typeof value === "number" ? value : Number.NaN);
    if (kind === "date")
      return value instanceof Date
        ? value.getTime()
        : typeof value === "number"
          ? value
          : Date.parse(`${value}`);
    return kind === "log" && !(Number(value) > 0) ? Number.NaN : Number(value);
  };
  const range = rangeOf(layout, kind, extent, numberOf);
  const scale =
    kind === "log"
      ? scaleLog(range, ends)
      : kind === "date"
        ? scaleUtc(range, ends)
        : scaleLinear(range, ends);
  const at = (value: unknown): number => scale(numberOf(value));
  const length = Math.abs(ends[1] - ends[0]);
  const horizontal = !name.startsWith("y");
  return {
    name,
    horizontal,
    domain,
    ends,
    at,
    title: textOf(layout.title),
    visible: layout.visible !== false,
    grid: layout.showgrid !== false,
    right: layout.side === "right",
    ticks: ticksOf(layout, {
      kind,
      range,
      categories,
      at,
      most: Math.max(2, Math.floor(length / (horizontal ? 85 : 42))),
    }),
  };
}

function categoriesOf(layout: Loose, values: readonly unknown[]): string[] {
  const given = listOf(layout.categoryarray);
  return [
    ...new Set(
      [...given, ...values.filter((value) => value !== null && value !== undefined)].map(
        (value) => `${value}`,
      ),
    ),
  ];
}

function rangeOf(
  layout: Loose,
  kind: Kind,
  extent: Extent,
  numberOf: (value: unknown) => number,
): [number, number] {
  const given = listOf(layout.range);
  if (given.length === 2 && given.every((end) => end !== null)) {
    // Plotly writes the range of a logarithmic axis in powers of ten.
    const [low, high] = given.map((end) =>
      kind === "log" ? 10 ** Number(end) : kind === "category" ? Number(end) : numberOf(end),
    );
    if (Number.isFinite(low) && Number.isFinite(high) && low !== high) return [low as number, high as number];
  }
  let [low, high] = [Infinity, -Infinity];
  for (const value of extent.values) {
    const number = numberOf(value);
    if (!Number.isFinite(number)) continue;
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  if (!(low <= high)) [low, high] = kind === "log" ? [1, 10] : [0, 1];
  if (kind === "log") {
    const factor = low === high ? 3 : (high / low) ** 0.06;
    [low, high] = [low / factor, high * factor];
  } else {
    const [least, greatest] = [low, high];
    if (kind === "category") [low, high] = [low - 0.5, high + 0.5];
    else if (extent.half > 0) [low, high] = [low - extent.half, high + extent.half];
    else {
      const padding = low === high ? 1 : extent.padding * (high - low);
      [low, high] = [low - padding, high + padding];
    }
    if (
      kind === "linear" &&
      (extent.zero || layout.rangemode === "tozero" || layout.rangemode === "nonnegative")
    ) {
      low = least >= 0 ? 0 : low;
      high = greatest <= 0 ? 0 : high;
    }
  }
  return layout.autorange === "reversed" ? [high, low] : [low, high];
}

interface TickOptions {
  kind: Kind;
  range: [number, number];
  categories: readonly string[];
  at: (value: unknown) => number;
  most: number;
}

function ticksOf(layout: Loose, { kind, range, categories, at, most }: TickOptions): Axis["ticks"] {
  if (layout.showticklabels === false) return [];
  const given = listOf(layout.tickvals);
  const texts = listOf(layout.ticktext);
  const suffix = typeof layout.ticksuffix === "string" ? layout.ticksuffix : "";
  if (given.length > 0)
    return given.map((value, i) => ({ pixel: at(value), text: textOf(texts[i] ?? `${value}`) }));
  if (kind === "category") {
    const every = Math.ceil(categories.length / (most * (range[0] > range[1] || most > 12 ? 2 : 1)));
    return categories.flatMap((text, i) =>
      i % every === 0 ? [{ pixel: at(text), text: textOf(text) }] : [],
    );
  }
  const [low, high] = [Math.min(...range), Math.max(...range)];
  if (kind === "date") {
    const scale = scaleUtc([low, high], [0, 1]);
    const format = scale.tickFormat(most);
    return scale.ticks(most).map((date) => ({ pixel: at(date), text: format(date) }));
  }
  if (kind === "log") {
    const powers = Array.from({ length: 60 }, (_, i) => i - 30).filter(
      (power) => 10 ** power >= low && 10 ** power <= high,
    );
    const values =
      powers.length >= 2 ? powers.map((power) => 10 ** power) : scaleLinear([low, high], [0, 1]).ticks(most);
    return values.map((value) => ({ pixel: at(value), text: shortNumber(value) + suffix }));
  }
  return scaleLinear([low, high], [0, 1])
    .ticks(most)
    .map((value) => ({ pixel: at(value), text: shortNumber(value) + suffix }));
}

/** As Plotly writes the numbers of an axis: `1.5k`, `20M`. */
function shortNumber(value: number): string {
  const size = Math.abs(value);
  for (const [unit, name] of [
    [1e12, "T"],
    [1e9, "B"],
    [1e6, "M"],
    [1e4, "k"],
  ] as const)
    if (size >= unit) return `${Number((value / (name === "k" ? 1e3 : unit)).toPrecision(6))}${name}`;
  return numberText(value);
}

/** The layout of an axis: `{}` where nothing is said of it. */
export function axisLayout(layout: Loose, name: string): Loose {
  const own = layout[`${name[0]}axis${name.slice(1)}`];
  return isObject(own) ? own : {};
}
