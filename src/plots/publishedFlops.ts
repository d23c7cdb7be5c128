import { groups, scaleLinear } from "d3";
import { horizontalAxis, type Panel, percent, plain, type Scale } from "./axes.ts";
import { type Drawing, drawing, hint, type Mark, print, round, rule, write } from "./drawing.ts";
import type { Figure, Words } from "./figure.ts";
import { publishedFlopsPlotly } from "./publishedFlopsPlotly.ts";
import { shorten } from "./text.ts";
import { theme } from "./theme.ts";

/** One number of FLOPs saved that the paper prints, beside what is computed here. */
export type PublishedFlopsRow = {
  /** `Table 3`. */
  table: string;
  llm: string;
  /** The row's own words: a method. */
  row: string;
  /** The first layer with the route, where the row names one. */
  from: number | null;
  /** FLOPs reduced, in percent of the full model's. */
  publishedPct: number;
  computedPct: number;
};

export type PublishedFlopsPoint = PublishedFlopsRow & { residual: number };

const rowHeight = 19;
export const computedColor = "#0072B2";

/** The paper's tables beside our count: hollow as published, filled as computed, what is left over at the right. */
export function publishedFlops(
  rows: readonly PublishedFlopsRow[],
  {
    name = "published-flops",
    title = finding(rows),
    caption = "FLOPs saved in prefill, as the paper prints them in whole percent (rings) and as counted here (dots). Residual: computed less published, in percentage points; up to 0.5 is rounding.",
  }: Words = {},
): Figure {
  const points = rows.map((row) => ({ ...row, residual: residual(row) }));
  return {
    name,
    title,
    caption,
    svg: printed(points, title),
    plotly: publishedFlopsPlotly(points, title),
    table: points,
  };
}

/** Computed less published, in percentage points, to a hundredth. */
export function residual({ publishedPct, computedPct }: PublishedFlopsRow): number {
  return Math.round(100 * (computedPct - publishedPct)) / 100;
}

/** What a row is called: `vicuna-7b, proxyv from 12`. */
export function rowName({ llm, row, from }: PublishedFlopsRow): string {
  return `${llm}, ${row}${from === null ? "" : ` from ${from}`}`;
}

function printed(points: PublishedFlopsPoint[], title: string): string {
  const tables = groups(points, ({ table }) => table);
  const sheet = drawing({
    title,
    reading:
      "Ring: published. Dot: computed. Residual in percentage points. From: the first layer with the route.",
    body: 34 + tables.length * 30 + points.length * rowHeight + 62,
  });
  const panel = { left: 302, right: sheet.width - 210, top: sheet.top + 26, bottom: sheet.height - 58 };
  const most = Math.max(
    10,
    ...points.flatMap(({ publishedPct, computedPct }) => [publishedPct, computedPct]),
  );
  const x = scaleLinear([0, most * 1.04], [panel.left, panel.right]);
  horizontalAxis(sheet.svg, panel, {
    scale: x,
    label: "FLOPs saved (% of the full model)",
    ticks: 5,
    grid: true,
  });
  heads(sheet, panel);

  let y = panel.top;
  for (const [table, own] of tables) {
    y += 20;
    write(sheet.svg, shorten(table, panel.left - 40, theme.size.text, "bold"), { x: 18, y, weight: "bold" });
    y += 6;
    for (const point of own) {
      y += rowHeight;
      drawRow(sheet.svg, point, y - 5, x, panel);
    }
    y += 4;
  }
  return print(sheet);
}

function columns({ right }: Panel) {
  return { published: right + 70, computed: right + 138, residual: right + 192 };
}

function heads({ svg }: Drawing, panel: Panel): void {
  for (const [text, x] of Object.entries({ from: panel.left - 16, ...columns(panel) }))
    write(svg, text, { x, y: panel.top - 2, anchor: "end", size: 11, color: theme.faint });
}

function drawRow(svg: Mark, point: PublishedFlopsPoint, y: number, x: Scale, panel: Panel): void {
  const { published, computed, residual: rest } = columns(panel);
  const within = Math.abs(point.residual) <= 0.5;
  const size = theme.size.small;
  const { from, llm, row: words } = point;
  write(svg, shorten(`${llm}, ${words}`, panel.left - 84, size), { x: 30, y: y + 4, size });
  if (from !== null) write(svg, `${from}`, { x: panel.left - 16, y: y + 4, anchor: "end", size });
  rule(svg, [panel.left, y], [panel.right, y], theme.band);
  rule(svg, [x(point.publishedPct), y], [x(point.computedPct), y], computedColor).attr("stroke-width", 2);
  const row = svg.append("g").attr("class", "row");
  row
    .append("circle")
    .attr("class", "published")
    .attr("r", 6)
    .attr("fill", "none")
    .attr("stroke", theme.text);
  row.append("circle").attr("class", "computed").attr("r", 3.2).attr("fill", computedColor);
  row
    .select(".published")
    .attr("cx", round(x(point.publishedPct)))
    .attr("cy", y)
    .attr("stroke-width", 1.4);
  row
    .select(".computed")
    .attr("cx", round(x(point.computedPct)))
    .attr("cy", y);
  hint(
    row,
    `${rowName(point)}: published ${percent(point.publishedPct)}, computed ${percent(point.computedPct, 2)}`,
  );

  write(svg, percent(point.publishedPct), { x: published, y: y + 4, anchor: "end", size });
  write(svg, percent(point.computedPct, 2), { x: computed, y: y + 4, anchor: "end", size });
  const accent = within ? {} : { weight: "bold" as const, color: "#B34700" };
  write(svg, signed(point.residual), { x: rest, y: y + 4, anchor: "end", size, ...accent });
}

/** With its sign, a true minus included, to a hundredth. */
export function signed(value: number): string {
  return value > 0 ? `+${value.toFixed(2)}` : value < 0 ? value.toFixed(2).replace("-", "−") : "0.00";
}

function finding(rows: readonly PublishedFlopsRow[]): string {
  if (rows.length === 0) return "Published FLOPs beside computed ones";
  const within = rows.filter((row) => Math.abs(residual(row)) <= 0.5).length;
  const worst = Math.max(...rows.map((row) => Math.abs(residual(row))));
  return `${within} of ${rows.length} published savings met to the rounding; largest residual ${plain(worst)} points`;
}
