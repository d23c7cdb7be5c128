import { type SymbolType, symbol, symbolCircle } from "d3";
import { type Mark, rule, write } from "./drawing.ts";
import { shorten, textWidth } from "./text.ts";
import { theme } from "./theme.ts";

const size = theme.size.small;

export interface LegendEntry {
  text: string;
  color: string;
  symbol?: SymbolType | undefined;
  /** An unfilled mark. */
  open?: boolean;
  /** A stroke in place of a mark. */
  line?: boolean;
}

/** One row of entries ending at `right`, on the baseline `y`; rows that do not fit are stacked upwards. */
export function legend(
  svg: Mark,
  entries: LegendEntry[],
  place: { left: number; right: number; y: number },
): void {
  rowsOf(entries, place.right - place.left).forEach((row, r, rows) => {
    const y = place.y - (rows.length - 1 - r) * 18;
    let x = place.right - row.reduce((sum, { width }) => sum + width + 16, -16);
    for (const { text, color, symbol: shape = symbolCircle, open, line, width } of row) {
      if (line)
        rule(svg, [x - 2, y - 4], [x + 13, y - 4], color)
          .attr("stroke-width", 5)
          .attr("stroke-opacity", 0.35);
      else
        svg
          .append("path")
          .attr("transform", `translate(${x + 6},${y - 4})`)
          .attr("d", symbol(shape, 75).digits(2)())
          .attr("fill", open ? theme.paper : color)
          .attr("stroke", color)
          .attr("stroke-width", 1.8);
      write(svg, text, { x: x + 18, y, size });
      x += width + 16;
    }
  });
}

/** Rows that a legend takes within `room` pixels, 18 pixels each. */
export function legendRows(entries: LegendEntry[], room: number): number {
  return rowsOf(entries, room).length;
}

function rowsOf(entries: LegendEntry[], room: number): (LegendEntry & { width: number })[][] {
  const rows: (LegendEntry & { width: number })[][] = [[]];
  let used = 0;
  for (const entry of entries) {
    const text = shorten(entry.text, 220, size);
    const width = 18 + textWidth(text, size);
    if (used > 0 && used + width > room) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ ...entry, text, width });
    used += width + 16;
  }
  return rows;
}
