import { inkFraction } from "../pages/grid.ts";
import type { Layout } from "../pages/page.ts";
import type { Setting } from "../pages/setting.ts";
import { linesOf } from "../pages/text.ts";
import { isReadable } from "./readable.ts";
import type { Sample } from "./sample.ts";

/** What a study may explain scores by. */
export interface Factors {
  readonly layout: Layout;
  /** The share of patches that bear ink. */
  readonly ink: number;
  /** Pixels of the em: the smallest text on the page, and the largest; nothing on a page without text. */
  readonly smallestText: number | null;
  readonly largestText: number | null;
  /** Things that could be asked about the page. */
  readonly facts: number;
  /** Whether a pretrained reader finds the answer to the first question; nothing where it was not asked. */
  readonly readable: boolean | null;
  /** Characters of the page, blanks left out. */
  readonly characters: number;
}

/** The factors of a sample, from its page alone. */
export function factorsOf({ id, page, turns }: Sample, { grid }: Setting): Factors {
  const lines = linesOf(page);
  const sizes = lines.map(({ size }) => size);
  return {
    layout: page.layout,
    ink: inkFraction(page, grid),
    smallestText: sizes.length > 0 ? Math.min(...sizes) : null,
    largestText: sizes.length > 0 ? Math.max(...sizes) : null,
    facts: turns.length,
    readable: isReadable({ id }),
    characters: lines.reduce((sum, { text }) => sum + text.replaceAll(" ", "").length, 0),
  };
}
