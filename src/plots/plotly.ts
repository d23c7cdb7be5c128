import { legible } from "./text.ts";
import { theme } from "./theme.ts";

/** The layout that all live figures share. */
export function plotlyLayout(title: string, layout: object = {}): object {
  return {
    title: { text: plotlyText(title), font: { size: theme.size.title }, x: 0.01, xanchor: "left" },
    font: { family: theme.font, size: theme.size.text, color: theme.text },
    paper_bgcolor: theme.paper,
    plot_bgcolor: theme.paper,
    margin: { l: 60, r: 24, t: 64, b: 56 },
    hovermode: "closest",
    height: 480,
    legend: { font: { size: theme.size.small } },
    ...layout,
  };
}

export function plotlyAxis(title: string, axis: object = {}): object {
  return {
    title: { text: plotlyText(title) },
    gridcolor: theme.rule,
    zeroline: false,
    automargin: true,
    ...axis,
  };
}

/** Text that Plotly shows as it is: it reads some HTML tags, so their brackets are written as entities. */
export function plotlyText(text: string): string {
  return legible(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
