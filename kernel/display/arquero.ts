import { escapeHtml, tableOf } from "./html.ts";
import { countText, numberText } from "./numbers.ts";
import { register } from "./registry.ts";

/** Rows and columns that are shown of a table. */
const most = { rows: 50, columns: 40 };

/** What is used of an arquero table, whichever copy of the package made it. */
interface Table {
  numRows(): number;
  columnNames(): string[];
  column(name: string): { at(row: number): unknown };
  scan(visit: (row: number, data: unknown, stop: () => void) => void, ordered: boolean): void;
}

register(
  (value): value is Table =>
    typeof value === "object" &&
    value !== null &&
    (["numRows", "columnNames", "column", "scan"] as const).every(
      (name) => typeof (value as Partial<Table>)[name] === "function",
    ),
  (table) => {
    const all = table.columnNames();
    const names = all.slice(0, most.columns);
    const values = rowsOf(table, names);
    const columns = names.map((title, i) => ({
      title,
      numeric: values.some((row) => typeof row[i] === "number") && values.every((row) => isNumeric(row[i])),
    }));
    const { html, text } = tableOf(
      columns,
      values.map((row) => row.map(cellText)),
    );
    const size = `${countOf(table.numRows(), "row")}, ${countOf(all.length, "column")}${shown(values.length, table.numRows(), names.length, all.length)}`;
    return { "text/plain": `${text}\n${size}`, "text/html": `${html}\n<p>${escapeHtml(size)}</p>` };
  },
);

/** The first rows, in the table's order and without those that it filters out. */
function rowsOf(table: Table, names: readonly string[]): unknown[][] {
  const columns = names.map((name) => table.column(name));
  const rows: unknown[][] = [];
  if (table.numRows() === 0) return rows;
  table.scan((row, _, stop) => {
    if (rows.length < most.rows) rows.push(columns.map((column) => column.at(row)));
    if (rows.length >= most.rows) stop();
  }, true);
  return rows;
}

function cellText(value: unknown): string {
  if (typeof value === "number") return numberText(value);
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  const text = typeof value === "object" ? json(value) : String(value);
  return text.length <= 200 ? text : `${text.slice(0, 200)}... (${countText(text.length)} characters)`;
}

function json(value: object): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

const isNumeric = (value: unknown): boolean =>
  value === null || value === undefined || typeof value === "number";

const countOf = (count: number, of: string): string => `${countText(count)} ${of}${count === 1 ? "" : "s"}`;

function shown(rows: number, allRows: number, columns: number, allColumns: number): string {
  const parts = [
    rows < allRows ? `the first ${countOf(rows, "row")}` : "",
    columns < allColumns ? `the first ${countOf(columns, "column")}` : "",
  ].filter(Boolean);
  return parts.length > 0 ? `; shown: ${parts.join(" and ")}` : "";
}
