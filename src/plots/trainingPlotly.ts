import { groups } from "d3";
import { plotlyAxis, plotlyLayout, plotlyText } from "./plotly.ts";
import { trainingColors } from "./theme.ts";
import type { TrainingRow } from "./trainingCurve.ts";

/** The live form of the training curve: a trace for each stage and measure. */
export function trainingPlotly(rows: readonly TrainingRow[], title: string) {
  const data = groups(rows, ({ stage }) => stage).flatMap(([stage, own]) =>
    (["loss", "accuracy"] as const).map((measure) => ({
      type: "scatter",
      mode: "lines",
      name: plotlyText(`${measure}, ${stage}`),
      x: own.map(({ samples }) => samples),
      y: own.map((row) =>
        measure === "accuracy" && row.accuracy !== null ? 100 * row.accuracy : row[measure],
      ),
      connectgaps: true,
      line: { color: trainingColors[measure] },
      yaxis: measure === "loss" ? "y" : "y2",
    })),
  );
  const layout = {
    grid: { rows: 2, columns: 1, pattern: "coupled" },
    height: 560,
    xaxis: plotlyAxis("Samples seen"),
    yaxis: plotlyAxis("Loss", { type: "log" }),
    yaxis2: plotlyAxis("Accuracy (%)", { range: [0, 100] }),
  };
  return { data, layout: plotlyLayout(title, layout) };
}
