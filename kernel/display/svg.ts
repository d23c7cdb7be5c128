import { toPng } from "../../src/index.ts";
import { escapeHtml } from "./html.ts";
import { type MimeData, register } from "./registry.ts";

/** Pixels of a PNG at most. */
const mostPixels = 16_000_000;

/** An SVG element of some document: d3 draws such, in linkedom as in a browser. */
interface SvgElement {
  readonly outerHTML: string;
  readonly localName: string;
}

const isSvg = (value: unknown): value is SvgElement =>
  typeof value === "object" &&
  value !== null &&
  (value as Partial<SvgElement>).localName === "svg" &&
  typeof (value as Partial<SvgElement>).outerHTML === "string";

register(isSvg, ({ outerHTML }) => svgForms(outerHTML));

/** What d3's `select(...).append("svg")` gives back. */
register(
  (value): value is { node(): SvgElement } => {
    const { node, selectAll } = Object(value) as { node?: unknown; selectAll?: unknown };
    return typeof node === "function" && typeof selectAll === "function" && isSvg(node.call(value));
  },
  (selection) => svgForms(selection.node().outerHTML),
);

/** A text that is a whole SVG document, as `drawRoute` gives. */
register(
  (value): value is string =>
    typeof value === "string" && /^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/.test(value) && /<\/svg>\s*$/.test(value),
  (text) => svgForms(text),
);

/** The forms of a drawing: the SVG, a PNG, and HTML that shows it in notebooks whose HTML is sanitised. */
export function svgForms(drawing: string, { words }: { words?: string } = {}): MimeData {
  const svg = standalone(drawing);
  const { width, height } = sizeOf(svg);
  const png = rasterised(svg, width * height);
  const title = titleOf(svg);
  const size = `${Math.round(width)} x ${Math.round(height)}`;
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  return {
    "text/plain": words ?? `SVG drawing of ${size} pixels${title ? `: ${title}` : ""}`,
    "text/html": `<img alt="${escapeHtml(title || "drawing")}" width="${Math.round(width)}" src="${source}">`,
    "image/svg+xml": svg,
    ...(png && { "image/png": png.toString("base64") }),
  };
}

/** With its namespace, without which it is no picture by itself; elements made inside a page lack it. */
function standalone(drawing: string): string {
  const svg = drawing.trim().replace(/^<\?xml[^>]*>\s*/, "");
  return /^<svg[^>]*\sxmlns\s*=/.test(svg)
    ? svg
    : svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
}

function sizeOf(svg: string): { width: number; height: number } {
  const head = /^<svg[^>]*>/.exec(svg)?.[0] ?? "";
  const number = (name: string): number =>
    Number.parseFloat(new RegExp(`\\s${name}="([\\d.]+)(px)?"`).exec(head)?.[1] ?? "");
  const box =
    /\sviewBox="([^"]*)"/
      .exec(head)?.[1]
      ?.split(/[\s,]+/)
      .map(Number) ?? [];
  return { width: number("width") || box[2] || 300, height: number("height") || box[3] || 150 };
}

const titleOf = (svg: string): string =>
  (/^<svg[^>]*>\s*<title>([^<]*)<\/title>/.exec(svg)?.[1] ?? "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** The PNG at twice its size where there is room; none of what cannot be drawn. */
function rasterised(svg: string, pixels: number): Buffer | undefined {
  if (pixels > mostPixels) return undefined;
  try {
    return toPng(svg, { scale: 4 * pixels <= mostPixels ? 2 : 1 });
  } catch {
    return undefined;
  }
}
