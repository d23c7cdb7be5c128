import type TypeScript from "@tslab/typescript-for-tslab";
import type { TS } from "../compile/compiler.ts";
import type { Completeness } from "./events.ts";

/** Complaints that more text can mend wherever they are: an open template literal, an open comment. */
const open = new Set([1160, 1010]);

/** An open string, which no further line closes. */
const unterminated = 1002;

/** Whether a cell is whole, could become so with more text, or cannot. */
export function completeness(ts: TS, code: string): Completeness {
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest) as TypeScript.SourceFile & {
    parseDiagnostics: TypeScript.DiagnosticWithLocation[];
  };
  const complaints = file.parseDiagnostics;
  if (complaints.length === 0) return { status: "complete" };
  const end = code.trimEnd().length;
  const first = complaints[0] as TypeScript.DiagnosticWithLocation;
  if (first.code === unterminated || (!open.has(first.code) && first.start < end))
    return { status: "invalid" };
  return { status: "incomplete", indent: "  ".repeat(depth(code)) };
}

/** Brackets that are open at the end; those in strings count too, which costs no more than an indent. */
function depth(code: string): number {
  let open = 0;
  for (const character of code) {
    if ("([{".includes(character)) open++;
    else if (")]}".includes(character)) open = Math.max(0, open - 1);
  }
  return open;
}
