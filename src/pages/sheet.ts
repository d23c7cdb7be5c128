import { type Family, fontsOf, type Weight } from "../../datasets/sources/fonts.ts";
import type { Split } from "../../datasets/sources/split.ts";
import type { Box } from "./box.ts";
import { type Colour, ink, paper } from "./colours.ts";
import { face, type Type, widthOf } from "./face.ts";
import type { Layout, Mark, Page, PathMark } from "./page.ts";
import type { Random } from "./random.ts";
import type { Setting } from "./setting.ts";
import { lineOf } from "./text.ts";

/** Few, so that the canvas can keep the letters it has drawn. */
const stretches = [0.9, 0.95, 1, 1.05];

/** How one piece of text departs from the sheet's own look. */
export interface Look {
  readonly size?: number;
  readonly weight?: Weight;
  readonly colour?: Colour;
  readonly angle?: number;
}

/** A page in the making: a family, a size, ink and paper are drawn once, and marks are added. */
export class Sheet {
  readonly marks: Mark[] = [];
  readonly family: Family;
  /** Pixels of the em of the running text. */
  readonly size: number;
  readonly stretch: number;
  readonly ink: Colour;
  paper: Colour;
  /** Blank pixels at every side. */
  readonly margin: number;

  constructor(
    readonly draw: Random,
    readonly setting: Setting,
    split: Split,
  ) {
    this.family = draw.choice(fontsOf(split));
    this.size = draw.integer(...setting.text);
    this.stretch = draw.choice(stretches);
    this.ink = ink(draw);
    this.paper = paper(draw);
    this.margin = draw.integer(2, Math.round(setting.size / 20));
  }

  /** Pixels between the margins. */
  get room(): number {
    return this.setting.size - 2 * this.margin;
  }

  type({ size = this.size, weight = 400 }: Look = {}): Type {
    return { family: this.family, weight, size, stretch: this.stretch };
  }

  width(text: string, look?: Look): number {
    return widthOf(text, this.type(look));
  }

  /** Pixels from the baseline to the top of a capital. */
  capital(look?: Look): number {
    const { family, weight, size } = this.type(look);
    return face(family, weight).capital * size;
  }

  /** Pixels from the top of a capital to the tip of a `p`. */
  height(look?: Look): number {
    const { family, weight, size } = this.type(look);
    return this.capital(look) + face(family, weight).descent * size;
  }

  /** Writes a text whose capitals begin at `top`; returns its box. */
  write(text: string, x: number, top: number, look: Look = {}): Box {
    const mark = {
      mark: "text",
      text,
      x,
      baseline: top + this.capital(look),
      type: this.type(look),
      colour: look.colour ?? this.ink,
      angle: look.angle ?? 0,
    } as const;
    this.marks.push(mark);
    return lineOf(mark).box;
  }

  rectangle([left, top, right, bottom]: Box, fill: Colour, paint: { backdrop?: true } = {}): void {
    this.path(
      [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ],
      { fill, ...paint },
    );
  }

  line(points: readonly (readonly [number, number])[], stroke: Colour, width = 1): void {
    this.path(points, { stroke, width });
  }

  path(
    points: readonly (readonly [number, number])[],
    paint: Pick<PathMark, "fill" | "stroke" | "width" | "round" | "backdrop">,
  ): void {
    this.marks.push({ mark: "path", points, ...paint });
  }

  icon(name: string, box: Box): void {
    this.marks.push({ mark: "icon", name, box });
  }

  page(layout: Layout): Page {
    const { draw } = this;
    return {
      layout,
      size: this.setting.size,
      paper: this.paper,
      marks: this.marks,
      noise: draw.between(...this.setting.noise),
      seed: draw.bits(),
    };
  }
}
