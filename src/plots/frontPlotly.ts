import { groups, symbolDiamond, symbolSquare, symbolTriangle } from "d3";
import type { FrontPoint } from "./frontRow.ts";
import { paretoFront } from "./paretoFront.ts";
import { plotlyAxis, plotlyLayout, plotlyText } from "./plotly.ts";
import { type FamilyStyle, theme } from "./theme.ts";

/** The live form of the front: a trace for each family and way of training, and the step line under them. */
export function frontPlotly(points: FrontPoint[], styles: Map<string, FamilyStyle>, title: string) {
  const steps = paretoFront(points);
  const step = {
    type: "scatter",
    mode: "lines",
    name: "Pareto front",
    x: steps.map(({ relativeFlopsPct }) => relativeFlopsPct),
    y: steps.map(({ accuracy }) => 100 * accuracy),
    line: { shape: "hv", color: theme.rule, width: 5 },
    hoverinfo: "skip",
  };
  const traces = groups(
    points,
    ({ family }) => family,
    ({ trained }) => trained,
  ).flatMap(([family, ways]) =>
    ways.map(([trained, own]) => ({
      type: "scatter",
      mode: "markers+text",
      name: plotlyText(`${family}${trained ? "" : ", training-free"}`),
      x: own.map(({ relativeFlopsPct }) => relativeFlopsPct),
      y: own.map(({ accuracy }) => 100 * accuracy),
      error_y: {
        type: "data",
        symmetric: false,
        array: own.map(({ high, accuracy }) => 100 * (high - accuracy)),
        arrayminus: own.map(({ low, accuracy }) => 100 * (accuracy - low)),
        thickness: 1.2,
        width: 4,
      },
      text: own.map(({ from }) => `${from}`),
      textposition: "top right",
      hovertext: own.map(({ plan, samples }) => plotlyText(`${plan}, ${samples} answers`)),
      marker: { color: styles.get(family)?.color, symbol: symbolName(styles.get(family), trained), size: 11 },
    })),
  );
  return {
    data: [step, ...traces],
    layout: plotlyLayout(title, {
      xaxis: plotlyAxis("FLOPs (% of the full model)"),
      yaxis: plotlyAxis("Exact match (%)"),
    }),
  };
}

function symbolName(style: FamilyStyle | undefined, trained: boolean): string {
  const shape = { square: symbolSquare, "triangle-up": symbolTriangle, diamond: symbolDiamond };
  const name = Object.entries(shape).find(([, type]) => type === style?.symbol)?.[0] ?? "circle";
  return trained ? name : `${name}-open`;
}
