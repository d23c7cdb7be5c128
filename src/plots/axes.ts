import type { ScaleContinuousNumeric } from "d3";
import { type Mark, rule, write } from "./drawing.ts";
import { theme } from "./theme.ts";

export type Scale = ScaleContinuousNumeric<number, number>;

export interface Panel {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface AxisOptions {
  scale: Scale;
  label: string;
  /** About how many ticks, or exactly which. */
  ticks?: number | number[];
  format?: (value: number) => string;
}

/** Ticks, grid and label of the vertical axis; the label lies flat above it. */
export function verticalAxis(
  svg: Mark,
  panel: Panel,
  { scale, label, ticks = 6, format = plain }: AxisOptions,
): void {
  for (const value of tickValues(scale, ticks)) {
    rule(svg, [panel.left, scale(value)], [panel.right, scale(value)]);
    write(svg, format(value), {
      x: panel.left - 8,
      y: scale(value) + 4.5,
      anchor: "end",
      color: theme.faint,
      size: theme.size.small,
    });
  }
  write(svg, label, { x: 18, y: panel.top - 10, size: theme.size.small });
}

/** Ticks and label of the horizontal axis, with a grid where `grid` asks for it. */
export function horizontalAxis(
  svg: Mark,
  panel: Panel,
  { scale, label, ticks = 8, format = plain, grid = false }: AxisOptions & { grid?: boolean },
): void {
  rule(svg, [panel.left, panel.bottom], [panel.right, panel.bottom], theme.faint);
  for (const value of tickValues(scale, ticks)) {
    const x = scale(value);
    if (grid) rule(svg, [x, panel.top], [x, panel.bottom]);
    rule(svg, [x, panel.bottom], [x, panel.bottom + 5], theme.faint);
    write(svg, format(value), {
      x,
      y: panel.bottom + 19,
      anchor: "middle",
      color: theme.faint,
      size: theme.size.small,
    });
  }
  write(svg, label, {
    x: (panel.left + panel.right) / 2,
    y: panel.bottom + 40,
    anchor: "middle",
    size: theme.size.small,
  });
}

function tickValues(scale: Scale, ticks: number | number[]): number[] {
  return typeof ticks === "number" ? scale.ticks(ticks) : ticks;
}

/** A number as a reader writes it: no trailing zeros, a true minus sign. */
export function plain(value: number): string {
  return `${Number(value.toPrecision(6))}`.replace("-", "−");
}

/** A percentage with one decimal below 10 and none above, unless it needs one. */
export function percent(value: number, decimals = 0): string {
  return `${value.toFixed(decimals).replace("-", "−")} %`;
}
