import { touchedBy } from "./openings.ts";
import type { Opened } from "./rehearsal.ts";
import type { Mark } from "./stretches.ts";
import { box, ink, type Writing, widthOf, write } from "./svg.ts";
import { presentIn } from "./tokens.ts";
import { countText, optionWords } from "./words.ts";

/** A mark's words and the row above the strip in which they stand; 0 is the lowest. */
export interface Label {
  readonly x: number;
  readonly from: number;
  readonly width: number;
  readonly row: number;
  readonly lines: readonly (readonly [text: string, Writing])[];
}

/** From right to left, each label as low as it fits: then a mark's line passes no other mark's words. */
export function labelsOf(marks: readonly Mark[], edge: number): Label[] {
  const placed: Label[] = [];
  for (const { x, opened } of [...marks].reverse()) {
    const lines = linesOf(opened);
    const width = Math.max(...lines.map(([text, { size = 12, weight }]) => widthOf(text, size, weight)));
    const shown = Math.min(width, 230);
    const from = Math.min(x + 6, edge - shown);
    const taken = placed.filter(
      (other) => other.from < from + shown + 12 && from < other.from + other.width + 12,
    );
    let row = 0;
    while (taken.some((other) => other.row === row)) row++;
    placed.push({ x, from, width: shown, row, lines });
  }
  return placed;
}

/** The openings with their options, and what became of the tokens. */
function linesOf(opened: readonly Opened[]): (readonly [string, Writing])[] {
  const changes = [...new Set(opened.flatMap(touchedBy))].flatMap((kind) => {
    const before = presentIn(opened[0]?.before[kind]);
    const after = presentIn(opened.at(-1)?.after[kind]);
    if (before === after) return [];
    return [`${before > 0 ? `${countText(before)} → ` : "+ "}${countText(after)} ${kind}`];
  });
  const lines: (readonly [string, Writing])[] = opened.flatMap((one) => [
    [one.opening.opening, { weight: "bold" }] as const,
    [
      optionWords(one.opening.options, [...one.needs, ...touchedBy(one)]).join(", "),
      { size: 11, color: ink.faint },
    ] as const,
  ]);
  return [...lines, [changes.join(", "), { size: 11 }] as const].filter(([text]) => text !== "");
}

/** The words of a mark, of which the last line stands on `bottom`. */
export function writeLabel({ from, width, lines }: Label, bottom: number): string {
  const first = bottom - 14 * (lines.length - 1);
  return [
    box(from - 2, first - 12, width + 4, 14 * lines.length + 2, { fill: ink.paper }),
    ...lines.map(([text, writing], i) =>
      write(text, from, first + 14 * i, { ...writing, width: width + 0.5 }),
    ),
  ].join("");
}
