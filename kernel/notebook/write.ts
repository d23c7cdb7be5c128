import { writeAtomically } from "../../src/files/atomic.ts";
import type { Cell, Notebook, Output } from "./notebook.ts";
import { isJsonType } from "./read.ts";

/** Writes a notebook whole or not at all; throws a `Failure` that names the path and the cause. */
export function writeNotebook(path: string, notebook: Notebook): void {
  writeAtomically(path, textOfNotebook(notebook));
}

/** A notebook as Jupyter writes it: long texts as lists of lines, so that changes are seen line by line. */
export function textOfNotebook({ cells, ...rest }: Notebook): string {
  return `${JSON.stringify({ cells: cells.map(writtenCell), ...rest }, null, 1)}\n`;
}

function writtenCell(cell: Cell): object {
  const source = lines(cell.source);
  return cell.cell_type === "code"
    ? { ...cell, outputs: cell.outputs.map(writtenOutput), source }
    : { ...cell, source };
}

function writtenOutput(output: Output): object {
  if (output.output_type === "stream") return { ...output, text: lines(output.text) };
  if (output.output_type === "error") return output;
  const data = Object.fromEntries(
    Object.entries(output.data).map(([mime, content]) => [
      mime,
      typeof content === "string" && !isJsonType(mime) && !mime.startsWith("image/png")
        ? lines(content)
        : content,
    ]),
  );
  return { ...output, data };
}

/** The lines of a text, each with its end. */
const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
