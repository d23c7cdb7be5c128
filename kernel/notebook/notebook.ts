/** A notebook of nbformat 4.5, as Jupyter's files have it; fields that are not named here are kept as they came. */
export interface Notebook {
  cells: Cell[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

export type Cell = TextCell | CodeCell;

export interface TextCell {
  readonly cell_type: "markdown" | "raw";
  readonly id: string;
  metadata: Record<string, unknown>;
  source: string;
  attachments?: unknown;
}

export interface CodeCell {
  readonly cell_type: "code";
  readonly id: string;
  metadata: Record<string, unknown>;
  source: string;
  execution_count: number | null;
  outputs: Output[];
}

export type Output =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: string }
  | { output_type: "display_data"; data: Record<string, unknown>; metadata: Record<string, unknown> }
  | {
      output_type: "execute_result";
      data: Record<string, unknown>;
      metadata: Record<string, unknown>;
      execution_count: number | null;
    }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

/** The cells that are run. */
export const codeCells = ({ cells }: Notebook): CodeCell[] =>
  cells.filter((cell): cell is CodeCell => cell.cell_type === "code");

/** The tags that a reader gave a cell. */
export function tagsOf({ metadata }: Cell): readonly unknown[] {
  return Array.isArray(metadata.tags) ? metadata.tags : [];
}
