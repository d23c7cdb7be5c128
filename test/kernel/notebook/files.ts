import { writeFileSync } from "node:fs";

/** A code cell as a file has it. */
export const code = (source: string, ...tags: string[]): object => ({
  cell_type: "code",
  id: `cell-${++cells}`,
  metadata: tags.length > 0 ? { tags } : {},
  source: source.split(/(?<=\n)/),
  execution_count: null,
  outputs: [],
});
let cells = 0;

export const markdown = (source: string): object => ({
  cell_type: "markdown",
  id: `cell-${++cells}`,
  metadata: {},
  source,
});

/** Writes a notebook of format 4.5 and returns its path. */
export function file(path: string, content: readonly object[], more: object = {}): string {
  writeFileSync(
    path,
    JSON.stringify({ cells: content, metadata: {}, nbformat: 4, nbformat_minor: 5, ...more }),
  );
  return path;
}
