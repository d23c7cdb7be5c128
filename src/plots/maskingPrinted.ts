import { groups, line, scaleLinear } from "d3";
import { horizontalAxis, type Panel, percent, type Scale, verticalAxis } from "./axes.ts";
import { drawing, hint, type Mark, print, round, rule, write } from "./drawing.ts";
import { spread } from "./labels.ts";
import type { MaskingPoint } from "./maskingCurve.ts";
import { shorten, textWidth } from "./text.ts";
import { colorsOf, theme } from "./theme.ts";

export type MaskingAxis = "share" | "layer";

export const maskingLabel = {
  share: "Layers in which vision tokens see no other vision token (% of all, from the rear)",
  layer: "First layer in which vision tokens see no other vision token",
};

interface Line {
  series: string;
  points: MaskingPoint[];
  color: string;
  published: boolean;
}

/** The printed form: a line for each series, named at the end where all is masked. */
export function maskingPrinted(
  points: MaskingPoint[],
  { title, x: axis }: { title: string; x: MaskingAxis },
): string {
  const lines = linesOf(points);
  const names = lines.map(({ series, published }) =>
    shorten(series, 150, theme.size.small, published ? "plain" : "bold"),
  );
  const room =
    26 + Math.max(0, ...names.map((text, i) => textWidth(text, theme.size.small, weight(lines[i]))));

  const sheet = drawing({ title, reading: readingLine(lines), body: 440 });
  const panel = { left: 58, right: sheet.width - 18 - room, top: sheet.top + 32, bottom: sheet.height - 58 };
  const { x, y } = scales(points, axis, panel);
  verticalAxis(sheet.svg, panel, { scale: y, label: "Accuracy (% of the unmasked model's)" });
  horizontalAxis(sheet.svg, panel, { scale: x, label: maskingLabel[axis], grid: true });
  rule(sheet.svg, [panel.left, y(100)], [panel.right, y(100)], theme.faint);

  for (const one of lines) drawLine(sheet.svg, one, axis, x, y);
  nameLines(sheet.svg, lines, names, panel, axis, x, y);
  return print(sheet);
}

/** Published series first, so that ours lie on top; points from the fewest masked layers to all. */
function linesOf(points: MaskingPoint[]): Line[] {
  const bySeries = groups(
    points,
    ({ published }) => published,
    ({ series }) => series,
  ).sort(([a], [b]) => Number(b) - Number(a));
  return bySeries.flatMap(([published, series]) => {
    const colors = published
      ? mutedColors(series.map(([name]) => name))
      : colorsOf(series.map(([name]) => name));
    return series.map(([name, own]) => ({
      series: name,
      published,
      color: colors.get(name) ?? theme.text,
      points: own.toSorted((a, b) => a.maskedPct - b.maskedPct),
    }));
  });
}

/** Quieter than ours, yet each its own. */
function mutedColors(names: string[]): Map<string, string> {
  const muted = ["#8d99ae", "#b08968", "#7fa99b", "#a78bb0", "#9a9a8a", "#c08497"];
  return new Map(names.map((name, i) => [name, muted[i % muted.length]]));
}

function scales(points: MaskingPoint[], axis: MaskingAxis, panel: Panel): { x: Scale; y: Scale } {
  const lowest = Math.min(
    100,
    ...points.map(({ relativePct, lowPct }) => Math.min(relativePct, lowPct ?? relativePct)),
  );
  const highest = Math.max(
    100,
    ...points.map(({ relativePct, highPct }) => Math.max(relativePct, highPct ?? relativePct)),
  );
  const last = axis === "share" ? 100 : Math.max(1, ...points.map(({ from }) => from));
  return {
    x: scaleLinear(axis === "share" ? [0, last] : [last, 0], [panel.left, panel.right]),
    y: scaleLinear([Math.max(0, lowest - 3), highest + 3], [panel.bottom, panel.top]),
  };
}

function drawLine(
  svg: Mark,
  { points, color, published, series }: Line,
  axis: MaskingAxis,
  x: Scale,
  y: Scale,
): void {
  const at = (p: MaskingPoint): [number, number] => [x(value(p, axis)), y(p.relativePct)];
  svg
    .append("path")
    .attr("class", published ? "published" : "measured")
    .attr("d", line().digits(2)(points.map(at)))
    .attr("fill", "none")
    .attr("stroke", color)
    .attr("stroke-width", published ? 1.4 : 3)
    .attr("stroke-linejoin", "round");
  for (const point of points) {
    const [cx, cy] = at(point);
    if (point.lowPct !== null && point.highPct !== null)
      rule(svg, [cx, y(point.lowPct)], [cx, y(point.highPct)], color).attr("stroke-width", 1.4);
    const mark = svg.append("circle").attr("class", "mark").attr("cx", round(cx)).attr("cy", round(cy));
    mark.attr("r", published ? 1.7 : 4.5).attr("fill", color);
    if (!published) mark.attr("stroke", theme.paper).attr("stroke-width", 1.2);
    hint(mark, `${series}, from layer ${point.from} of ${point.layers}: ${percent(point.relativePct, 1)}`);
  }
}

/** Names at the right margin, moved apart, each joined to its line's end. */
function nameLines(
  svg: Mark,
  lines: Line[],
  names: string[],
  panel: Panel,
  axis: MaskingAxis,
  x: Scale,
  y: Scale,
) {
  const ends = lines.map(({ points }) => points.at(-1) as MaskingPoint);
  const heights = spread(
    ends.map(({ relativePct }) => y(relativePct)),
    { gap: 16, low: panel.top, high: panel.bottom - 4 },
  );
  lines.forEach((one, i) => {
    const from: [number, number] = [x(value(ends[i], axis)) + 5, y(ends[i].relativePct)];
    rule(svg, from, [panel.right + 20, heights[i]], one.color).attr("stroke-width", 0.8);
    const color = one.published ? theme.faint : one.color;
    write(svg, names[i], {
      x: panel.right + 24,
      y: heights[i] + 4,
      size: theme.size.small,
      weight: weight(one),
      color,
    });
  });
}

function readingLine(lines: Line[]): string {
  const [behind, ours] = [
    lines.some(({ published }) => published),
    lines.some(({ published }) => !published),
  ];
  if (!behind) return "Without training; bars are 95 % intervals.";
  return ours
    ? "Thick: measured here, with 95 % intervals. Thin: the paper's Figure 2."
    : "The paper's Figure 2.";
}

function weight({ published }: Line): "plain" | "bold" {
  return published ? "plain" : "bold";
}

function value({ maskedPct, from }: MaskingPoint, axis: MaskingAxis): number {
  return axis === "share" ? maskedPct : from;
}
