import { createCanvas } from "@napi-rs/canvas";
import { numberText } from "../../numbers.ts";
import { isObject, listOf, type Trace, textOf } from "../figure.ts";
import type { Axis } from "./axis.ts";
import { mark, writing } from "./marks.ts";
import { colorscaleOf } from "./style.ts";

/** Rows and columns that are drawn; of more, every so many. */
const most = 1000;

/** The rows of a heat map, as they are drawn from below. */
export function rowsOf({ z, transpose }: Trace): unknown[][] {
  const rows = listOf(z).map(listOf);
  if (transpose !== true) return rows;
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}

/** The centres of a heat map's cells. */
export function centresOf(trace: Trace): { x: unknown[]; y: unknown[] } {
  const rows = rowsOf(trace);
  const along = (given: unknown, count: number): unknown[] => {
    const list = listOf(given);
    if (list.length === count + 1 && list.every((edge) => typeof edge === "number"))
      return list.slice(1).map((edge, i) => (Number(edge) + Number(list[i])) / 2);
    return list.length >= count && count > 0
      ? list.slice(0, count)
      : Array.from({ length: count }, (_, i) => i);
  };
  return { x: along(trace.x, Math.max(0, ...rows.map((row) => row.length))), y: along(trace.y, rows.length) };
}

/** Least and greatest of what is coloured. */
export function rangeOf(trace: Trace): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const row of rowsOf(trace))
    for (const value of row) {
      const number = value === null ? Number.NaN : Number(value);
      if (!Number.isFinite(number)) continue;
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
  const middle = typeof trace.zmid === "number" && low <= high ? trace.zmid : undefined;
  if (middle !== undefined) {
    const reach = Math.max(high - middle, middle - low);
    [low, high] = [middle - reach, middle + reach];
  }
  const end = (given: unknown, found: number): number => (typeof given === "number" ? given : found);
  return [end(trace.zmin, low), end(trace.zmax, high)];
}

/** Cells of colour, reaching half-way to their neighbours. */
export function heatmap(trace: Trace, { x, y }: { x: Axis; y: Axis }): string {
  const rows = rowsOf(trace);
  const centres = centresOf(trace);
  const [columns, lines] = [edgesOf(centres.x.map(x.at)), edgesOf(centres.y.map(y.at))];
  const [left, right] = [Math.min(...x.ends), Math.max(...x.ends)];
  const [top, bottom] = [Math.min(...y.ends), Math.max(...y.ends)];
  const scale = 2;
  const canvas = createCanvas(Math.max(1, (right - left) * scale), Math.max(1, (bottom - top) * scale));
  const context = canvas.getContext("2d");
  const [low, high] = rangeOf(trace);
  const colors = colorscaleOf(trace.colorscale, trace.reversescale);
  const [down, across] = [Math.ceil(rows.length / most), Math.ceil(columns.length / most)];
  for (let row = 0; row < rows.length; row += down) {
    for (let column = 0; column < (rows[row]?.length ?? 0); column += across) {
      const value = rows[row]?.[column];
      if (value === null || value === undefined || !Number.isFinite(Number(value))) continue;
      const edges = [
        columns[column]?.[0],
        columns[column + across - 1]?.[1] ?? columns.at(-1)?.[1],
        lines[row]?.[0],
        lines[row + down - 1]?.[1] ?? lines.at(-1)?.[1],
      ];
      if (!edges.every(Number.isFinite)) continue;
      const [a, b, c, d] = edges as [number, number, number, number];
      const at = (pixel: number, from: number): number => Math.round((pixel - from) * scale);
      const [x0, x1] = [at(Math.min(a, b), left), at(Math.max(a, b), left)];
      const [y0, y1] = [at(Math.min(c, d), top), at(Math.max(c, d), top)];
      context.fillStyle = colors((Number(value) - low) / (high - low || 1));
      context.fillRect(x0, y0, x1 - x0, y1 - y0);
    }
  }
  return mark("image", {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    href: canvas.toDataURL("image/png"),
  });
}

/** From where to where each cell reaches. */
function edgesOf(centres: readonly number[]): [number, number][] {
  return centres.map((centre, i) => {
    const [before, after] = [centres[i - 1], centres[i + 1]];
    const left =
      before === undefined ? (after === undefined ? 20 : (after - centre) / 2) : (centre - before) / 2;
    const right =
      after === undefined ? (before === undefined ? 20 : (centre - before) / 2) : (after - centre) / 2;
    return [centre - left, centre + right];
  });
}

/** The bar beside a heat map that says what its colours mean. */
export function colorbar(
  trace: Trace,
  { left, top, height }: { left: number; top: number; height: number },
): string {
  const colors = colorscaleOf(trace.colorscale, trace.reversescale);
  const [low, high] = rangeOf(trace);
  if (!(low <= high)) return "";
  const steps = 64;
  const cells = Array.from({ length: steps }, (_, i) =>
    mark("rect", {
      x: left,
      y: top + (height * (steps - 1 - i)) / steps,
      width: 16,
      height: height / steps + 0.5,
      fill: colors((i + 0.5) / steps),
    }),
  );
  const labels = [0, 0.25, 0.5, 0.75, 1].map((share) =>
    writing(
      numberText(Number((low + share * (high - low)).toPrecision(4))),
      left + 22,
      top + height * (1 - share) + 4,
      { size: 11 },
    ),
  );
  const title = isObject(trace.colorbar) ? textOf(trace.colorbar.title) : "";
  return [...cells, ...labels, title ? writing(title, left, top - 8, { size: 11 }) : ""].join("");
}
