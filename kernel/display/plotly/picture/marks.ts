import { theme } from "../../../../src/index.ts";
import { escapeHtml } from "../../html.ts";

/** Numbers to a hundredth of a pixel. */
export const px = (value: number): string => `${Math.round(value * 100) / 100}`;

/** One element of an SVG. */
export function mark(name: string, attributes: Record<string, string | number>, inner = ""): string {
  const given = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? px(value) : escapeHtml(value)}"`,
  );
  return `<${name}${given.join("")}${inner ? `>${inner}</${name}>` : "/>"}`;
}

export interface Writing {
  readonly size?: number;
  readonly color?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  /** Read from below to above. */
  readonly upright?: boolean;
}

/** One line of text with its baseline at (x, y). */
export function writing(
  text: string,
  x: number,
  y: number,
  {
    size = theme.size.small,
    color = theme.text,
    anchor = "start",
    bold = false,
    upright = false,
  }: Writing = {},
): string {
  return mark(
    "text",
    {
      x,
      y,
      "font-size": size,
      fill: color,
      "text-anchor": anchor,
      ...(bold && { "font-weight": "bold" }),
      ...(upright && { transform: `rotate(-90 ${px(x)} ${px(y)})` }),
    },
    escapeHtml(text),
  );
}

/** About how wide a text is: DejaVu Sans is generous. */
export const widthOf = (text: string, size: number = theme.size.small): number =>
  0.6 * size * [...text].length;

/** As much of a text as has room. */
export function fitted(text: string, room: number, size: number = theme.size.small): string {
  const most = Math.max(1, Math.floor(room / (0.6 * size)));
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
