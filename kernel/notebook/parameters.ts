import { randomBytes } from "node:crypto";
import { nearest, UsageError } from "../../src/errors.ts";
import type { Declared } from "../compile/declared.ts";
import type { Session } from "../session/session.ts";
import { type CodeCell, codeCells, type Notebook, tagsOf } from "./notebook.ts";

/** A parameter as it is given on a command line: `name=value`. */
export interface Given {
  readonly name: string;
  readonly text: string;
}

const parametersTag = "parameters";
const injectedTag = "injected-parameters";

/**
 * Puts a cell for the given values behind the one that declares the parameters, as papermill does; one of an earlier
 * run is taken out. Its text is written once the types are known, by `assignments`.
 *
 * @throws UsageError that names a parameter that no cell declares.
 */
export function inject(session: Session, notebook: Notebook, given: readonly Given[]): CodeCell {
  const declaring = declaringCell(notebook, given);
  for (const { name } of given) variableOf(session, declaring, name);
  notebook.cells = notebook.cells.filter((cell) => !tagsOf(cell).includes(injectedTag));
  const cell: CodeCell = {
    cell_type: "code",
    id: randomBytes(4).toString("hex"),
    metadata: { tags: [injectedTag] },
    source: "",
    execution_count: null,
    outputs: [],
  };
  notebook.cells.splice(notebook.cells.indexOf(declaring) + 1, 0, cell);
  return cell;
}

/**
 * The text that gives the parameters their values, in the types that the notebook declares. The cell that declares
 * them has been run.
 *
 * @throws UsageError that names a parameter whose value does not fit.
 */
export function assignments(session: Session, notebook: Notebook, given: readonly Given[]): string {
  const declaring = declaringCell(notebook, given);
  const lines = given.map(({ name, text }) => {
    const variable = variableOf(session, declaring, name);
    const fits = literalsOf(text).find((literal) => session.complaint(test(variable, literal)) === undefined);
    if (fits === undefined) throw new UsageError(misfit(session, name, text));
    return `var ${name} = ${fits};`;
  });
  return `// Parameters\n${lines.join("\n")}`;
}

function declaringCell(notebook: Notebook, given: readonly Given[]): CodeCell {
  const cell = codeCells(notebook).find((one) => tagsOf(one).includes(parametersTag));
  if (cell) return cell;
  throw new UsageError(
    `parameter "${given[0]?.name}": the notebook declares none; give the cell that does the tag "${parametersTag}"`,
  );
}

function variableOf(session: Session, { source }: CodeCell, name: string): Declared {
  const declared = session.declaredIn(source);
  const found = declared.findLast((one) => one.name === name);
  if (found) return found;
  const names = declared.map((one) => one.name);
  const known = names.length > 0 ? nearest(name, names, 5).join(", ") : "none";
  throw new UsageError(`parameter "${name}": the notebook does not declare it; it declares ${known}`);
}

function misfit(session: Session, name: string, text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)} ...` : text;
  const type = /: ([\s\S]*)$/.exec(session.inspect(name, 0)?.split("\n\n")[0] ?? "")?.[1];
  return `parameter "${name}": ${shown} does not fit its type${type ? ` ${type.replace(/\s+/g, " ")}` : ""}`;
}

/** An expression that the compiler accepts if the literal fits the variable. */
function test({ name, constant }: Declared, literal: string): string {
  const own = `typeof ${name}`;
  const wide = `${own} extends string ? string : ${own} extends number ? number : ${own} extends bigint ? bigint : ${own} extends boolean ? boolean : ${own}`;
  return `((): ${constant ? wide : own} => (${literal}))`;
}

/** What a text may stand for in TypeScript, likeliest first: JSON, a number that JSON lacks, or the text itself. */
function literalsOf(text: string): string[] {
  const string = JSON.stringify(text);
  const trimmed = text.trim();
  if (/^(NaN|[+-]?Infinity)$/.test(trimmed)) return [trimmed, string];
  try {
    JSON.parse(trimmed);
  } catch {
    return [string];
  }
  const [plain, exact, big] = [numbers.asTheyAre, numbers.exact, numbers.big].map((write) =>
    literal(trimmed, write),
  );
  return [...new Set([exact, plain, big, string])] as string[];
}

/** How whole numbers are written: beyond 2^53 a number is not exact and a bigint is, as papermill's translator has it. */
const numbers = {
  asTheyAre: (digits: string) => digits,
  exact: (digits: string) => (Number.isSafeInteger(Number(digits)) ? digits : `${digits}n`),
  big: (digits: string) => `${digits}n`,
};

/** JSON as an expression: `"__proto__": x` would set the prototype; computed, it is a field like any other. */
function literal(json: string, whole: (digits: string) => string): string {
  return json.replace(
    /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g,
    (token, string: string | undefined, colon: string | undefined) => {
      if (string === undefined) return /^-?\d+$/.test(token) ? whole(token) : token;
      return colon && JSON.parse(string) === "__proto__" ? `[${string}]${colon}` : token;
    },
  );
}
