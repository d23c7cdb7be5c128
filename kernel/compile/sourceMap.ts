/** A place in a text; lines and columns count from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** `[column made, line of the source, column of the source]`, line by line of the text that was made. */
type Lines = [number, number, number][][];

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Reads a source map (version 3, one source) and returns a function from places made to places of the source. */
export function sourceMap(json: string): (place: Place) => Place | undefined {
  const { mappings } = (json ? JSON.parse(json) : { mappings: "" }) as { mappings: string };
  let lines: Lines | undefined;
  return ({ line, column }) => {
    lines ??= decode(mappings);
    const found =
      lines[line]?.findLast(([at]) => at <= column) ?? lines[line]?.[0] ?? lastBefore(lines, line);
    return found && { line: found[1], column: found[2] };
  };
}

/** Code that nobody wrote stands with what is written before it. */
const lastBefore = (lines: Lines, line: number) =>
  lines
    .slice(0, line)
    .findLast((one) => one.length > 0)
    ?.at(-1);

function decode(mappings: string): Lines {
  let sourceLine = 0;
  let sourceColumn = 0;
  return mappings.split(";").map((line) => {
    let column = 0;
    return line.split(",").flatMap((segment): [number, number, number][] => {
      const [step = 0, , lines, columns] = numbers(segment);
      column += step;
      if (lines === undefined || columns === undefined) return [];
      sourceLine += lines;
      sourceColumn += columns;
      return [[column, sourceLine, sourceColumn]];
    });
  });
}

/** Base-64 variable-length quantities: five bits a digit, the sixth says that more follow, the lowest is the sign. */
function numbers(segment: string): number[] {
  const values: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = digits.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    values.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return values;
}
