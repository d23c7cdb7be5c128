import { groups, max, scaleLinear } from "d3";
import { plain } from "./axes.ts";
import { drawing, hint, print, round, rule, write } from "./drawing.ts";
import type { Figure, Words } from "./figure.ts";
import { plotlyAxis, plotlyLayout, plotlyText } from "./plotly.ts";
import { shorten, textWidth } from "./text.ts";
import { colorsOf, theme } from "./theme.ts";

/** One bar: what a method scores or costs. */
export type BarRow = {
  method: string;
  /** With its unit: `FLOPs left (%)`. One panel for each. */
  measure: string;
  value: number;
};

const barHeight = 26;

/** A panel of bars for each measure, the methods in the same order in all: the form of the paper's Figure 1. */
export function bars(
  rows: readonly BarRow[],
  {
    name = "bars",
    title = "Score and cost of each method",
    caption = "One panel for each measure, on its own scale from zero; the methods stand in the same order.",
  }: Words = {},
): Figure {
  return { name, title, caption, svg: printed(rows, title), plotly: plotly(rows, title), table: [...rows] };
}

function printed(rows: readonly BarRow[], title: string): string {
  const methods = [...new Set(rows.map(({ method }) => method))];
  const measures = groups(rows, ({ measure }) => measure);
  const colors = colorsOf(methods);
  const size = theme.size.small;
  const names = methods.map((method) => shorten(method, 180, size));
  const left = 30 + Math.max(0, ...names.map((name) => textWidth(name, size)));

  const columns = Math.max(1, Math.min(3, measures.length));
  const panelHeight = 40 + methods.length * barHeight;
  const sheet = drawing({ title, body: Math.ceil(measures.length / columns) * panelHeight + 16 });
  const width = (sheet.width - left - 18) / columns;

  measures.forEach(([measure, own], i) => {
    const x0 = left + (i % columns) * width;
    const top = sheet.top + Math.floor(i / columns) * panelHeight + 26;
    const x = scaleLinear([0, max(own, ({ value }) => value) || 1], [0, width - 66]);
    write(sheet.svg, shorten(measure, width - 10, size, "bold"), {
      x: x0,
      y: top - 10,
      size,
      weight: "bold",
    });
    rule(sheet.svg, [x0, top - 3], [x0, top + methods.length * barHeight - 3], theme.faint);
    methods.forEach((method, m) => {
      const middle = top + m * barHeight + 9;
      if (i % columns === 0) write(sheet.svg, names[m], { x: left - 10, y: middle + 4, anchor: "end", size });
      const row = own.find((one) => one.method === method);
      if (!row) return;
      const bar = sheet.svg
        .append("rect")
        .attr("class", "bar")
        .attr("fill", colors.get(method) ?? theme.text);
      bar
        .attr("x", round(x0))
        .attr("y", middle - 9)
        .attr("height", 18)
        .attr("width", round(Math.max(0, x(row.value))));
      hint(bar, `${method}, ${measure}: ${plain(row.value)}`);
      write(sheet.svg, plain(row.value), { x: x0 + Math.max(0, x(row.value)) + 6, y: middle + 4, size });
    });
  });
  return print(sheet);
}

function plotly(rows: readonly BarRow[], title: string) {
  const measures = groups(rows, ({ measure }) => measure);
  const colors = colorsOf(rows.map(({ method }) => method));
  const data = measures.map(([, own], i) => ({
    type: "bar",
    orientation: "h",
    x: own.map(({ value }) => value),
    y: own.map(({ method }) => plotlyText(method)),
    marker: { color: own.map(({ method }) => colors.get(method)) },
    showlegend: false,
    xaxis: i === 0 ? "x" : `x${i + 1}`,
    yaxis: "y",
  }));
  const axes = measures.map(([measure], i) => [i === 0 ? "xaxis" : `xaxis${i + 1}`, plotlyAxis(measure)]);
  const grid = { rows: 1, columns: measures.length, pattern: "coupled" };
  const layout = { grid, ...Object.fromEntries(axes), yaxis: plotlyAxis("", { autorange: "reversed" }) };
  return { data, layout: plotlyLayout(title, layout) };
}
