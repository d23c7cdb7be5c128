import { type BaseType, type Selection, select } from "d3";
import { DOMParser } from "linkedom";
import { legible, shorten, type Weight, wrap } from "./text.ts";
import { theme } from "./theme.ts";

/** An SVG element under construction. */
export type Mark = Selection<BaseType, unknown, null, undefined>;

/** A sheet with its title printed; everything else is drawn between `top` and `height`. */
export interface Drawing {
  svg: Mark;
  width: number;
  height: number;
  /** The first pixel row under the titles. */
  top: number;
}

const edge = 18;

/** A white sheet whose height is `body` under the title and the lines that say how to read the figure. */
export function drawing({
  width = theme.width,
  body,
  title,
  reading = "",
}: {
  width?: number;
  body: number;
  title: string;
  reading?: string;
}): Drawing {
  const document = new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "image/svg+xml",
  );
  const svg: Mark = select(document.documentElement as unknown as BaseType);
  svg.append("title").text(legible(title));
  const paper = svg.append("rect").attr("width", "100%").attr("height", "100%").attr("fill", theme.paper);

  let y = 12;
  const line = (text: string, size: number, weight: Weight, color: string) => {
    y += Math.round(1.35 * size);
    write(svg, text, { x: edge, y, size, weight, color });
  };
  const titles = wrap(title, width - 2 * edge, theme.size.title, "bold");
  const rest = shorten(titles.slice(2).join(" "), width - 2 * edge, theme.size.title, "bold");
  for (const text of titles.length > 3 ? [...titles.slice(0, 2), rest] : titles)
    line(text, theme.size.title, "bold", theme.text);
  y += 4;
  for (const text of wrap(reading, width - 2 * edge, theme.size.small))
    line(text, theme.size.small, "plain", theme.faint);

  const top = y + 12;
  svg.attr("role", "img").attr("font-family", theme.font).attr("font-size", theme.size.text);
  paper.lower();
  const sheet = { svg, width, height: top, top };
  grow(sheet, body);
  return sheet;
}

/** Makes the sheet longer at its foot. */
export function grow(sheet: Drawing, by: number): void {
  sheet.height += by;
  const { svg, width, height } = sheet;
  svg.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
}

export interface Writing {
  x: number;
  y: number;
  size?: number;
  weight?: Weight;
  color?: string;
  anchor?: "start" | "middle" | "end";
  /** A white rim that keeps the text legible over lines. */
  halo?: boolean;
}

/** Writes one line of text with its baseline at (x, y). */
export function write(parent: Mark, text: string, writing: Writing): Mark {
  const {
    x,
    y,
    size = theme.size.text,
    weight = "plain",
    color = theme.text,
    anchor = "start",
    halo,
  } = writing;
  const mark: Mark = parent.append("text").text(legible(text));
  mark.attr("x", round(x)).attr("y", round(y)).attr("font-size", size).attr("fill", color);
  if (anchor !== "start") mark.attr("text-anchor", anchor);
  if (weight === "bold") mark.attr("font-weight", "bold");
  if (halo)
    mark
      .attr("stroke", theme.paper)
      .attr("stroke-width", 3.5)
      .attr("stroke-linejoin", "round")
      .attr("paint-order", "stroke");
  return mark;
}

/** A straight line. */
export function rule(
  parent: Mark,
  from: [number, number],
  to: [number, number],
  color: string = theme.rule,
): Mark {
  const mark: Mark = parent.append("line").attr("stroke", color);
  return mark
    .attr("x1", round(from[0]))
    .attr("y1", round(from[1]))
    .attr("x2", round(to[0]))
    .attr("y2", round(to[1]));
}

/** The text that a browser shows when the pointer rests on a mark. */
export function hint(mark: Mark, text: string): void {
  mark.append("title").text(legible(text));
}

/** The finished SVG, without an XML declaration, so that it can stand in a page. */
export function print({ svg }: Drawing): string {
  return (svg.node() as unknown as { outerHTML: string }).outerHTML;
}

/** Coordinates to a hundredth of a pixel: small files, same picture. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
