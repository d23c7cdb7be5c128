import { type Row, setRows } from "../rows.ts";
import type { Sheet } from "../sheet.ts";

/** A key and its value, as a form states them. */
export interface Entry {
  readonly key: string;
  readonly value: string;
}

/** Keys with their values: on one line, in two columns, or one above the other. Returns whether they fit. */
export function form(sheet: Sheet, entries: readonly Entry[], filler: () => string): boolean {
  const { draw, margin, size } = sheet;
  const bold = draw.chance(0.4) ? ({ weight: 700 } as const) : {};
  const style = draw.choice(["inline", "inline", "columns", "above"] as const);
  const widest = Math.max(...entries.map(({ key }) => sheet.width(key, bold)));
  const blocks = entries.map(({ key, value }): Row[] => {
    if (style === "inline") {
      const gap = sheet.width(" ", bold);
      return [
        [
          { text: `${key}:`, x: margin, look: bold },
          { text: value, x: margin + sheet.width(`${key}:`, bold) + gap },
        ],
      ];
    }
    if (style === "columns")
      return [
        [
          { text: key, x: margin, look: bold },
          { text: value, x: margin + widest + size },
        ],
      ];
    return [[{ text: key, x: margin, look: bold }], [{ text: value, x: margin + size }]];
  });
  return setRows(sheet, blocks, filler);
}
