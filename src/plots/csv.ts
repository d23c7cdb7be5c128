import { csvFormat } from "d3";
import type { Row } from "./figure.ts";

/** The table as CSV: a head, then a line for each row; cells with commas, quotes or line breaks are quoted. */
export function toCsv(table: readonly Row[]): string {
  return `${csvFormat(table.map((row) => ({ ...row })))}\n`;
}
