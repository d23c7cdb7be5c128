import { inspect } from "node:util";
import type { Diagnostic } from "tslab/dist/converter.js";
import type { Place } from "../compile/sourceMap.ts";
import { placesWaited } from "./cell.ts";
import type { Trouble } from "./events.ts";
import { Interrupted } from "./interrupt.ts";
import type { Written } from "./written.ts";

const red = (text: string): string => `\x1b[31m${text}\x1b[39m`;
const bold = (text: string): string => `\x1b[1m${text}\x1b[22m`;
const dim = (text: string): string => `\x1b[2m${text}\x1b[22m`;

/** The file name that the JavaScript of a cell runs under. */
export const fileOf = (number: number): string => `proxylab-cell-${number}`;

/** What the compiler says against a cell. */
export function troubleOfDiagnostics(cell: Written, diagnostics: readonly Diagnostic[]): Trouble {
  const first = diagnostics[0] as Diagnostic;
  const syntax = diagnostics.find(({ code }) => code >= 1000 && code < 2000);
  const shown = syntax ? [syntax] : diagnostics.slice(0, 5);
  const ename = syntax ? "SyntaxError" : "TypeScriptError";
  const evalue = (syntax ?? first).messageText;
  const excerpts = shown.flatMap(({ start, end, messageText, code }) => [
    `${bold(cell.name)}, line ${start.line + 1}: ${messageText} ${dim(`(TS${code})`)}`,
    ...excerpt(cell.source, { line: start.line, column: start.character }, lengthOf(cell.source, start, end)),
    "",
  ]);
  return { ename, evalue, traceback: [...excerpts, `${red(bold(ename))}: ${evalue}`] };
}

/** What a cell threw. `cells` finds the cells whose code was under way. */
export function troubleOf(error: unknown, cells: (number: number) => Written | undefined): Trouble {
  const { ename, evalue } = named(error);
  // Where else an interrupt came from says nothing.
  const frames = framesOf(error, cells).filter(({ cell }) => cell || !(error instanceof Interrupted));
  const first = frames.find((frame) => frame.cell);
  const lines: string[] = [];
  if (first?.cell && first.place) {
    lines.push(`${bold(first.cell.name)}, line ${first.place.line + 1}`);
    lines.push(...excerpt(first.cell.source, first.place, wordLength(first.cell.source, first.place)), "");
  }
  lines.push(...frames.map(({ text }) => dim(`    ${text}`)));
  lines.push(`${red(bold(ename))}: ${evalue}`);
  return { ename, evalue, traceback: [...lines, ...causes(error)] };
}

function named(error: unknown): { ename: string; evalue: string } {
  try {
    if (error instanceof Error) return { ename: error.name || "Error", evalue: error.message };
    return { ename: "Thrown", evalue: typeof error === "string" ? error : inspect(error) };
  } catch {
    return { ename: "Error", evalue: "an error that cannot be shown" };
  }
}

function causes(error: unknown): string[] {
  const lines: string[] = [];
  let cause = causeOf(error);
  for (let depth = 0; cause !== undefined && depth < 5; depth++) {
    const { ename, evalue } = named(cause);
    lines.push(dim(`    caused by ${ename}: ${evalue}`));
    cause = causeOf(cause);
  }
  return lines;
}

function causeOf(error: unknown): unknown {
  try {
    return (error as { cause?: unknown } | null | undefined)?.cause;
  } catch {
    return undefined;
  }
}

interface Frame {
  readonly text: string;
  readonly cell?: Written;
  readonly place?: Place;
}

const mostFrames = 20;

/** The calls under way, innermost first; those of the kernel and of Node are left out. */
function framesOf(error: unknown, cells: (number: number) => Written | undefined): Frame[] {
  const frames: Frame[] = [];
  for (const line of stackOf(error)) {
    const inCell = /proxylab-cell-(\d+):(\d+):(\d+)/.exec(line);
    if (inCell) {
      const cell = cells(Number(inCell[1]));
      const place = cell?.place({ line: Number(inCell[2]) - 1, column: Number(inCell[3]) - 1 });
      if (cell && place)
        frames.push(frameAt(cell, wordAt(cell.source, place), /at (?:async )?(.*?) \(/.exec(line)?.[1]));
    } else if (!/\bnode:|\/kernel\/|node_modules\/tsx\/|<anonymous>|native/.test(line)) {
      frames.push({ text: line.trim().replace("file://", "") });
    }
  }
  for (const { cell: number, offset } of placesWaited(error)) {
    const cell = cells(number);
    if (!cell) continue;
    const place = placeAt(cell.source, offset);
    const known = frames.some((frame) => frame.cell === cell && frame.place?.line === place.line);
    if (!known) frames.push(frameAt(cell, place));
  }
  const last = frames.findLastIndex(({ cell }) => cell);
  const kept = last >= 0 ? frames.slice(0, last + 1) : frames;
  return kept.length > mostFrames ? [...kept.slice(0, mostFrames - 1), kept.at(-1) as Frame] : kept;
}

function frameAt(cell: Written, place: Place, name?: string): Frame {
  const own = name && !name.startsWith("eval") && !name.startsWith("Object.<") ? `${name} ` : "";
  return { text: `at ${own}(${cell.name}:${place.line + 1}:${place.column + 1})`, cell, place };
}

function stackOf(error: unknown): string[] {
  try {
    const stack = (error as { stack?: unknown } | null)?.stack;
    if (typeof stack !== "string") return [];
    return stack.split("\n").filter((line) => /^\s+at /.test(line));
  } catch {
    return [];
  }
}

/** The lines about a place, its own marked and underlined. */
function excerpt(source: string, { line, column }: Place, length: number): string[] {
  const lines = source.split("\n");
  const from = Math.max(0, line - 2);
  const width = String(line + 2).length;
  return lines.slice(from, line + 2).flatMap((text, at) => {
    const number = from + at;
    const shown = text.length > 200 ? `${text.slice(0, 200)} ...` : text;
    const label = `${number === line ? ">" : " "} ${String(number + 1).padStart(width)} | `;
    if (number !== line) return [`${dim(label)}${shown}`];
    const under = " ".repeat(Math.min(column, 200)) + "^".repeat(Math.max(1, Math.min(length, 120)));
    return [`${red(label)}${shown}`, `${" ".repeat(width + 2)} ${dim("|")} ${red(under)}`];
  });
}

/** The place of an offset that the compiler counted in a cell; it sees one line more. */
function placeAt(source: string, offset: number): Place {
  const lines = source.slice(0, Math.max(0, offset - "export {};\n".length)).split("\n");
  return { line: lines.length - 1, column: (lines.at(-1) as string).length };
}

/** Where the word begins that a place is right behind: of a call, the name of what is called. */
function wordAt(source: string, { line, column }: Place): Place {
  const text = source.split("\n")[line] ?? "";
  if (text[column] !== "(") return { line, column };
  return { line, column: /[\w$]*$/.exec(text.slice(0, column))?.index ?? column };
}

function wordLength(source: string, { line, column }: Place): number {
  return /^[\w$.]+/.exec((source.split("\n")[line] ?? "").slice(column))?.[0].length ?? 1;
}

function lengthOf(source: string, start: { line: number; character: number }, end: typeof start): number {
  if (start.line === end.line) return end.character - start.character;
  return (source.split("\n")[start.line]?.length ?? 0) - start.character;
}
