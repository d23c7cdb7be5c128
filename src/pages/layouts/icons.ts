import type { Sheet } from "../sheet.ts";

/** A tile of an infographic: an icon, how often it is drawn or the number beside it, and what it is said to be. */
export interface Tile {
  readonly icon: string;
  readonly caption: string;
  readonly count: number;
  /** Whether the icon is drawn as often as the count says, instead of the number being printed. */
  readonly repeated: boolean;
}

/** Tiles one below the other: icons with a number and a caption, or as many icons as are meant. Returns whether they fit. */
export function icons(sheet: Sheet, tiles: readonly Tile[]): boolean {
  const { draw, margin, setting, room } = sheet;
  const height = sheet.height();
  const pitch = (setting.size - 2 * margin) / tiles.length;
  const side = Math.min(pitch * 0.8, (setting.size / 4) * draw.between(0.8, 1));
  const small = Math.min(pitch - height - 4, setting.size / 6);
  const look = { size: Math.round(sheet.size * draw.between(1.1, 1.4)), weight: 700 } as const;
  const stacked = pitch > sheet.height(look) + height + 3;
  if (small < 9) return false;
  return tiles.every(({ icon, caption, count, repeated }, i) => {
    const top = margin + i * pitch;
    if (repeated) {
      const step = small + 2;
      if (count * step > room || sheet.width(caption) > room) return false;
      for (let n = 0; n < count; n++)
        sheet.icon(icon, [margin + n * step, top, margin + n * step + small, top + small]);
      sheet.write(caption, margin, top + small + 2);
      return true;
    }
    const printed = String(count);
    const x = margin + side + 4;
    const wide = stacked
      ? Math.max(sheet.width(caption), sheet.width(printed, look))
      : sheet.width(caption) + 4 + sheet.width(printed, look);
    if (x + wide > setting.size - margin) return false;
    const middle = top + pitch / 2;
    sheet.icon(icon, [margin, middle - side / 2, margin + side, middle + side / 2]);
    if (stacked) {
      sheet.write(printed, x, middle - sheet.height(look) - 1, look);
      sheet.write(caption, x, middle + 2);
    } else {
      sheet.write(printed, x, middle - sheet.height(look) / 2, look);
      sheet.write(caption, x + sheet.width(printed, look) + 4, middle - height / 2);
    }
    return true;
  });
}
