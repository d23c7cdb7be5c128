import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

/*
 * What runs in the notebook's page. The page keeps plotly.js as the promise `proxylabPlotly`; whoever brings it
 * dispatches the event of the same name.
 */

/** plotly.js, gzipped: 1.5 MB. */
export function plotlySource(): Uint8Array {
  source ??= gzipSync(
    readFileSync(createRequire(import.meta.url).resolve("plotly.js-dist-min/plotly.min.js")),
    { level: 9 },
  );
  return source;
}
let source: Uint8Array | undefined;

/**
 * JavaScript: a function from gzipped bytes to the promise of Plotly. The source runs as a CommonJS module, whatever
 * loader (RequireJS, say) the page has.
 */
export const unpack = `async (bytes) => {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(stream).text();
  const module = { exports: {} };
  new Function("module", "exports", "define", text)(module, module.exports, undefined);
  return module.exports;
}`;

/** JavaScript that brings plotly.js into the page, from base64 in the script itself. */
export function bringPlotly(): string {
  return `if (!window.proxylabPlotly) {
  const bytes = Uint8Array.from(atob("${Buffer.from(plotlySource()).toString("base64")}"), (letter) => letter.charCodeAt(0));
  window.proxylabPlotly = (${unpack})(bytes);
  window.dispatchEvent(new Event("proxylabPlotly"));
}`;
}

/** JavaScript that makes the element with an id live once plotly.js is there; until then its picture stays. */
export function makeLive(id: string, figure: object): string {
  return `{
  const figure = ${scriptJson(figure)};
  const draw = async () => {
    const plotly = window.proxylabPlotly ?? window.Plotly;
    if (!plotly) return;
    window.removeEventListener("proxylabPlotly", draw);
    const { newPlot } = await plotly;
    for (const place of document.querySelectorAll('[data-figure="${id}"]:not([data-live])')) {
      place.setAttribute("data-live", "");
      const live = document.createElement("div");
      place.replaceChildren(live);
      await newPlot(live, figure.data, figure.layout, { responsive: true, ...figure.config });
    }
  };
  window.addEventListener("proxylabPlotly", draw);
  draw();
}`;
}

/** JSON that can stand inside a script element: nothing in it ends the element. */
const scriptJson = (value: object): string =>
  JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
