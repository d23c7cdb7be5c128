import { isObject, textOf } from "./read.ts";

type Fields = Record<string, unknown>;

/** Types of format 3's outputs by the short names that it gives them. */
const mimes: Record<string, string> = {
  text: "text/plain",
  html: "text/html",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  latex: "text/latex",
  json: "application/json",
  javascript: "application/javascript",
};

/** A notebook of format 3 in the words of format 4. Its cells lie in worksheets; headings are cells of their own. */
export function upgraded(notebook: Fields): { cells: unknown; metadata: unknown } {
  const { worksheets, metadata } = notebook;
  if (!Array.isArray(worksheets)) return { cells: notebook.cells, metadata };
  const cells = worksheets.flatMap((sheet) =>
    isObject(sheet) && Array.isArray(sheet.cells) ? sheet.cells : [],
  );
  return { cells: cells.map(upgradedCell), metadata };
}

function upgradedCell(cell: unknown): unknown {
  if (!isObject(cell)) return cell;
  const { cell_type: type, source, input, level, outputs, prompt_number, language, ...rest } = cell;
  if (type === "heading") {
    const marks = "#".repeat(Math.min(6, Math.max(1, Number(level) || 1)));
    return { ...rest, cell_type: "markdown", source: `${marks} ${textOf(source) ?? ""}` };
  }
  if (type === "html") return { ...rest, cell_type: "markdown", source };
  if (type !== "code") return { ...rest, cell_type: type, source };
  const kept = Array.isArray(outputs) ? outputs.map(upgradedOutput) : [];
  return { ...rest, cell_type: type, source: input ?? source, outputs: kept, execution_count: prompt_number };
}

function upgradedOutput(output: unknown): unknown {
  if (!isObject(output)) return output;
  const { output_type: type, stream, text, prompt_number: count, metadata } = output;
  if (type === "stream") return { output_type: type, name: stream, text };
  if (type === "pyerr") return { ...output, output_type: "error" };
  const data = Object.fromEntries(
    Object.entries(mimes).flatMap(([short, mime]) => (short in output ? [[mime, output[short]]] : [])),
  );
  const kind = type === "pyout" ? "execute_result" : "display_data";
  return { output_type: kind, data, metadata, execution_count: count };
}
