import { groups } from "d3";
import type { MaskingPoint } from "./maskingCurve.ts";
import { type MaskingAxis, maskingLabel } from "./maskingPrinted.ts";
import { plotlyAxis, plotlyLayout, plotlyText } from "./plotly.ts";
import { colorsOf, theme } from "./theme.ts";

/** The live form of the masking curves. */
export function maskingPlotly(points: MaskingPoint[], { title, x }: { title: string; x: MaskingAxis }) {
  const colors = colorsOf(points.filter(({ published }) => !published).map(({ series }) => series));
  const data = groups(
    points,
    ({ published }) => published,
    ({ series }) => series,
  ).flatMap(([published, lines]) =>
    lines.map(([series, own]) => ({
      type: "scatter",
      mode: "lines+markers",
      name: plotlyText(published ? `${series} (paper)` : series),
      x: own.map(({ maskedPct, from }) => (x === "share" ? maskedPct : from)),
      y: own.map(({ relativePct }) => relativePct),
      hovertext: own.map(({ from, layers }) => `from layer ${from} of ${layers}`),
      line: { width: published ? 1 : 3, ...(published ? {} : { color: colors.get(series) ?? theme.text }) },
      marker: { size: published ? 3 : 8 },
      opacity: published ? 0.6 : 1,
      error_y: {
        type: "data",
        symmetric: false,
        array: own.map(({ highPct, relativePct }) => (highPct ?? relativePct) - relativePct),
        arrayminus: own.map(({ lowPct, relativePct }) => relativePct - (lowPct ?? relativePct)),
        visible: !published,
      },
    })),
  );
  const layout = {
    xaxis: plotlyAxis(maskingLabel[x], x === "layer" ? { autorange: "reversed" } : {}),
    yaxis: plotlyAxis("Accuracy (% of the unmasked model's)"),
  };
  return { data, layout: plotlyLayout(title, layout) };
}
