import { groups } from "d3";
import type { FlopsPart } from "./flopsBreakdown.ts";
import { plotlyAxis, plotlyLayout, plotlyText } from "./plotly.ts";

/** The live form: a panel of stacked bars for each plan, all on one scale. */
export function breakdownPlotly(table: FlopsPart[], colors: Map<string, string>, title: string) {
  const plans = groups(table, ({ plan }) => plan);
  const named = new Set<string>();
  const data = plans.flatMap(([plan, own], i) =>
    [...colors].flatMap(([part, color]) => {
      const rows = own.filter((row) => row.part === part);
      if (rows.length === 0) return [];
      const showlegend = !named.has(part);
      named.add(part);
      return {
        type: "bar",
        name: plotlyText(part),
        legendgroup: plotlyText(part),
        showlegend,
        x: rows.map(({ layer }) => layer),
        y: rows.map(({ flops }) => flops),
        hovertext: plotlyText(plan),
        marker: { color },
        yaxis: axisName("y", i),
      };
    }),
  );
  const axes = plans.map((_, i) => [
    axisName("yaxis", i),
    plotlyAxis("FLOPs", i > 0 ? { matches: "y" } : {}),
  ]);
  const annotations = plans.map(([plan], i) => ({
    text: `<b>${plotlyText(plan)}</b>`,
    xref: "paper",
    x: 0,
    xanchor: "left",
    yref: `${axisName("y", i)} domain`,
    y: 1.02,
    yanchor: "bottom",
    showarrow: false,
  }));
  const layout = {
    barmode: "stack",
    grid: { rows: plans.length, columns: 1, pattern: "coupled", ygap: 0.3 },
    height: 140 + 190 * plans.length,
    ...Object.fromEntries(axes),
    xaxis: plotlyAxis("Layer"),
    annotations,
  };
  return { data, layout: plotlyLayout(title, layout) };
}

function axisName(axis: string, index: number): string {
  return index === 0 ? axis : `${axis}${index + 1}`;
}
