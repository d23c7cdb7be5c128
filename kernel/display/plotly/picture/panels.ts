import { isObject, type Loose, listOf, type Trace, typeOf } from "../figure.ts";
import { type Axis, axisLayout, axisOf, type Extent, kindOf } from "./axis.ts";
import { type Bar, barsOf } from "./bars.ts";
import { centresOf } from "./heatmap.ts";

/** A trace and its place among all, by which it has its colour. */
export interface Placed {
  readonly trace: Trace;
  readonly index: number;
}

/** Traces that share two axes. */
export interface Panel {
  readonly x: Axis;
  readonly y: Axis;
  readonly traces: readonly Placed[];
  readonly bars: readonly Bar[];
}

/** The inner side of the sheet, in pixels. */
export interface Inside {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Panels in the order of their first traces, with their axes laid out. */
export function panelsOf(traces: readonly Placed[], layout: Loose, inside: Inside): Panel[] {
  const groups = new Map<string, Placed[]>();
  for (const placed of traces) {
    const key = `${axisName(placed.trace, "x")} ${axisName(placed.trace, "y")}`;
    groups.set(key, [...(groups.get(key) ?? []), placed]);
  }
  const own = [...groups].map(([key, traces]) => {
    const [x, y] = key.split(" ") as [string, string];
    const bars = barsOf(
      traces.filter(({ trace }) => typeOf(trace) === "bar"),
      layout,
    );
    return { x, y, traces, bars };
  });
  const extents = new Map<string, Extent>();
  for (const { x, y, traces, bars } of own)
    for (const [name, extent] of extentsOf(x, y, traces, bars)) join(extents, name, extent);
  share(extents, layout);
  const axes = new Map<string, Axis>();
  for (const [name, extent] of extents) {
    const domain = domainOf(layout, name);
    const [from, to] = name.startsWith("x") ? [inside.left, inside.right] : [inside.bottom, inside.top];
    const ends = [from + domain[0] * (to - from), from + domain[1] * (to - from)] as const;
    axes.set(name, axisOf(name, axisLayout(layout, name), { extent, domain, ends }));
  }
  return own.map(({ x, y, traces, bars }) => ({
    x: axes.get(x) as Axis,
    y: axes.get(y) as Axis,
    traces,
    bars,
  }));
}

const axisName = (trace: Trace, direction: "x" | "y"): string => {
  const name = trace[`${direction}axis`];
  return typeof name === "string" && new RegExp(`^${direction}\\d*$`).test(name) ? name : direction;
};

/** What one panel puts on its two axes. */
function extentsOf(
  x: string,
  y: string,
  traces: readonly Placed[],
  bars: readonly Bar[],
): [string, Extent][] {
  const none = { zero: false, padding: 0.04, half: 0 };
  const extents: [string, Extent][] = traces.flatMap(({ trace }): [string, Extent][] => {
    if (typeOf(trace) === "bar") return [];
    if (typeOf(trace) === "heatmap") {
      const centres = centresOf(trace);
      return [
        [x, { ...none, values: centres.x, half: halfOf(centres.x) }],
        [y, { ...none, values: centres.y, half: halfOf(centres.y) }],
      ];
    }
    const [xs, ys] = [listOf(trace.x), listOf(trace.y)];
    const plainLine = trace.mode === "lines";
    const filled = trace.fill === "tozeroy";
    return [
      [x, { ...none, padding: plainLine ? 0 : 0.06, values: xs.length > 0 ? xs : ys.map((_, i) => i) }],
      [
        y,
        {
          ...none,
          padding: 0.06,
          zero: filled,
          values: [...(ys.length > 0 ? ys : xs.map((_, i) => i)), ...reaches(trace, ys)],
        },
      ],
    ];
  });
  for (const { trace, index } of traces) {
    if (typeOf(trace) !== "bar") continue;
    const own = bars.filter((bar) => bar.trace === index);
    const lying = trace.orientation === "h";
    extents.push(
      [lying ? y : x, { ...none, values: own.map(({ at }) => at), half: halfOf(own.map(({ at }) => at)) }],
      [
        lying ? x : y,
        { ...none, zero: true, padding: 0.05, values: own.flatMap(({ base, end }) => [base, end]) },
      ],
    );
  }
  return extents;
}

/** The ends of error bars. */
function reaches(trace: Trace, ys: readonly unknown[]): number[] {
  const bar = trace.error_y;
  if (!isObject(bar) || bar.visible === false) return [];
  const [up, down] = [listOf(bar.array), listOf(bar.arrayminus ?? bar.array)];
  return ys.flatMap((y, i) => [Number(y) + Number(up[i] ?? 0), Number(y) - Number(down[i] ?? 0)]);
}

/** Half the least room between neighbours: as far as a cell or bar reaches beyond its centre. */
function halfOf(values: readonly unknown[]): number {
  const numbers = [...new Set(values.filter((value): value is number => typeof value === "number"))].sort(
    (a, b) => a - b,
  );
  const gaps = numbers.slice(1).map((value, i) => value - (numbers[i] as number));
  return gaps.length > 0 ? Math.min(...gaps) / 2 : 0.5;
}

function join(extents: Map<string, Extent>, name: string, extent: Extent): void {
  const old = extents.get(name);
  extents.set(
    name,
    old
      ? {
          values: old.values.concat(extent.values),
          zero: old.zero || extent.zero,
          padding: Math.max(old.padding, extent.padding),
          half: Math.max(old.half, extent.half),
        }
      : extent,
  );
}

/** Axes that are to match have one range. */
function share(extents: Map<string, Extent>, layout: Loose): void {
  for (const [name, extent] of extents) {
    const other = axisLayout(layout, name).matches;
    const master = typeof other === "string" && other !== name ? extents.get(other) : undefined;
    if (!master) continue;
    if (kindOf({}, master.values) !== kindOf({}, extent.values)) continue;
    join(extents, other as string, extent);
    extents.set(name, extents.get(other as string) as Extent);
  }
}

/** The part of the sheet that an axis has: as it says, or by the layout's grid. */
function domainOf(layout: Loose, name: string): [number, number] {
  const axis = axisLayout(layout, name);
  const given = listOf(axis.domain);
  if (given.length === 2) return [Number(given[0]), Number(given[1])];
  if (typeof axis.overlaying === "string" && axis.overlaying !== name)
    return domainOf(layout, axis.overlaying);
  if (!isObject(layout.grid)) return [0, 1];
  const { rows = 1, columns = 1, pattern = "coupled" } = layout.grid;
  const along = name.startsWith("x") ? Number(columns) : Number(rows);
  const number = Number(name.slice(1) || 1) - 1;
  let place = number;
  if (pattern === "independent")
    place = name.startsWith("x") ? number % Number(columns) : Math.floor(number / Number(columns));
  if (!name.startsWith("x") && layout.grid.roworder !== "bottom to top") place = along - 1 - place;
  const gap = Number(layout.grid[`${name[0]}gap`] ?? (pattern === "independent" ? 0.2 : 0.1));
  const step = 1 / (along - gap);
  return [place * step, place * step + step * (1 - gap)];
}
