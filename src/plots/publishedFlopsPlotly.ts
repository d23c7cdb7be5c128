import { plotlyAxis, plotlyLayout, plotlyText } from "./plotly.ts";
import { computedColor, type PublishedFlopsPoint, rowName } from "./publishedFlops.ts";
import { theme } from "./theme.ts";

/** The live form: a ring and a dot in every row. */
export function publishedFlopsPlotly(points: PublishedFlopsPoint[], title: string) {
  const y = points.map((point) => plotlyText(`${point.table}: ${rowName(point)}`));
  const trace = (name: string, values: number[], marker: object) => {
    return { type: "scatter", mode: "markers", name, x: values, y, marker };
  };
  return {
    data: [
      trace(
        "published",
        points.map(({ publishedPct }) => publishedPct),
        {
          symbol: "circle-open",
          size: 13,
          color: theme.text,
        },
      ),
      trace(
        "computed",
        points.map(({ computedPct }) => computedPct),
        { size: 7, color: computedColor },
      ),
    ],
    layout: plotlyLayout(title, {
      height: 160 + 20 * points.length,
      xaxis: plotlyAxis("FLOPs saved (% of the full model)", { rangemode: "tozero" }),
      yaxis: plotlyAxis("", { autorange: "reversed", dtick: 1 }),
    }),
  };
}
