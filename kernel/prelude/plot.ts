/** A figure of Plotly: what `Plotly.newPlot` takes, as data. */
export class PlotlyFigure {
  constructor(
    readonly data: readonly object[],
    readonly layout: object = {},
    readonly config: object = {},
  ) {}
}

/**
 * A Plotly figure of some traces, shown when it is the last value of a cell.
 *
 * @example plot([{ y: [1, 3, 2] }], { title: { text: "three points" } })
 */
export function plot(
  data: object | readonly object[],
  layout: object = {},
  config: object = {},
): PlotlyFigure {
  return new PlotlyFigure(Array.isArray(data) ? data : [data], layout, config);
}
