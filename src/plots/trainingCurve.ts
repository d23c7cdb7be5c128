import { groups, line, scaleLinear, scaleLog } from "d3";
import { horizontalAxis, type Panel, percent, plain, type Scale, verticalAxis } from "./axes.ts";
import { drawing, type Mark, print, round, rule, write } from "./drawing.ts";
import type { Figure, Words } from "./figure.ts";
import { shorten, textWidth } from "./text.ts";
import { theme, trainingColors } from "./theme.ts";
import { trainingPlotly } from "./trainingPlotly.ts";

/** One entry of a training log. */
export type TrainingRow = {
  stage: string;
  /** Samples seen since the first stage began. */
  samples: number;
  loss: number | null;
  /** 0 .. 1, where the entry measured it. */
  accuracy: number | null;
};

/** Loss and accuracy over the samples seen, stage by stage. */
export function trainingCurve(
  rows: readonly TrainingRow[],
  {
    name = "training-curve",
    title = finding(rows),
    caption = "Loss (logarithmic; faint as logged, strong as running mean) and accuracy over the samples seen; bands are the stages of the training.",
  }: Words = {},
): Figure {
  return {
    name,
    title,
    caption,
    svg: printed(rows, title),
    plotly: trainingPlotly(rows, title),
    table: [...rows],
  };
}

function printed(rows: readonly TrainingRow[], title: string): string {
  const measured = rows.some(({ accuracy }) => accuracy !== null);
  const sheet = drawing({
    title,
    reading: "Faint: as logged. Strong: running mean.",
    body: measured ? 520 : 340,
  });
  const [left, right] = [66, sheet.width - 24];
  const loss = { left, right, top: sheet.top + 40, bottom: sheet.top + (measured ? 236 : 282) };
  const accuracy = { left, right, top: loss.bottom + 44, bottom: sheet.height - 58 };
  const last = Math.max(1, ...rows.map(({ samples }) => samples));
  const x = scaleLinear([0, last], [left, right]);

  stages(
    sheet.svg,
    rows,
    measured ? [{ ...loss, top: loss.top - 18 }, accuracy] : [{ ...loss, top: loss.top - 18 }],
    x,
  );
  lossPanel(sheet.svg, rows, loss, x);
  if (measured) accuracyPanel(sheet.svg, rows, accuracy, x);
  const format = (value: number) => value.toLocaleString("en-US");
  horizontalAxis(sheet.svg, measured ? accuracy : loss, {
    scale: x,
    label: "Samples seen",
    format,
    ticks: 6,
  });
  return print(sheet);
}

/** A band for every stage in every panel, its name at the top where it has room. */
function stages(svg: Mark, rows: readonly TrainingRow[], panels: Panel[], x: Scale): void {
  const size = theme.size.small;
  let start = x(0);
  groups(rows, ({ stage }) => stage).forEach(([stage, own], i) => {
    const end = x(Math.max(...own.map(({ samples }) => samples)));
    for (const { top, bottom } of panels) {
      if (i % 2 === 0) {
        const band = svg.append("rect").attr("class", "stage").attr("fill", theme.band);
        band
          .attr("x", round(start))
          .attr("width", round(end - start))
          .attr("y", top)
          .attr("height", bottom - top);
      }
      if (i > 0) rule(svg, [start, top], [start, bottom], theme.faint).attr("stroke-dasharray", "2 3");
    }
    const room = end - start - 10;
    const text = shorten(stage, room, size, "bold");
    if (textWidth(text, size, "bold") <= room)
      write(svg, text, { x: start + 5, y: panels[0].top + 14, size, weight: "bold" });
    start = end;
  });
}

function lossPanel(svg: Mark, rows: readonly TrainingRow[], panel: Panel, x: Scale): void {
  const losses = rows.flatMap(({ loss }) => (loss !== null && loss > 0 ? [loss] : []));
  const y = scaleLog([Math.min(...losses, 1) * 0.9, Math.max(...losses, 1) * 1.1], [panel.bottom, panel.top]);
  const decades = [0.001, 0.01, 0.1, 1, 10, 100].flatMap((ten) => [ten, 2 * ten, 5 * ten]);
  const [low, high] = y.domain();
  const inside = decades.filter((tick) => tick >= low && tick <= high);
  const ticks = inside.length > 7 ? inside.filter((tick) => `${tick}`.includes("1")) : inside;
  verticalAxis(svg, { ...panel, top: panel.top - 18 }, { scale: y, label: "Loss", ticks, format: plain });

  for (const [, own] of groups(rows, ({ stage }) => stage)) {
    const points = own.flatMap(({ samples, loss }) => (loss !== null && loss > 0 ? [{ samples, loss }] : []));
    const path = (values: number[]) => line().digits(1)(points.map((p, i) => [x(p.samples), y(values[i])]));
    const raw = points.map(({ loss }) => loss);
    const strokes = [
      { d: path(raw), opacity: 0.3, width: 1 },
      { d: path(runningMean(raw)), opacity: 1, width: 2.4 },
    ];
    for (const { d, opacity, width } of strokes)
      svg
        .append("path")
        .attr("class", "loss")
        .attr("d", d)
        .attr("fill", "none")
        .attr("stroke", trainingColors.loss)
        .attr("stroke-opacity", opacity)
        .attr("stroke-width", width)
        .attr("stroke-linejoin", "round");
  }
}

function accuracyPanel(svg: Mark, rows: readonly TrainingRow[], panel: Panel, x: Scale): void {
  const y = scaleLinear([0, 100], [panel.bottom, panel.top]);
  verticalAxis(svg, panel, { scale: y, label: "Accuracy (%)", ticks: 5 });
  for (const [, own] of groups(rows, ({ stage }) => stage)) {
    const points = own.flatMap(({ samples, accuracy }): [number, number][] =>
      accuracy === null ? [] : [[x(samples), y(100 * accuracy)]],
    );
    const path = svg
      .append("path")
      .attr("class", "accuracy")
      .attr("d", line().digits(1)(points))
      .attr("fill", "none");
    path.attr("stroke", trainingColors.accuracy).attr("stroke-width", 2.4).attr("stroke-linejoin", "round");
    if (points.length <= 60)
      for (const [cx, cy] of points)
        svg
          .append("circle")
          .attr("cx", round(cx))
          .attr("cy", round(cy))
          .attr("r", 3)
          .attr("fill", trainingColors.accuracy);
  }
}

/** The mean over about a fortieth of the entries, each weighing less the older it is. */
function runningMean(values: number[]): number[] {
  const keep = 1 - 1 / Math.max(1, Math.min(50, values.length / 40));
  let [weighted, weight] = [0, 0];
  return values.map((value) => {
    weighted = keep * weighted + value;
    weight = keep * weight + 1;
    return weighted / weight;
  });
}

function finding(rows: readonly TrainingRow[]): string {
  const last = rows.findLast(({ accuracy }) => accuracy !== null);
  if (!last || last.accuracy === null) return "Loss over the samples seen";
  return `${percent(100 * last.accuracy, 1)} accuracy after ${last.samples.toLocaleString("en-US")} samples`;
}
