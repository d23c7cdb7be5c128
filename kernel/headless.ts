import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Failure } from "../src/errors.ts";
import { writeAtomically } from "../src/files/atomic.ts";

/** A code cell of a notebook. */
interface Cell {
  readonly index: number;
  readonly source: string;
}

/** Who hears of the cells as they run. */
export interface Listener {
  onCell?(done: number, all: number): void;
}

declare global {
  /** The listener of each notebook under way, by name: cells call it as they begin. */
  var proxylabCells: Map<string, (cell: number) => void> | undefined;
}

const work = fileURLToPath(new URL("../out/notebooks/", import.meta.url));

/**
 * Executes a notebook's code cells in order, as one TypeScript module: what one cell declares, later cells know.
 * Cells import the library as `proxylab`.
 *
 * @throws Failure that names the notebook and the cell that failed.
 */
export async function runNotebook(path: string, { onCell }: Listener = {}): Promise<void> {
  const cells = readCells(path);
  const name = basename(path);
  const module = join(work, `${name.replace(/\.ipynb$/, "")}.${process.pid}.ts`);
  let current = 0;
  globalThis.proxylabCells ??= new Map();
  globalThis.proxylabCells.set(name, (cell) => {
    current = cell;
    onCell?.(
      cells.findIndex(({ index }) => index === cell),
      cells.length,
    );
  });
  try {
    writeAtomically(module, moduleOf(name, cells));
    await import(pathToFileURL(module).href);
    onCell?.(cells.length, cells.length);
  } catch (error) {
    throw new Failure(`${name}, cell ${current + 1}: ${(error as Error).message}`, { cause: error });
  } finally {
    globalThis.proxylabCells.delete(name);
    rmSync(module, { force: true });
  }
}

function readCells(path: string): Cell[] {
  const notebook = parse(path);
  const cells = (notebook as { cells?: unknown }).cells;
  if (!Array.isArray(cells)) throw new Failure(`${path} is not a notebook: it has no list of cells`);
  return cells.flatMap((cell: { cell_type?: unknown; source?: unknown }, index): Cell[] => {
    if (cell.cell_type !== "code") return [];
    const { source } = cell;
    const text = Array.isArray(source) ? source.join("") : source;
    if (typeof text !== "string") throw new Failure(`${path}: cell ${index + 1} has no source text`);
    return [{ index, source: text }];
  });
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Failure(`cannot read the notebook ${path}: ${(error as Error).message}`);
  }
}

function moduleOf(name: string, cells: readonly Cell[]): string {
  const begin = (index: number) => `globalThis.proxylabCells?.get(${JSON.stringify(name)})?.(${index});`;
  return `${cells.map(({ index, source }) => `${begin(index)}\n${source}`).join("\n\n")}\n\nexport {};\n`;
}
