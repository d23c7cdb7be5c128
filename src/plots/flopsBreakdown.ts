import { groups, max, rollups, scaleBand, scaleLinear, sum, symbolSquare } from "d3";
import { percent, type Scale } from "./axes.ts";
import { breakdownPlotly } from "./breakdownPlotly.ts";
import { type Drawing, drawing, hint, print, round, rule, write } from "./drawing.ts";
import type { Figure, Words } from "./figure.ts";
import { legend, legendRows } from "./legend.ts";
import { flopsText, flopsUnit, shorten } from "./text.ts";
import { colorsOf, colorsOfKinds, theme } from "./theme.ts";

/** What one operation computes on one kind of token in one layer of a plan. */
export type FlopsRow = { plan: string; layer: number; kind: string; operation: string; flops: number };

export interface BreakdownOptions extends Words {
  /** What the bars are stacked by. */
  by?: "kind" | "operation";
}

const panelHeight = 120;
/** From the bottom of a stack to its top; kinds of one's own come after them. */
const kinds = ["vision", "proxy", "newline", "text"];

/** FLOPs of every layer as stacked bars, a panel for each plan on one scale; the first plan is the measure. */
export function flopsBreakdown(
  rows: readonly FlopsRow[],
  {
    by = "kind",
    name = `flops-by-${by}`,
    title = finding(rows),
    caption = `FLOPs of each decoder layer in prefill, stacked by ${by === "kind" ? "kind of token" : "operation"}, on one scale for all plans.`,
  }: BreakdownOptions = {},
): Figure {
  const parts = [...new Set([...(by === "kind" ? kinds : []), ...rows.map((row) => row[by])])].filter(
    (part) => rows.some((row) => row[by] === part),
  );
  const colors = by === "kind" ? colorsOfKinds(parts) : colorsOf(parts);
  const table = rollups(
    rows,
    (own) => sum(own, ({ flops }) => flops),
    ({ plan }) => plan,
    ({ layer }) => layer,
    (row) => row[by],
  ).flatMap(([plan, layers]) =>
    layers.flatMap(([layer, stack]) => stack.map(([part, flops]) => ({ plan, layer, part, flops }))),
  );
  return {
    name,
    title,
    caption,
    svg: printed(table, colors, title),
    plotly: breakdownPlotly(table, colors, title),
    table: table.map(({ plan, layer, part, flops }) => ({ plan, layer, [by]: part, flops })),
  };
}

export interface FlopsPart {
  plan: string;
  layer: number;
  part: string;
  flops: number;
}

function printed(table: FlopsPart[], colors: Map<string, string>, title: string): string {
  const plans = groups(table, ({ plan }) => plan);
  const entries = [...colors].map(([text, color]) => ({ text, color, symbol: symbolSquare }));
  const head = 18 * legendRows(entries, theme.width - 180);
  const sheet = drawing({ title, body: 30 + head + plans.length * (panelHeight + 42) + 34 });
  legend(sheet.svg, entries, { left: 162, right: sheet.width - 18, y: sheet.top + head - 6 });

  const layers = [...new Set(table.map(({ layer }) => layer))].sort((a, b) => a - b);
  const highest =
    max(plans, ([, own]) =>
      max(
        rollups(own, total, ({ layer }) => layer),
        ([, flops]) => flops,
      ),
    ) ?? 1;
  const unit = flopsUnit(highest);
  const x = scaleBand(layers, [70, sheet.width - 18])
    .paddingInner(0.18)
    .paddingOuter(0.1);
  write(sheet.svg, `${unit.unit} per layer`, {
    x: 18,
    y: sheet.top + head - 6,
    size: theme.size.small,
  });

  plans.forEach(([plan, own], i) => {
    const bottom = sheet.top + 30 + head + i * (panelHeight + 42) + 24 + panelHeight;
    const y = scaleLinear([0, highest], [bottom, bottom - panelHeight]);
    panelHead(sheet, plan, own, plans[0][1], bottom - panelHeight - 10);
    for (const tick of scaleLinear([0, highest / unit.divisor], [0, 1]).ticks(3)) {
      rule(sheet.svg, [70, y(tick * unit.divisor)], [sheet.width - 18, y(tick * unit.divisor)]);
      const place = { x: 62, y: y(tick * unit.divisor) + 4, anchor: "end" as const, size: theme.size.small };
      write(sheet.svg, `${tick}`, { ...place, color: theme.faint });
    }
    drawStacks(sheet, own, colors, x, y);
  });
  layerTicks(sheet, layers, x);
  return print(sheet);
}

function panelHead(
  { svg, width }: Drawing,
  plan: string,
  own: FlopsPart[],
  first: FlopsPart[],
  y: number,
): void {
  write(svg, shorten(plan, 420, theme.size.text, "bold"), { x: 70, y, weight: "bold" });
  const share = own === first ? "" : ` (${percent((100 * total(own)) / total(first), 1)})`;
  write(svg, `${flopsText(total(own))}${share}`, { x: width - 18, y, anchor: "end", color: theme.faint });
}

type Band = { (layer: number): number | undefined; bandwidth(): number };

function drawStacks(
  { svg }: Drawing,
  own: FlopsPart[],
  colors: Map<string, string>,
  x: Band,
  y: Scale,
): void {
  for (const [layer, stack] of groups(own, (part) => part.layer)) {
    let base = 0;
    for (const part of [...colors.keys()]) {
      const flops = sum(
        stack.filter((one) => one.part === part),
        (one) => one.flops,
      );
      if (flops === 0) continue;
      const bar = svg
        .append("rect")
        .attr("class", "bar")
        .attr("fill", colors.get(part) ?? theme.text);
      bar.attr("x", round(x(layer) ?? 0)).attr("width", round(x.bandwidth()));
      bar.attr("stroke", theme.paper).attr("stroke-width", 0.4);
      bar.attr("y", round(y(base + flops))).attr("height", round(y(base) - y(base + flops)));
      hint(bar, `layer ${layer}, ${part}: ${flopsText(flops)}`);
      base += flops;
    }
  }
}

/** Layer numbers under the last panel, thinned out until they stand apart. */
function layerTicks({ svg, height, width }: Drawing, layers: number[], x: Band): void {
  const step = [1, 2, 4, 5, 8, 10, 20, 50].find((every) => (x.bandwidth() * every) / 0.82 >= 24) ?? 100;
  for (const layer of layers.filter((_, i) => i % step === 0))
    write(svg, `${layer}`, {
      x: (x(layer) ?? 0) + x.bandwidth() / 2,
      y: height - 36,
      anchor: "middle",
      size: theme.size.small,
      color: theme.faint,
    });
  write(svg, "Layer", { x: (70 + width - 18) / 2, y: height - 14, anchor: "middle", size: theme.size.small });
}

function total(rows: readonly { flops: number }[]): number {
  return sum(rows, ({ flops }) => flops);
}

function finding(rows: readonly FlopsRow[]): string {
  const plans = rollups(rows, total, ({ plan }) => plan);
  if (plans.length < 2)
    return plans.length === 0 ? "FLOPs per layer" : `${plans[0][0]}: ${flopsText(plans[0][1])} per prefill`;
  const [[first, all], ...others] = plans;
  const [least, fewest] = others.reduce((a, b) => (b[1] < a[1] ? b : a));
  return `${least} computes ${percent((100 * fewest) / all)} of the FLOPs of ${first}`;
}
