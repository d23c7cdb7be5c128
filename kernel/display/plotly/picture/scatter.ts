import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from "d3";
import { isObject, type Loose, listOf, type Trace, textOf } from "../figure.ts";
import type { Axis } from "./axis.ts";
import { mark, px, writing } from "./marks.ts";
import { colorscaleOf, itemOf, safeColor } from "./style.ts";

/** Points of a trace that are drawn; of more, every so many. */
const most = 4000;

const symbols: Record<string, SymbolType> = {
  circle: symbolCircle,
  square: symbolSquare,
  diamond: symbolDiamond,
  "triangle-up": symbolTriangle,
  cross: symbolCross,
  star: symbolStar,
};

interface Point {
  readonly i: number;
  readonly x: number;
  readonly y: number;
}

/** Lines, markers, texts, error bars and filled areas. */
export function scatter(trace: Trace, { x, y, color }: { x: Axis; y: Axis; color: string }): string {
  const all = pointsOf(trace, x, y);
  const every = Math.ceil(all.length / most);
  const points = every > 1 ? all.filter((_, i) => i % every === 0) : all;
  const usual = listOf(trace.y).length >= 20 ? "lines" : "lines+markers";
  const modes = `${trace.mode ?? usual}`.split("+");
  const opacity = typeof trace.opacity === "number" ? trace.opacity : 1;
  return mark(
    "g",
    { opacity },
    [
      trace.fill === "tozeroy" || trace.fill === "tozerox" ? area(points, y, color) : "",
      modes.includes("lines") ? line(points, trace, color) : "",
      errors(points, trace, { x, y, color }),
      modes.includes("markers") ? markers(points, trace, color) : "",
      modes.includes("text") ? texts(points, trace) : "",
    ].join("") || " ",
  );
}

function pointsOf(trace: Trace, x: Axis, y: Axis): Point[] {
  const [xs, ys] = [listOf(trace.x), listOf(trace.y)];
  const [x0, dx] = [Number(trace.x0 ?? 0), Number(trace.dx ?? 1)];
  return Array.from({ length: Math.max(xs.length, ys.length) }, (_, i) => ({
    i,
    x: x.at(xs.length > 0 ? xs[i] : x0 + i * dx),
    y: y.at(ys.length > 0 ? ys[i] : i),
  }));
}

const placed = ({ x, y }: Point): boolean => Number.isFinite(x) && Number.isFinite(y);

function line(points: readonly Point[], trace: Trace, color: string): string {
  const style: Loose = isObject(trace.line) ? trace.line : {};
  const shape = style.shape;
  let path = "";
  let last: Point | undefined;
  for (const point of points) {
    if (!placed(point)) {
      if (trace.connectgaps !== true) last = undefined;
      continue;
    }
    const [x, y] = [px(point.x), px(point.y)];
    if (!last) path += `M${x},${y}`;
    else if (shape === "hv") path += `H${x}V${y}`;
    else if (shape === "vh") path += `V${y}H${x}`;
    else if (shape === "hvh") path += `H${px((last.x + point.x) / 2)}V${y}H${x}`;
    else path += `L${x},${y}`;
    last = point;
  }
  const dashes: Record<string, string> = { dot: "2 3", dash: "8 5", longdash: "14 6", dashdot: "8 4 2 4" };
  return mark("path", {
    d: path || "M0,0",
    fill: "none",
    stroke: safeColor(style.color ?? color),
    "stroke-width": typeof style.width === "number" ? style.width : 2,
    "stroke-linejoin": "round",
    ...(dashes[`${style.dash}`] && { "stroke-dasharray": dashes[`${style.dash}`] as string }),
  });
}

function area(points: readonly Point[], y: Axis, color: string): string {
  const inside = points.filter(placed);
  const zero = y.at(0);
  const foot = Number.isFinite(zero) ? zero : y.ends[0];
  if (inside.length === 0) return "";
  const path = inside.map((point) => `${px(point.x)},${px(point.y)}`).join("L");
  const [first, last] = [inside[0] as Point, inside.at(-1) as Point];
  return mark("path", {
    d: `M${px(first.x)},${px(foot)}L${path}L${px(last.x)},${px(foot)}Z`,
    fill: safeColor(color),
    "fill-opacity": 0.3,
  });
}

function markers(points: readonly Point[], trace: Trace, color: string): string {
  const style: Loose = isObject(trace.marker) ? trace.marker : {};
  const colors = colorsOf(style, color);
  const rim: Loose = isObject(style.line) ? style.line : {};
  return points
    .filter(placed)
    .map(({ i, x, y }) => {
      const name = `${itemOf(style.symbol, i) ?? "circle"}`;
      const open = name.endsWith("-open");
      const size = Math.min(60, Math.max(0, Number(itemOf(style.size, i) ?? 6)));
      const drawn =
        symbol(symbols[name.replace(/-open$/, "")] ?? symbolCircle, (Math.PI / 4) * size * size).digits(
          2,
        )() ?? "";
      const own = safeColor(colors(i));
      return mark("path", {
        d: drawn,
        transform: `translate(${px(x)} ${px(y)})`,
        fill: open ? "none" : own,
        ...((open || typeof rim.width === "number") && {
          stroke: open ? own : safeColor(itemOf(rim.color, i) ?? "#444444"),
          "stroke-width": typeof rim.width === "number" ? rim.width : 1.5,
        }),
        ...(typeof style.opacity === "number" && { opacity: style.opacity }),
      });
    })
    .join("");
}

/** The colour of each marker or bar: one for all, one each, or numbers on a colour scale. */
export function colorsOf(style: Loose, color: string): (i: number) => unknown {
  const numbers = listOf(style.color).filter((value): value is number => typeof value === "number");
  if (numbers.length === 0) return (i) => itemOf(style.color, i) ?? color;
  const low = typeof style.cmin === "number" ? style.cmin : numbers.reduce((a, b) => Math.min(a, b));
  const high = typeof style.cmax === "number" ? style.cmax : numbers.reduce((a, b) => Math.max(a, b));
  const scale = colorscaleOf(style.colorscale, style.reversescale);
  return (i) => scale((Number(itemOf(style.color, i)) - low) / (high - low || 1));
}

function texts(points: readonly Point[], trace: Trace): string {
  return points
    .filter(placed)
    .map(({ i, x, y }) => {
      const text = textOf(itemOf(trace.text, i));
      const radius = (Number(itemOf(isObject(trace.marker) ? trace.marker.size : 6, i) ?? 6) || 6) / 2;
      const position = `${itemOf(trace.textposition, i) ?? "middle center"}`;
      const [down, across] = [
        position.startsWith("top") ? -4 - radius : position.startsWith("bottom") ? 12 + radius : 4,
        position,
      ];
      const anchor = across.endsWith("right") ? "start" : across.endsWith("left") ? "end" : "middle";
      const shift = anchor === "start" ? 5 : anchor === "end" ? -5 : 0;
      return text ? writing(text, x + shift, y + down, { anchor, size: 11 }) : "";
    })
    .join("");
}

function errors(
  points: readonly Point[],
  trace: Trace,
  { x, y, color }: { x: Axis; y: Axis; color: string },
): string {
  const bars = (["y", "x"] as const).map((direction) => {
    const bar = trace[`error_${direction}`];
    if (!isObject(bar) || bar.visible === false) return "";
    const values = listOf(trace[direction]);
    const axis = direction === "y" ? y : x;
    return points
      .filter(placed)
      .map((point) => {
        const value = Number(values[point.i]);
        const up = reachOf(bar, value, point.i, bar.array);
        const down = bar.symmetric === false ? reachOf(bar, value, point.i, bar.arrayminus) : up;
        const [from, to] = [axis.at(value - down), axis.at(value + up)];
        if (!Number.isFinite(from) || !Number.isFinite(to)) return "";
        const half = typeof bar.width === "number" ? bar.width : 4;
        const path =
          direction === "y"
            ? `M${px(point.x)},${px(from)}V${px(to)}M${px(point.x - half)},${px(from)}h${2 * half}M${px(point.x - half)},${px(to)}h${2 * half}`
            : `M${px(from)},${px(point.y)}H${px(to)}M${px(from)},${px(point.y - half)}v${2 * half}M${px(to)},${px(point.y - half)}v${2 * half}`;
        return mark("path", {
          d: path,
          fill: "none",
          stroke: safeColor(bar.color ?? color),
          "stroke-width": Number(bar.thickness ?? 1.5) || 1.5,
        });
      })
      .join("");
  });
  return bars.join("");
}

function reachOf(bar: Loose, value: number, i: number, array: unknown): number {
  if (bar.type === "percent") return (Math.abs(value) * Number(bar.value ?? 10)) / 100;
  if (bar.type === "constant") return Number(bar.value ?? 10);
  return Number(itemOf(array, i) ?? 0);
}
