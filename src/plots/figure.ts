/** One value of a table. */
export type Cell = string | number | boolean | null;

/** One row of a figure's table, by column name. */
export type Row = Record<string, Cell>;

/** A figure and everything it can become: printed, live, and the numbers behind it. */
export interface Figure {
  /** The files' name, without ending. */
  name: string;
  title: string;
  /** Printed form, self-contained. */
  svg: string;
  /** Interactive form: `Plotly.newPlot(element, data, layout)`. */
  plotly: { data: object[]; layout: object };
  /** Every number that is drawn. */
  table: Row[];
  /** What is shown and how to read it, one to three sentences. */
  caption: string;
}

/** What every figure lets its caller say; each has words of its own for what is left out. */
export interface Words {
  name?: string;
  title?: string;
  caption?: string;
}
