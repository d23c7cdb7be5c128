import type { Box } from "../box.ts";
import { type ColourName, colourNames, luma, named, tint } from "../colours.ts";
import type { Sheet } from "../sheet.ts";

/** A word on a board of a named colour. */
export interface Sign {
  readonly word: string;
  readonly colour: ColourName;
}

/** Boards with a word each, turned a little, in front of a scene of stripes, dots or hills. Returns whether they fit. */
export function signs(sheet: Sheet, all: readonly Sign[]): boolean {
  const { draw, setting } = sheet;
  scene(sheet);
  const pitch = setting.size / all.length;
  return all.every(({ word, colour }, i) => {
    const look = {
      size: Math.round(sheet.size * draw.between(1.1, all.length > 1 ? 1.4 : 1.9)),
      weight: draw.choice([400, 700] as const),
    };
    const angle = draw.between(-0.26, 0.26);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [width, height] = [sheet.width(word, look), sheet.height(look)];
    const padding = draw.between(3, 5);
    const half = [width / 2 + padding, height / 2 + padding] as const;
    const across = 2 * (half[0] * cos + half[1] * Math.abs(sin));
    const down = 2 * (half[0] * Math.abs(sin) + half[1] * cos);
    if (across > setting.size - 2 || down > pitch - 2) return false;
    const x = draw.between(1 + across / 2, setting.size - 1 - across / 2);
    const y = i * pitch + draw.between(1 + down / 2, pitch - 1 - down / 2);
    const turned = (u: number, v: number): [number, number] => [x + u * cos - v * sin, y + u * sin + v * cos];
    const board = named(colour, draw);
    const bright = luma(board) < 130;
    const rim = [
      turned(-half[0], -half[1]),
      turned(half[0], -half[1]),
      turned(half[0], half[1]),
      turned(-half[0], half[1]),
    ];
    sheet.path(rim, { fill: board, stroke: bright ? [245, 245, 245] : [30, 30, 30], width: 1 });
    writeTurned(sheet, word, turned, { ...look, angle, colour: bright ? [255, 255, 255] : [10, 10, 10] }, [
      width,
      height,
    ]);
    return true;
  });
}

function writeTurned(
  sheet: Sheet,
  word: string,
  turned: (u: number, v: number) => [number, number],
  look: NonNullable<Parameters<Sheet["write"]>[3]>,
  [width, height]: readonly [number, number],
): void {
  // `write` wants the height of the capitals' top above the pen, unturned: the pen is turned about the board's middle.
  const capital = sheet.capital(look);
  const [x, baseline] = turned(-width / 2, capital - height / 2);
  sheet.write(word, x, baseline - capital, look);
}

/** What stands behind the boards. */
function scene(sheet: Sheet): void {
  const { draw, setting } = sheet;
  const { size } = setting;
  const [back, front] = draw.shuffled(colourNames).slice(0, 2) as [ColourName, ColourName];
  sheet.paper = tint(back, draw);
  const kind = draw.choice(["plain", "stripes", "dots", "hills"] as const);
  const step = size / draw.integer(5, 10);
  const colour = tint(front, draw);
  if (kind === "stripes")
    for (let x = 0; x < size; x += 2 * step)
      sheet.rectangle([x, 0, x + step, size] as Box, colour, { backdrop: true });
  if (kind === "dots")
    for (let i = 0; i < 24; i++) {
      const [x, y, r] = [draw.between(0, size), draw.between(0, size), draw.between(0.2, 0.5) * step];
      sheet.path(
        [
          [x - r, y - r],
          [x + r, y + r],
        ],
        { fill: colour, round: true, backdrop: true },
      );
    }
  if (kind === "hills")
    for (let i = 0; i < 3; i++) {
      const [x, y] = [draw.between(0, size), draw.between(0.3, 0.8) * size];
      sheet.path(
        [
          [x - size / 2, size],
          [x, y],
          [x + size / 2, size],
        ],
        { fill: tint(front, draw), backdrop: true },
      );
    }
}
