import { colourNames, tint } from "../colours.ts";
import type { Sheet } from "../sheet.ts";

/** A table: heads of columns, and rows that each begin with a name. Returns whether it fits. */
export function table(sheet: Sheet, heads: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const { draw, margin, setting, room } = sheet;
  const bold = { weight: 700 } as const;
  const all = [["", ...heads], ...rows];
  const columns = heads.length + 1;
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(...all.map((row, r) => sheet.width(row[c] as string, r === 0 || c === 0 ? bold : {}))),
  );
  const spare = room - widths.reduce((sum, width) => sum + width, 0);
  const gap = Math.min(spare / (columns - 1), sheet.size * draw.between(0.6, 2));
  const height = sheet.height();
  const pitch = Math.min((setting.size - 2 * margin) / all.length, height * draw.between(1.3, 2.2));
  if (gap < 0.45 * sheet.size || pitch < 1.2 * height) return false;

  const [left, top] = [
    margin + draw.between(0, spare - gap * (columns - 1)),
    margin + draw.between(0, setting.size - 2 * margin - pitch * all.length),
  ];
  const right = left + widths.reduce((sum, width) => sum + width, 0) + gap * (columns - 1);
  const look = draw.choice(["plain", "ruled", "banded"] as const);
  if (look === "banded")
    sheet.rectangle([left - 1, top, right + 1, top + pitch], tint(draw.choice(colourNames), draw));
  all.forEach((row, r) => {
    if (look === "ruled" && r > 0)
      sheet.line(
        [
          [left, top + r * pitch],
          [right, top + r * pitch],
        ],
        [150, 150, 150],
      );
    let x = left;
    row.forEach((text, c) => {
      if (text !== "")
        sheet.write(text, x, top + r * pitch + (pitch - height) / 2, r === 0 || c === 0 ? bold : {});
      x += (widths[c] as number) + gap;
    });
  });
  return true;
}
