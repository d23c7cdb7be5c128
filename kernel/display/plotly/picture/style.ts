import * as d3 from "d3";
import { interpolateRgb, piecewise, rgb } from "d3";
import { isObject, type Loose, listOf, type Trace } from "../figure.ts";

/** The colours that Plotly gives to traces in turn. */
const colorway = [
  "#1f77b4",
  "#ff7f0e",
  "#2ca02c",
  "#d62728",
  "#9467bd",
  "#8c564b",
  "#e377c2",
  "#7f7f7f",
  "#bcbd22",
  "#17becf",
];

/** The colour of each trace that says none. */
export function tracesColors(data: readonly Trace[], layout: Loose): string[] {
  const template =
    isObject(layout.template) && isObject(layout.template.layout) ? layout.template.layout : {};
  const own =
    [layout.colorway, template.colorway].map(listOf).find((colors) => colors.length > 0) ?? colorway;
  return data.map((trace, i) => {
    const marker = isObject(trace.marker) ? trace.marker.color : undefined;
    const line = isObject(trace.line) ? trace.line.color : undefined;
    const color = [line, marker].find((color) => typeof color === "string" && color !== "");
    return `${color ?? own[i % own.length]}`;
  });
}

const scales: Record<string, (share: number) => string> = {
  viridis: d3.interpolateViridis,
  cividis: d3.interpolateCividis,
  plasma: d3.interpolatePlasma,
  inferno: d3.interpolateInferno,
  magma: d3.interpolateMagma,
  turbo: d3.interpolateTurbo,
  blues: d3.interpolateBlues,
  greens: d3.interpolateGreens,
  reds: d3.interpolateReds,
  greys: (share) => d3.interpolateGreys(1 - share),
  rdbu: (share) => d3.interpolateRdBu(1 - share),
  ylgnbu: (share) => d3.interpolateYlGnBu(1 - share),
  ylorrd: (share) => d3.interpolateYlOrRd(1 - share),
};

/** Plotly's own colour scale, where none is named. */
const usual = piecewise(interpolateRgb, [
  "rgb(5,10,172)",
  "rgb(106,137,247)",
  "rgb(190,190,190)",
  "rgb(220,170,132)",
  "rgb(230,145,90)",
  "rgb(178,10,28)",
]);

/** The colours of shares from 0 to 1 by Plotly's `colorscale`, named or as stops. */
export function colorscaleOf(colorscale: unknown, reverse: unknown): (share: number) => string {
  const stops = listOf(colorscale).map((stop) => listOf(stop));
  let scale = typeof colorscale === "string" ? scales[colorscale.toLowerCase()] : undefined;
  if (
    stops.length > 1 &&
    stops.every(([share, color]) => typeof share === "number" && typeof color === "string")
  )
    scale = d3
      .scaleLinear<string>(
        stops.map(([share]) => share as number),
        stops.map(([, color]) => color as string),
      )
      .clamp(true);
  const found = scale ?? usual;
  return (share) => found(Math.min(1, Math.max(0, reverse === true ? 1 - share : share)));
}

/** A colour as SVG renderers know it; black for what is none. */
export const safeColor = (color: unknown): string => {
  const parsed = rgb(`${color}`);
  return Number.isNaN(parsed.r) ? "#000000" : parsed.formatRgb();
};

/** The item of a list, or the value that stands for all. */
export const itemOf = (value: unknown, i: number): unknown => {
  const list = listOf(value);
  return Array.isArray(value) || ArrayBuffer.isView(value) ? list[i] : value;
};
