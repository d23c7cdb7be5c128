import { Resvg } from "@resvg/resvg-js";
import { fontFiles } from "./text.ts";
import { theme } from "./theme.ts";

/** An SVG as a PNG, twice its size in pixels, set in the figures' own typeface whatever the machine has. */
export function toPng(svg: string, { scale = 2 }: { scale?: number } = {}): Buffer {
  const picture = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: "DejaVu Sans" },
    fitTo: { mode: "zoom", value: scale },
    background: theme.paper,
  });
  return picture.render().asPng();
}
