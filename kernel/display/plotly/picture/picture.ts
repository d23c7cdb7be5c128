import { theme } from "../../../../src/index.ts";
import { escapeHtml } from "../../html.ts";
import { isObject, type Loose, listOf, type PlotlyFigure, textOf, typeOf } from "../figure.ts";
import { type Axis, axisLayout } from "./axis.ts";
import { binned, drawBars } from "./bars.ts";
import { colorbar, heatmap } from "./heatmap.ts";
import { fitted, mark, px, widthOf, writing } from "./marks.ts";
import { type Inside, type Panel, type Placed, panelsOf } from "./panels.ts";
import { scatter } from "./scatter.ts";
import { safeColor, tracesColors } from "./style.ts";

/** A figure drawn without a browser. */
export interface PlotlyPicture {
  readonly svg: string;
  /** CSS pixels. */
  readonly width: number;
  /** Trace types that are in the figure and not in the picture. */
  readonly missing: readonly string[];
}

const known = ["scatter", "scattergl", "bar", "histogram", "heatmap"];

/**
 * Draws lines, points, bars, histograms and heat maps on Cartesian axes: what notebooks show where no script runs. It
 * is no second Plotly: where the two differ, the live figure is right.
 */
export function pictureOf({ data, layout }: PlotlyFigure): PlotlyPicture {
  const missing = [...new Set(data.map(typeOf))].filter((type) => !known.includes(type));
  const traces: Placed[] = data.flatMap((trace, index) => {
    if (!known.includes(typeOf(trace)) || trace.visible === false || trace.visible === "legendonly")
      return [];
    return [{ trace: typeOf(trace) === "histogram" ? binned(trace) : trace, index }];
  });
  const colors = tracesColors(data, layout).map(safeColor);
  const [width, height] = [sizeOf(layout.width, 700), sizeOf(layout.height, 450)];
  const entries = legendOf(traces, layout);
  const bar = traces.find(({ trace }) => typeOf(trace) === "heatmap" && trace.showscale !== false)?.trace;
  const legendWidth =
    entries.length > 0
      ? Math.min(0.35 * width, 46 + Math.max(...entries.map(({ text }) => widthOf(text))))
      : 0;
  const second = traces.some(
    ({ trace }) => typeof trace.yaxis === "string" && axisLayout(layout, trace.yaxis).side === "right",
  );
  const beside = (bar ? 84 : 0) + (second ? 60 : 0);
  const inside = insideOf(layout, {
    width,
    height,
    right: legendWidth + beside,
    missing: missing.length > 0,
  });
  const panels = panelsOf(traces, layout, inside);
  const title = textOf(layout.title);
  const paper = safeColor(layout.paper_bgcolor ?? theme.paper);
  const parts = [
    mark("title", {}, escapeHtml(title || "figure")),
    mark("rect", { width, height, fill: paper }),
    title
      ? writing(fitted(title, width - 36, theme.size.title), 18, 30, { size: theme.size.title, bold: true })
      : "",
    ...panels.map((panel, i) => grid(panel, i)),
    ...panels.map((panel, i) => marks(panel, colors, i)),
    ...axes(panels),
    ...annotations(layout, panels, inside),
    bar
      ? colorbar(bar, { left: inside.right + 16, top: inside.top, height: inside.bottom - inside.top })
      : "",
    ...entries.map(({ text, index, line }, i) => {
      const y = inside.top + 14 + 20 * i;
      const left = inside.right + 16 + beside;
      const color = colors[index] as string;
      const sign = line
        ? mark("path", { d: `M${px(left)},${px(y - 4)}h20`, stroke: color, "stroke-width": 2.5 })
        : mark("rect", { x: left + 4, y: y - 10, width: 12, height: 12, fill: color });
      return sign + writing(fitted(text, legendWidth - 40), left + 26, y);
    }),
    missing.length > 0
      ? writing(`not in this picture: ${missing.join(", ")}`, 18, height - 10, {
          color: theme.faint,
          size: 11,
        })
      : "",
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${theme.font}">${parts.join("")}</svg>`;
  return { svg, width, missing };
}

const sizeOf = (given: unknown, usual: number): number =>
  typeof given === "number" && given >= 100 && given <= 4000 ? Math.round(given) : usual;

function insideOf(
  layout: Loose,
  room: { width: number; height: number; right: number; missing: boolean },
): Inside {
  const margin: Loose = isObject(layout.margin) ? layout.margin : {};
  const given = (name: string, least: number): number => Math.max(least, Number(margin[name] ?? 0) || 0);
  const title = textOf(layout.title) ? 52 : 22;
  return {
    left: given("l", 72),
    right: Math.max(150, room.width - Math.max(24, room.right + 16)),
    top: Math.min(given("t", title), 100),
    bottom: Math.max(100, room.height - 56 - (room.missing ? 16 : 0)),
  };
}

interface Entry {
  readonly text: string;
  readonly index: number;
  readonly line: boolean;
}

/** The legend's entries, as Plotly has them: more than one trace, or as told. */
function legendOf(traces: readonly Placed[], layout: Loose): Entry[] {
  if (layout.showlegend === false) return [];
  const shown = traces.filter(({ trace }) => trace.showlegend !== false && typeOf(trace) !== "heatmap");
  if (shown.length < 2 && layout.showlegend !== true && shown[0]?.trace.showlegend !== true) return [];
  return shown.slice(0, 20).map(({ trace, index }) => ({
    text: textOf(trace.name) || `trace ${index}`,
    index,
    line: typeOf(trace).startsWith("scatter") && `${trace.mode ?? "lines"}`.includes("lines"),
  }));
}

const boxOf = ({ x, y }: Panel): { x: number; y: number; width: number; height: number } => ({
  x: Math.min(...x.ends),
  y: Math.min(...y.ends),
  width: Math.abs(x.ends[1] - x.ends[0]),
  height: Math.abs(y.ends[1] - y.ends[0]),
});

function grid(panel: Panel, i: number): string {
  const { x, y, width, height } = boxOf(panel);
  const clip = mark(
    "clipPath",
    { id: `panel-${i}` },
    mark("rect", { x: x - 1, y: y - 1, width: width + 2, height: height + 2 }),
  );
  const lines = [
    ...(panel.x.visible && panel.x.grid
      ? panel.x.ticks.map(({ pixel }) => `M${px(pixel)},${px(y)}v${px(height)}`)
      : []),
    ...(panel.y.visible && panel.y.grid
      ? panel.y.ticks.map(({ pixel }) => `M${px(x)},${px(pixel)}h${px(width)}`)
      : []),
  ];
  return (
    clip +
    (lines.length > 0
      ? mark("path", { d: lines.join(""), stroke: theme.rule, fill: "none", "clip-path": `url(#panel-${i})` })
      : "")
  );
}

/** Heat maps below bars below lines. */
function marks({ x, y, traces, bars }: Panel, colors: readonly string[], i: number): string {
  const order = ["heatmap", "bar"];
  const sorted = [...traces].sort((a, b) => rank(a) - rank(b));
  function rank({ trace }: Placed): number {
    const at = order.indexOf(typeOf(trace));
    return at < 0 ? order.length : at;
  }
  const inner = sorted.map(({ trace, index }) => {
    const color = colors[index] as string;
    if (typeOf(trace) === "heatmap") return heatmap(trace, { x, y });
    if (typeOf(trace) === "bar")
      return drawBars(
        bars.filter((bar) => bar.trace === index),
        trace,
        { x, y, color },
      );
    return scatter(trace, { x, y, color });
  });
  return mark("g", { "clip-path": `url(#panel-${i})` }, inner.join("") || " ");
}

/** Each axis once: below its lowest panel, or beside its leftmost. */
function axes(panels: readonly Panel[]): string[] {
  const drawn = new Set<Axis>();
  const byPlace = [...panels].sort((a, b) => a.y.domain[0] - b.y.domain[0] || a.x.domain[0] - b.x.domain[0]);
  return byPlace.flatMap((panel) =>
    [panel.x, panel.y].flatMap((axis) => {
      if (drawn.has(axis) || !axis.visible) return [];
      drawn.add(axis);
      return axis.horizontal ? below(axis, panel) : beside(axis, panel);
    }),
  );
}

function below(axis: Axis, panel: Panel): string {
  const { x, y, width, height } = boxOf(panel);
  const foot = y + height;
  const room = width / Math.max(1, axis.ticks.length);
  return [
    mark("path", { d: `M${px(x)},${px(foot)}h${px(width)}`, stroke: theme.faint }),
    ...axis.ticks
      .filter(({ pixel }) => pixel >= x - 1 && pixel <= x + width + 1)
      .map(({ pixel, text }) =>
        writing(fitted(text, Math.max(30, room)), pixel, foot + 17, { anchor: "middle", color: theme.faint }),
      ),
    axis.title ? writing(fitted(axis.title, width), x + width / 2, foot + 38, { anchor: "middle" }) : "",
  ].join("");
}

function beside(axis: Axis, panel: Panel): string {
  const { x, y, width, height } = boxOf(panel);
  const [at, away] = axis.right ? [x + width, 1] : [x, -1];
  return [
    mark("path", { d: `M${px(at)},${px(y)}v${px(height)}`, stroke: theme.faint }),
    ...axis.ticks
      .filter(({ pixel }) => pixel >= y - 1 && pixel <= y + height + 1)
      .map(({ pixel, text }) =>
        writing(fitted(text, 52), at + 7 * away, pixel + 4, {
          anchor: axis.right ? "start" : "end",
          color: theme.faint,
        }),
      ),
    axis.title
      ? writing(fitted(axis.title, height + 40), at + 54 * away, y + height / 2, {
          anchor: "middle",
          upright: true,
        })
      : "",
  ].join("");
}

/** Words that the layout puts somewhere, without their arrows. */
function annotations(layout: Loose, panels: readonly Panel[], inside: Inside): string[] {
  const axes = new Map(panels.flatMap(({ x, y }) => [[x.name, x] as const, [y.name, y] as const]));
  const place = (value: unknown, ref: unknown, direction: "x" | "y"): number => {
    const [from, to] = direction === "x" ? [inside.left, inside.right] : [inside.bottom, inside.top];
    const name = typeof ref === "string" ? ref : direction;
    if (name === "paper") return from + Number(value) * (to - from);
    const axis = axes.get(name.replace(" domain", ""));
    if (!axis) return Number.NaN;
    return name.endsWith(" domain")
      ? axis.ends[0] + Number(value) * (axis.ends[1] - axis.ends[0])
      : axis.at(value);
  };
  return listOf(layout.annotations).flatMap((note) => {
    if (!isObject(note) || note.visible === false) return [];
    const [x, y] = [place(note.x, note.xref, "x"), place(note.y, note.yref, "y")];
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [];
    const anchor = note.xanchor === "left" ? "start" : note.xanchor === "right" ? "end" : "middle";
    return [writing(textOf(note.text), x, y - 3, { anchor, bold: `${note.text}`.startsWith("<b>") })];
  });
}
