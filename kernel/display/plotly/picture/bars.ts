import { bin, rollup } from "d3";
import { isObject, type Loose, listOf, type Trace, textOf } from "../figure.ts";
import type { Axis } from "./axis.ts";
import { mark, writing } from "./marks.ts";
import { colorsOf } from "./scatter.ts";
import { itemOf, safeColor } from "./style.ts";

/** One bar: where it stands along its axis, as a value and a share to its side, and from where to where it reaches. */
export interface Bar {
  readonly trace: number;
  readonly i: number;
  readonly at: unknown;
  readonly base: number;
  readonly end: number;
  /** The bar's middle and its width, as shares of the room between neighbours. */
  readonly shift: number;
  readonly share: number;
}

/** Bars of all traces of one panel, beside each other or stacked as the layout says. */
export function barsOf(traces: readonly { trace: Trace; index: number }[], layout: Loose): Bar[] {
  const mode = layout.barmode ?? "group";
  const gap = typeof layout.bargap === "number" ? layout.bargap : 0.2;
  const beside = mode === "group" ? traces.length : 1;
  const stacks = new Map<string, number>();
  return traces.flatMap(({ trace, index }, place) => {
    const lying = trace.orientation === "h";
    const [along, values] = lying ? [listOf(trace.y), listOf(trace.x)] : [listOf(trace.x), listOf(trace.y)];
    return values.map((given, i): Bar => {
      const value = Number(given ?? 0);
      const at = along.length > 0 ? along[i] : i;
      const key = `${at} ${value < 0}`;
      const stacked = mode === "stack" || mode === "relative";
      const base = stacked ? (stacks.get(key) ?? 0) : Number(itemOf(trace.base, i) ?? 0) || 0;
      if (stacked) stacks.set(key, base + (Number.isFinite(value) ? value : 0));
      const share = (1 - gap) / beside;
      return {
        trace: index,
        i,
        at,
        base,
        end: base + value,
        shift: beside > 1 ? (place - (beside - 1) / 2) * share : 0,
        share,
      };
    });
  });
}

/** Draws the bars of one trace. */
export function drawBars(
  bars: readonly Bar[],
  trace: Trace,
  { x, y, color }: { x: Axis; y: Axis; color: string },
): string {
  const lying = trace.orientation === "h";
  const [along, values] = lying ? [y, x] : [x, y];
  const room = roomOf(bars, along);
  const style: Loose = isObject(trace.marker) ? trace.marker : {};
  const colors = colorsOf(style, color);
  const opacity = typeof trace.opacity === "number" ? trace.opacity : 1;
  return bars
    .map(({ i, at, base, end, shift, share }) => {
      const middle = along.at(at) + (lying ? -1 : 1) * shift * room;
      const [from, to] = [footOf(values, base), values.at(end)];
      if (![middle, from, to].every(Number.isFinite)) return "";
      const [start, length, width] = [Math.min(from, to), Math.abs(to - from), share * room];
      const box = lying
        ? { x: start, y: middle - width / 2, width: length, height: width }
        : { x: middle - width / 2, y: start, width, height: length };
      const text = textOf(itemOf(trace.text, i));
      const label = text
        ? writing(text, box.x + box.width / 2, box.y + (lying ? box.height / 2 + 4 : -4), {
            anchor: "middle",
            size: 11,
          })
        : "";
      return mark("rect", { ...box, fill: safeColor(colors(i)), opacity }) + label;
    })
    .join("");
}

/** Where a bar's foot is: on a logarithmic axis, which has no zero, at its end. */
const footOf = (axis: Axis, base: number): number => {
  const foot = axis.at(base);
  return Number.isFinite(foot) ? foot : axis.ends[0];
};

/** Pixels between neighbours. */
function roomOf(bars: readonly Bar[], axis: Axis): number {
  const places = [...new Set(bars.map(({ at }) => axis.at(at)))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const gaps = places.slice(1).map((place, i) => place - (places[i] as number));
  const whole = Math.abs(axis.ends[1] - axis.ends[0]);
  return gaps.length > 0 ? Math.min(...gaps) : whole / Math.max(1, places.length) / 1.5;
}

/** A histogram as the bars that it is. */
export function binned(trace: Trace): Trace {
  const lying = listOf(trace.x).length === 0;
  const values = listOf(lying ? trace.y : trace.x);
  const numbers = values.filter(
    (value): value is number => typeof value === "number" && Number.isFinite(value),
  );
  const bins =
    numbers.length > 0
      ? bin()
          .thresholds(Number(trace.nbinsx ?? trace.nbinsy) || 20)(numbers)
          .map((own) => [((own.x0 ?? 0) + (own.x1 ?? 0)) / 2, own.length] as const)
      : [
          ...rollup(
            values,
            (own) => own.length,
            (value) => `${value}`,
          ),
        ];
  const total =
    trace.histnorm === "probability" ? values.length : trace.histnorm === "percent" ? values.length / 100 : 1;
  const [along, counts] = [bins.map(([place]) => place), bins.map(([, count]) => count / total)];
  return {
    ...trace,
    type: "bar",
    orientation: lying ? "h" : "v",
    x: lying ? counts : along,
    y: lying ? along : counts,
  };
}
