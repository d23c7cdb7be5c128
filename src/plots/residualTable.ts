import { type PublishedFlopsRow, residual, rowName, signed } from "./publishedFlops.ts";
import { escapeHtml, legible } from "./text.ts";

const heads = ["table", "row", "published %", "computed %", "residual"] as const;

/** Published beside computed as a table: HTML for a notebook or page, plain text for a terminal. */
export function residualTable(rows: readonly PublishedFlopsRow[]): { html: string; text: string } {
  const cells = rows.map((row) => [
    legible(row.table),
    legible(rowName(row)),
    `${row.publishedPct}`,
    row.computedPct.toFixed(2),
    signed(residual(row)),
  ]);
  return { html: html(cells), text: text(cells) };
}

function html(cells: string[][]): string {
  const tag = (name: string, column: number, content: string) =>
    `<${name} style="padding:2px 10px;text-align:${isNumber(column) ? "right" : "left"}">${escapeHtml(content)}</${name}>`;
  const head = heads.map((title, column) => tag("th", column, title)).join("");
  const body = cells.map((row) => `<tr>${row.map((cell, column) => tag("td", column, cell)).join("")}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table>`;
}

function text(cells: string[][]): string {
  const all = [[...heads], ...cells];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => [...row[column]].length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => {
        const padding = " ".repeat(widths[column] - [...cell].length);
        return isNumber(column) ? padding + cell : cell + padding;
      })
      .join("  ")
      .trimEnd();
  const underline = widths.map((width) => "-".repeat(width)).join("  ");
  return [line([...heads]), underline, ...cells.map(line)].join("\n");
}

function isNumber(column: number): boolean {
  return column >= 2;
}
