import type { Figure } from "../../../src/index.ts";

/** What `Plotly.newPlot` takes, as data. */
export interface PlotlyFigure {
  readonly data: readonly Trace[];
  readonly layout: Loose;
  readonly config?: Loose;
}

/** A trace, or a part of one or of a layout, as somebody wrote it: nothing is certain about its fields. */
export type Loose = { readonly [name: string]: unknown };
export type Trace = Loose;

export const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);

/** Whether a value is a figure of Plotly: traces and a layout. */
export const isPlotly = (value: unknown): value is PlotlyFigure =>
  isObject(value) && Array.isArray(value.data) && isObject(value.layout) && value.data.every(isObject);

/** Whether a value is a figure of the library: printed, live, and the numbers behind it. */
export const isFigure = (value: unknown): value is Figure =>
  isObject(value) &&
  isPlotly(value.plotly) &&
  typeof value.svg === "string" &&
  typeof value.title === "string";

/** The figure as JSON can hold it: typed arrays as lists, dates as text; numbers that JSON lacks as gaps. */
export function jsonOf({ data, layout, config }: PlotlyFigure): {
  data: object[];
  layout: object;
  config?: object;
} {
  const plain = JSON.stringify(
    { data, layout, ...(config && Object.keys(config).length > 0 && { config }) },
    (_, value: unknown) => {
      if (typeof value === "bigint") return Number(value);
      return ArrayBuffer.isView(value) && !(value instanceof DataView)
        ? Array.from(value as Float32Array)
        : value;
    },
  );
  return JSON.parse(plain) as ReturnType<typeof jsonOf>;
}

/** The text of a title, whose entities and few tags Plotly understands. */
export function textOf(title: unknown): string {
  const text = isObject(title) ? title.text : title;
  if (typeof text !== "string" && typeof text !== "number") return "";
  return `${text}`
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}

/** A list of any sort, as a list. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return ArrayBuffer.isView(value) && !(value instanceof DataView) ? Array.from(value as Float32Array) : [];
}

/** The traces' types, as a reader knows them: `2 scatter, 1 bar`. */
export function tracesText(data: readonly Trace[]): string {
  const counts = new Map<string, number>();
  for (const trace of data) counts.set(typeOf(trace), (counts.get(typeOf(trace)) ?? 0) + 1);
  return [...counts].map(([type, count]) => `${count} ${type}`).join(", ") || "no traces";
}

export const typeOf = ({ type }: Trace): string => (typeof type === "string" ? type : "scatter");
