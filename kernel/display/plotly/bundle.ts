import { randomUUID } from "node:crypto";
import { type Figure, toPng } from "../../../src/index.ts";
import { escapeHtml, picture } from "../html.ts";
import { type MimeData, register } from "../registry.ts";
import { isFigure, isPlotly, jsonOf, type PlotlyFigure, textOf, tracesText } from "./figure.ts";
import { bringsPlotly } from "./once.ts";
import { bringPlotly, makeLive } from "./page.ts";
import { pictureOf } from "./picture/picture.ts";

register(isPlotly, (figure) => {
  const plain = jsonOf(figure);
  const drawn = pictureOf(plain as unknown as PlotlyFigure);
  const title = textOf(figure.layout.title);
  const absent = drawn.missing.length > 0 ? `not in the static picture: ${drawn.missing.join(", ")}` : "";
  const words = `Plotly figure${title ? ` "${title}"` : ""}: ${tracesText(figure.data)}${absent ? ` (${absent})` : ""}`;
  return formsOf(plain, { svg: drawn.svg, width: drawn.width, words, title, note: absent });
});

/** The library's own figures bring their printed form and a caption. */
register(isFigure, ({ plotly, svg, title, caption, table }: Figure) => {
  const width = Number(/^<svg[^>]*\swidth="([\d.]+)"/.exec(svg)?.[1] ?? 760);
  const words = `Figure "${title}"\n${caption}\n(${table.length} rows in .table)`;
  return formsOf(jsonOf(plotly as PlotlyFigure), { svg, width, words, title, note: caption });
});

interface Printed {
  readonly svg: string;
  readonly width: number;
  readonly words: string;
  readonly title: string;
  readonly note: string;
}

/** The live figure, its picture for where no script runs, and words. */
function formsOf(figure: ReturnType<typeof jsonOf>, { svg, width, words, title, note }: Printed): MimeData {
  const id = randomUUID();
  const png = toPng(svg);
  const still = picture(png, { alt: title || words, width });
  const script = `${bringsPlotly() ? `${bringPlotly()}\n` : ""}${makeLive(id, figure)}`;
  return {
    "application/vnd.plotly.v1+json": figure,
    "text/html": [
      `<div data-figure="${id}">${still}</div>`,
      note ? `<p><small>${escapeHtml(note)}</small></p>` : "",
      `<script>${script}</script>`,
    ].join("\n"),
    "image/png": png.toString("base64"),
    "text/plain": words,
  };
}
