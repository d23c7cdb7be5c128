import { letterWidths } from "./letters.ts";

/** Attributes of an element; those undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A finished piece of a drawing, from (0, 0) to its size in pixels. */
export interface Part {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

/** What all drawings of routes share; the colours and the typeface of the figures (`src/plots/theme.ts`). */
export const ink = {
  text: "#1c1e21",
  faint: "#5a6069",
  rule: "#d8dbe0",
  band: "#f4f5f7",
  paper: "#ffffff",
  font: "DejaVu Sans, sans-serif",
} as const;

/** An element as text. `children` are elements themselves, or words that went through `escapeXml`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === "number" ? round(value) : escapeXml(legible(`${value}`))}"`,
    );
  const inside = children.join("");
  return inside ? `<${name}${written.join("")}>${inside}</${name}>` : `<${name}${written.join("")}/>`;
}

/** A group moved to (x, y). */
export const at = (x: number, y: number, ...children: readonly string[]): string =>
  element("g", { transform: `translate(${round(x)} ${round(y)})` }, ...children);

export function box(x: number, y: number, width: number, height: number, attributes: Attributes): string {
  return element("rect", { x, y, width, height, ...attributes });
}

/** A line through some points, with an arrow head at its end, and a rim of the colour `halo` where it crosses others. */
export function line(
  points: readonly Point[],
  { head, halo, ...attributes }: Attributes & { readonly head?: number; readonly halo?: string },
): string {
  const path = points.map((point, i) => `${i === 0 ? "M" : "L"}${point.map(round).join(" ")}`).join("");
  const color = attributes.stroke ?? ink.faint;
  const drawn = (more: Attributes) =>
    element("path", { d: path, fill: "none", "stroke-linejoin": "round", ...more });
  return [
    halo ? drawn({ stroke: halo, "stroke-width": 7 }) : "",
    drawn({ "stroke-width": 2, ...attributes, stroke: color }),
    head ? arrowHead(points, head, `${color}`) : "",
  ].join("");
}

/** A straight line up or down. */
export const upward = (x: number, from: number, to: number, attributes: Parameters<typeof line>[1]): string =>
  line(
    [
      [x, from],
      [x, to],
    ],
    attributes,
  );

/** A filled shape. */
export const shape = (corners: readonly Point[], attributes: Attributes): string =>
  element("path", {
    d: `M${corners.map((corner) => corner.map(round).join(" ")).join("L")}Z`,
    ...attributes,
  });

function arrowHead(points: readonly Point[], size: number, color: string): string {
  const [[fromX, fromY], [x, y]] = points.slice(-2) as [Point, Point];
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [alongX, alongY] = [(x - fromX) / length, (y - fromY) / length];
  const side = (sign: number): Point => [
    x - size * alongX - sign * 0.55 * size * alongY,
    y - size * alongY + sign * 0.55 * size * alongX,
  ];
  const tip: Point = [x + alongX, y + alongY];
  return shape([tip, side(1), side(-1)], { fill: color });
}

export interface Writing {
  readonly size?: number;
  readonly weight?: "plain" | "bold";
  readonly color?: string;
  readonly anchor?: "start" | "middle" | "end";
  /** The widest it may get: a longer text is shortened and shown whole when the pointer rests on it. */
  readonly width?: number;
  /** Struck through: what is skipped. */
  readonly struck?: true;
  /** Read from bottom to top. */
  readonly upright?: true;
  /** A rim of this colour, which keeps the text legible across lines. */
  readonly halo?: string;
}

/** One line of text with its baseline at (x, y). */
export function write(text: string, x: number, y: number, writing: Writing = {}): string {
  const {
    size = 12,
    weight = "plain",
    color = ink.text,
    anchor = "start",
    width,
    struck,
    upright,
    halo,
  } = writing;
  const whole = legible(text);
  const shown = width === undefined ? whole : shorten(whole, width, size, weight);
  return element(
    "text",
    {
      x,
      y,
      "font-size": size,
      fill: color,
      "font-weight": weight === "bold" ? "bold" : undefined,
      "text-anchor": anchor === "start" ? undefined : anchor,
      "text-decoration": struck && "line-through",
      ...(halo && { stroke: halo, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }),
      transform: upright && `rotate(-90 ${round(x)} ${round(y)})`,
    },
    shown === whole ? "" : element("title", {}, escapeXml(whole)),
    escapeXml(shown),
  );
}

/** As many words a line as fit `width`; a longer word stays whole, for `write` to shorten. */
export function wrap(words: readonly string[], width: number, size: number, between = " "): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const joined = `${last}${between}${word}`;
    if (last !== undefined && widthOf(joined, size) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** A finished document: self-contained, white, with a title for those who cannot see it. */
export function page({ svg, width, height }: Part, title: string, margin = 20): string {
  const [w, h] = [Math.ceil(width + 2 * margin), Math.ceil(height + 2 * margin)];
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: w,
      height: h,
      viewBox: `0 0 ${w} ${h}`,
      role: "img",
      "font-family": ink.font,
    },
    element("title", {}, escapeXml(legible(title))),
    box(0, 0, w, h, { fill: ink.paper }),
    at(margin, margin, svg),
  );
}

/** Parts one below the other. */
export function stack(parts: readonly Part[], gap: number): Part {
  let height = 0;
  const placed = parts.map((part) => {
    const y = height;
    height += part.height + gap;
    return at(0, y, part.svg);
  });
  const width = Math.max(0, ...parts.map((part) => part.width));
  return { svg: placed.join(""), width, height: Math.max(0, height - gap) };
}

/**
 * The most that a text takes in DejaVu Sans, without reading the typeface: whatever is not ASCII may come from
 * another one, and gets a bit more than a square.
 */
export function widthOf(text: string, size: number, weight: "plain" | "bold" = "plain"): number {
  let width = 0;
  for (const character of legible(text)) {
    width +=
      character === "…" ? 100 : (letterWidths[weight][(character.codePointAt(0) as number) - 32] ?? 125);
  }
  return (size * width) / 100;
}

/** The text, or as much of its start as fits, with an ellipsis. */
function shorten(text: string, width: number, size: number, weight: "plain" | "bold"): string {
  if (widthOf(text, size, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && widthOf(`${characters.join("")}…`, size, weight) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/**
 * The text on one line without what XML cannot hold or what turns the direction of the words around it; lone
 * surrogates become a replacement character.
 */
export function legible(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Bidi_Control}\ufffe\uffff]/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd");
}

/** Words for XML, attributes included. */
export function escapeXml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

/** Coordinates to a hundredth of a pixel. */
const round = (value: number): number => Math.round(value * 100) / 100;
