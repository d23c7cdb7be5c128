import type { Maps } from "../compile/compiler.ts";
import { type Place, sourceMap } from "../compile/sourceMap.ts";

/** A cell as tracebacks know it. */
export interface Written {
  readonly number: number;
  /** `In [3]`. */
  readonly name: string;
  readonly source: string;
  /** From places of the JavaScript that runs to places of the source. */
  place(made: Place): Place | undefined;
}

/** A cell whose places are found by the source maps of its two conversions. */
export function written(cell: Omit<Written, "place">, { body, module }: Maps): Written {
  const toModule = sourceMap(body);
  const toSource = sourceMap(module);
  return {
    ...cell,
    place: (made) => {
      const between = toModule(made);
      const found = between && toSource(between);
      // The converter writes one line before the cell.
      return found && found.line > 0 ? { line: found.line - 1, column: found.column } : undefined;
    },
  };
}
