import type { Box } from "./box.ts";
import type { Colour } from "./colours.ts";
import type { Type } from "./face.ts";

/** A line of text: where its pen starts on the baseline, and how far the line is turned, clockwise in radians. */
export interface TextMark {
  readonly mark: "text";
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly type: Type;
  readonly colour: Colour;
  readonly angle: number;
}

/** A filled or drawn path through points; `round` makes it the ellipse in the box of its points. */
export interface PathMark {
  readonly mark: "path";
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly round?: true;
  readonly fill?: Colour;
  readonly stroke?: Colour;
  readonly width?: number;
  /** Part of what stands behind everything, which counts as paper. */
  readonly backdrop?: true;
}

/** An icon of Twemoji, by name. */
export interface IconMark {
  readonly mark: "icon";
  readonly name: string;
  readonly box: Box;
}

export type Mark = TextMark | PathMark | IconMark;

/** What layouts of pages are called; the coarse task asks for it. */
export type Layout =
  | "form"
  | "receipt"
  | "table"
  | "bars"
  | "line"
  | "pie"
  | "icons"
  | "sign"
  | "text"
  | "shapes";

/**
 * A page: all that stands on it, written once. It is drawn (`draw`), read (`linesOf`), laid on a grid (`placedTexts`) and
 * measured (`inkFraction`) from this one description.
 */
export interface Page {
  readonly layout: Layout;
  /** Pixels of its side. */
  readonly size: number;
  readonly paper: Colour;
  /** In the order in which they are drawn. */
  readonly marks: readonly Mark[];
  /** Standard deviation of the pixel noise, in grey levels of 255, and the seed that decides it. */
  readonly noise: number;
  readonly seed: number;
}
