import { currentContext } from "../../context.ts";

/** By session: the cell in whose output plotly.js is, and the run of the cell that put it there. */
const brought = new WeakMap<object, { cell: string | undefined; parent: unknown }>();

/** Stands in for a session where there is none. */
const nowhere = {};

/**
 * Whether the figure that is shown now has to bring plotly.js along: the first of a session, and the first of every
 * later run of that cell, for the run before has lost its output. A front end that does not name its cells is given
 * it once.
 */
export function bringsPlotly(): boolean {
  const context = currentContext();
  const session = context?.session ?? nowhere;
  const cell = cellOf(context?.parent);
  const before = brought.get(session);
  if (before && (cell === undefined || cell !== before.cell || context?.parent === before.parent))
    return false;
  brought.set(session, { cell, parent: context?.parent });
  return true;
}

/** The cell that a request belongs to, as JupyterLab, Notebook 7 and VS Code say in its metadata. */
function cellOf(parent: unknown): string | undefined {
  const { metadata, id } = Object(parent) as { metadata?: { cellId?: unknown }; id?: unknown };
  const cell = metadata?.cellId ?? id;
  return typeof cell === "string" ? cell : undefined;
}
