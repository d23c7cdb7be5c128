import { curveStepAfter, line, scaleLinear, symbol } from "d3";
import { horizontalAxis, type Panel, percent, type Scale, verticalAxis } from "./axes.ts";
import { type Drawing, drawing, grow, hint, print, round, rule, write } from "./drawing.ts";
import { baseline, type FrontPoint } from "./frontRow.ts";
import { type Box, placeLabels } from "./labels.ts";
import { type LegendEntry, legend, legendRows } from "./legend.ts";
import { paretoFront } from "./paretoFront.ts";
import { shorten, textWidth } from "./text.ts";
import { type FamilyStyle, theme } from "./theme.ts";

/** The printed form of the front. */
export function frontPrinted(points: FrontPoint[], styles: Map<string, FamilyStyle>, title: string): string {
  const sheet = drawing({
    title,
    reading: "Numbers: the first layer with the route. Bars: 95 % intervals.",
    body: 444,
  });
  const panel = { left: 58, right: sheet.width - 24, top: sheet.top + 36, bottom: sheet.height - 58 };
  const { x, y } = scales(points, panel);
  verticalAxis(sheet.svg, panel, { scale: y, label: "Exact match (%)" });
  horizontalAxis(sheet.svg, panel, { scale: x, label: "FLOPs (% of the full model)", grid: true });

  const obstacles = [...drawBaseline(sheet, panel, points, x, y), ...drawStep(sheet, panel, points, x, y)];
  // The full model comes last, on top of whatever costs and scores the same.
  const full = baseline(points);
  const ordered = [...points.filter((point) => point !== full), ...(full ? [full] : [])];
  for (const point of ordered) obstacles.push(...drawPoint(sheet, point, styles, x, y));
  const unnamed = drawLabels(sheet, panel, points, styles, obstacles, x, y);
  drawLegend(sheet, panel, points, unnamed, styles);
  return print(sheet);
}

function scales(points: FrontPoint[], panel: Panel): { x: Scale; y: Scale } {
  const flops = points.map(({ relativeFlopsPct }) => relativeFlopsPct);
  const least = Math.min(100, ...flops);
  const most = Math.max(100, ...flops);
  const room = most > least ? Math.max(2, 0.06 * (most - least)) : 10;
  const lowest = 100 * Math.min(1, ...points.map(({ low, accuracy }) => Math.min(low, accuracy)));
  const highest = 100 * Math.max(0, ...points.map(({ high, accuracy }) => Math.max(high, accuracy)));
  const margin = Math.max(2, 0.08 * (highest - lowest));
  return {
    x: scaleLinear([Math.max(0, least - room), most + room], [panel.left, panel.right]),
    y: scaleLinear(
      points.length > 0 ? [Math.max(0, lowest - margin), Math.min(100, highest + margin)] : [0, 100],
      [panel.bottom, panel.top],
    ).nice(6),
  };
}

/** Marks the full model: its cost, and its accuracy where a row gives it. */
function drawBaseline({ svg }: Drawing, panel: Panel, points: FrontPoint[], x: Scale, y: Scale): Box[] {
  rule(svg, [x(100), panel.top], [x(100), panel.bottom], theme.faint).attr("stroke-dasharray", "2 3");
  const boxes = [{ x: x(100) - 1, y: panel.top, width: 2, height: panel.bottom - panel.top }];
  const full = baseline(points);
  if (!full) return boxes;
  const level = y(100 * full.accuracy);
  rule(svg, [panel.left, level], [panel.right, level], theme.faint).attr("stroke-dasharray", "2 3");
  return [...boxes, { x: panel.left, y: level - 1, width: panel.right - panel.left, height: 2 }];
}

function drawStep({ svg }: Drawing, panel: Panel, points: FrontPoint[], x: Scale, y: Scale): Box[] {
  const corners = paretoFront(points).map((p): [number, number] => [
    x(p.relativeFlopsPct),
    y(100 * p.accuracy),
  ]);
  const last = corners.at(-1);
  if (!last) return [];
  corners.push([panel.right, last[1]]);
  const path = line().curve(curveStepAfter).digits(2)(corners);
  svg
    .append("path")
    .attr("class", "front")
    .attr("d", path)
    .attr("fill", "none")
    .attr("stroke", theme.text)
    .attr("stroke-opacity", 0.35)
    .attr("stroke-width", 5)
    .attr("stroke-linejoin", "round");
  return corners.slice(1).flatMap(([x1, y1], i) => {
    const [x0, y0] = corners[i];
    return [
      { x: x0, y: y0 - 3, width: x1 - x0, height: 6 },
      { x: x1 - 3, y: Math.min(y0, y1), width: 6, height: Math.abs(y1 - y0) },
    ];
  });
}

function drawPoint(
  { svg }: Drawing,
  point: FrontPoint,
  styles: Map<string, FamilyStyle>,
  x: Scale,
  y: Scale,
): Box[] {
  const { color, symbol: shape } = styles.get(point.family) as FamilyStyle;
  const [cx, cy] = [x(point.relativeFlopsPct), y(100 * point.accuracy)];
  const [top, bottom] = [y(100 * point.high), y(100 * point.low)];
  const mark = svg.append("g").attr("class", "point");
  rule(mark, [cx, top], [cx, bottom], color).attr("stroke-width", 1.3).attr("stroke-opacity", 0.7);
  for (const end of [top, bottom])
    rule(mark, [cx - 3.5, end], [cx + 3.5, end], color).attr("stroke-opacity", 0.7);
  mark
    .append("path")
    .attr("class", "mark")
    .attr("transform", `translate(${round(cx)},${round(cy)})`)
    .attr("d", symbol(shape, 95).digits(2)())
    .attr("fill", point.trained ? color : theme.paper)
    .attr("stroke", color)
    .attr("stroke-width", 2);
  const interval = `${percent(100 * point.low, 1)} to ${percent(100 * point.high, 1)}`;
  hint(
    mark,
    `${point.plan}: ${percent(100 * point.accuracy, 1)} (${interval}, ${point.samples} answers) at ${percent(point.relativeFlopsPct, 1)} of the FLOPs`,
  );
  return [
    { x: cx - 7, y: cy - 7, width: 14, height: 14 },
    { x: cx - 4, y: top - 1, width: 8, height: bottom - top + 2 },
  ];
}

/** Writes the start layers and, once beside each family, its name. Returns the families that found no room. */
function drawLabels(
  { svg }: Drawing,
  panel: Panel,
  points: FrontPoint[],
  styles: Map<string, FamilyStyle>,
  obstacles: Box[],
  x: Scale,
  y: Scale,
): string[] {
  const size = theme.size.small;
  const at = (p: FrontPoint) => ({ x: x(p.relativeFlopsPct), y: y(100 * p.accuracy) });
  const families = [...styles.keys()].map((family) => {
    const text = shorten(family, 200, size, "bold");
    const own = points.filter((point) => point.family === family).sort((a, b) => b.flops - a.flops);
    return { text, family, anchors: own.map(at), color: styles.get(family)?.color, weight: "bold" as const };
  });
  // A number may also stand at an end of its interval, where it is still plainly its mark's.
  const near = (p: FrontPoint) => [at(p), ...[p.high, p.low].map((end) => ({ x: at(p).x, y: y(100 * end) }))];
  const layers = points
    .filter((point) => point !== baseline(points))
    .map((point) => ({
      text: `${point.from}`,
      family: "",
      anchors: near(point),
      color: styles.get(point.family)?.color,
      weight: "plain" as const,
    }));

  const labels = [...families, ...layers];
  const boxes = placeLabels(
    labels.map(({ text, anchors, weight }) => ({
      width: textWidth(text, size, weight) + 2,
      height: 13,
      anchors,
    })),
    {
      obstacles,
      bounds: {
        x: panel.left,
        y: panel.top,
        width: panel.right - panel.left,
        height: panel.bottom - panel.top,
      },
    },
  );
  return labels.flatMap(({ text, family, color, weight }, i) => {
    const box = boxes[i];
    if (!box) return family ? [family] : [];
    write(svg, text, { x: box.x + 1, y: box.y + 11, size, weight, ...(color && { color }), halo: true });
    return [];
  });
}

/** Says what the marks' filling means, above the panel, and below it which families found no room beside theirs. */
function drawLegend(
  sheet: Drawing,
  panel: Panel,
  points: FrontPoint[],
  unnamed: string[],
  styles: Map<string, FamilyStyle>,
): void {
  const keys: LegendEntry[] = [];
  if (points.some(({ trained }) => trained)) keys.push({ text: "fine-tuned", color: theme.faint });
  if (points.some(({ trained }) => !trained))
    keys.push({ text: "training-free", color: theme.faint, open: true });
  keys.push({ text: "Pareto front", color: theme.text, line: true });
  legend(sheet.svg, keys, { ...panel, y: panel.top - 14 });

  if (unnamed.length === 0) return;
  const names: LegendEntry[] = unnamed.map((text) => ({ text, color: theme.text, ...styles.get(text) }));
  grow(sheet, 18 * legendRows(names, panel.right - panel.left));
  legend(sheet.svg, names, { ...panel, y: sheet.height - 14 });
}
