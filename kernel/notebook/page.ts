import { stripVTControlCharacters } from "node:util";
import { marked } from "marked";
import { escapeHtml } from "../display/html.ts";
import type { Cell, Notebook, Output } from "./notebook.ts";
import { textOf } from "./read.ts";

const style = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
pre, code { font: 13px/1.45 "DejaVu Sans Mono", ui-monospace, monospace; }
pre { overflow-x: auto; margin: 0; }
pre.code { background: #f5f5f5; border-left: 3px solid #b8b8b8; padding: .6rem .8rem; }
.cell { margin: 1rem 0; }
.output { margin: .4rem 0 0 .8rem; overflow-x: auto; }
.stderr, .error { background: #fdeeee; padding: .4rem .8rem; }
table { border-collapse: collapse; }
td, th { border-bottom: 1px solid #ddd; padding: 2px 10px; }
img, svg { max-width: 100%; height: auto; }
`;

/** A notebook as a page that stands by itself: what it shows comes from no network. */
export function pageOf({ cells }: Notebook, title: string): string {
  const body = cells.map(cellHtml).join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function cellHtml(cell: Cell): string {
  if (cell.cell_type !== "code")
    return cell.cell_type === "raw"
      ? ""
      : `<div class="cell">${marked.parse(cell.source, { async: false })}</div>`;
  const code = `<pre class="code">${escapeHtml(cell.source)}</pre>`;
  const outputs = cell.outputs.map((output) => `<div class="output">${outputHtml(output)}</div>`).join("\n");
  return `<div class="cell">${cell.source.trim() ? code : ""}\n${outputs}</div>`;
}

function outputHtml(output: Output): string {
  if (output.output_type === "stream")
    return `<pre class="${output.name}">${escapeHtml(stripVTControlCharacters(output.text))}</pre>`;
  if (output.output_type === "error")
    return `<pre class="error">${escapeHtml(stripVTControlCharacters(output.traceback.join("\n")))}</pre>`;
  const { data } = output;
  const text = (mime: string): string | undefined => textOf(data[mime]);
  const picture = (mime: string): string | undefined => {
    const content = text(mime);
    return content && `<img alt="" src="data:${mime};base64,${content.replace(/\s/g, "")}">`;
  };
  const plain = text("text/plain") ?? "";
  return (
    text("text/html") ??
    text("image/svg+xml") ??
    picture("image/png") ??
    picture("image/jpeg") ??
    (text("text/markdown") && String(marked.parse(text("text/markdown") as string, { async: false }))) ??
    `<pre>${escapeHtml(stripVTControlCharacters(plain))}</pre>`
  );
}
