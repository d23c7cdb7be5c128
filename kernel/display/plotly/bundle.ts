import { randomUUID } from "node:crypto";
import { type Figure, toPng } from "../../../src/index.ts";
import { escapeHtml, picture } from "../html.ts";
import { type MimeData, register } from "../registry.ts";
import { isFigure, isPlotly, jsonOf, type PlotlyFigure, textOf, tracesText } from "./figure.ts";
import { bringsPlotly } from "./once.ts";
import { bringPlotly, makeLive } from "./page.ts";
import { pictureOf } from "./picture/picture.ts";

register(isPlotly, (figure) => formsOf(jsonOf(figure), printed(figure)));

/** The library's own figures bring their printed form and a caption. */
register(isFigure, (figure: Figure) => formsOf(jsonOf(figure.plotly as PlotlyFigure), printedFigure(figure)));

/** The static forms of a figure of either sort, without a script. */
export function stillOf(figure: Figure | PlotlyFigure): { text: string; html: string } {
  const made = isFigure(figure) ? printedFigure(figure) : printed(figure);
  return { text: made.words, html: stillHtml(made, toPng(made.svg)) };
}

interface Printed {
  readonly svg: string;
  readonly width: number;
  readonly words: string;
  readonly title: string;
  readonly note: string;
}

function printed(figure: PlotlyFigure): Printed {
  const { svg, width, missing } = pictureOf(jsonOf(figure) as unknown as PlotlyFigure);
  const title = textOf(figure.layout.title);
  const note = missing.length > 0 ? `not in the static picture: ${missing.join(", ")}` : "";
  const words = `Plotly figure${title ? ` "${title}"` : ""}: ${tracesText(figure.data)}${note ? ` (${note})` : ""}`;
  return { svg, width, words, title, note };
}

function printedFigure({ svg, title, caption, table }: Figure): Printed {
  const width = Number(/^<svg[^>]*\swidth="([\d.]+)"/.exec(svg)?.[1] ?? 760);
  const words = `Figure "${title}"\n${caption}\n(${table.length} rows in .table)`;
  return { svg, width, words, title, note: caption };
}

/** The live figure, its picture for where no script runs, and words. */
function formsOf(figure: ReturnType<typeof jsonOf>, made: Printed): MimeData {
  const id = randomUUID();
  const png = toPng(made.svg);
  const script = `${bringsPlotly() ? `${bringPlotly()}\n` : ""}${makeLive(id, figure)}`;
  return {
    "application/vnd.plotly.v1+json": figure,
    "text/html": `<div data-figure="${id}">${stillHtml(made, png)}</div>\n<script>${script}</script>`,
    "image/png": png.toString("base64"),
    "text/plain": made.words,
  };
}

const stillHtml = ({ title, words, width, note }: Printed, png: Uint8Array): string =>
  `${picture(png, { alt: title || words, width })}${note ? `\n<p><small>${escapeHtml(note)}</small></p>` : ""}`;
