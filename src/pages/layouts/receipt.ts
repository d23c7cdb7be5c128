import { type Row, setRows } from "../rows.ts";
import type { Sheet } from "../sheet.ts";
import type { Entry } from "./form.ts";

/** Goods at the left, prices flush right, a name above. Returns whether they fit. */
export function receipt(
  sheet: Sheet,
  name: string,
  entries: readonly Entry[],
  filler: () => string,
): boolean {
  const { draw, margin, setting, size } = sheet;
  const right = setting.size - margin - draw.between(0, setting.size / 8);
  const blocks = entries.map(({ key, value }): Row[] => [
    [
      { text: key, x: margin },
      { text: value, x: right - sheet.width(value) },
    ],
  ]);
  if (entries.some(({ key, value }) => margin + sheet.width(key) + sheet.width(value) + size / 2 > right))
    return false;
  const look = { weight: 700 } as const;
  const width = sheet.width(name, look);
  if (width > right - margin) return false;
  const title: Row = [{ text: name, x: margin + (right - margin - width) / 2, look }];
  return setRows(sheet, [[title], ...blocks], filler);
}
