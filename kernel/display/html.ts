import { escapeHtml } from "../../src/index.ts";

export { escapeHtml };

/** One column of a table. */
export interface Column {
  readonly title: string;
  /** Numbers stand flush right. */
  readonly numeric?: boolean;
}

/** A table as HTML that a sanitised notebook keeps, and as plain text. */
export function tableOf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): { html: string; text: string } {
  return { html: tableHtml(columns, rows), text: tableText(columns, rows) };
}

/** A picture of `width` CSS pixels that is part of the page. */
export function picture(png: Uint8Array, { alt, width }: { alt: string; width?: number }): string {
  const source = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  return `<img alt="${escapeHtml(alt)}"${width ? ` width="${Math.round(width)}"` : ""} src="${source}">`;
}

function tableHtml(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cell = (tag: string, text: string, i: number): string =>
    `<${tag} style="text-align: ${columns[i]?.numeric ? "right" : "left"}; padding: 2px 10px">${escapeHtml(text)}</${tag}>`;
  const head = columns.map(({ title }, i) => cell("th", title, i)).join("");
  const body = rows.map((row) => `<tr>${row.map((text, i) => cell("td", text, i)).join("")}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table>`;
}

function tableText(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const flat = rows.map((row) => row.map((text) => text.replace(/\s+/g, " ")));
  const all = [columns.map(({ title }) => title), ...flat];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => [...(row[i] ?? "")].length)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, i) => {
        const padding = " ".repeat((widths[i] ?? 0) - [...text].length);
        return columns[i]?.numeric ? padding + text : text + padding;
      })
      .join("  ")
      .trimEnd();
  const [head, ...body] = all;
  return [line(head ?? []), widths.map((width) => "-".repeat(width)).join("  "), ...body.map(line)].join(
    "\n",
  );
}
