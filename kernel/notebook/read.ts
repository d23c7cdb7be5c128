import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Failure } from "../../src/errors.ts";
import { parseJson } from "./json.ts";
import type { Cell, Notebook, Output } from "./notebook.ts";
import { upgraded } from "./upgrade.ts";

type Fields = Record<string, unknown>;

/**
 * Reads a notebook for TypeScript; one of an older format (3, or 4 before 4.5) as it would be in 4.5.
 *
 * @throws Failure, one sentence, for a file that cannot be read, is no notebook, or is one for another language.
 */
export function readNotebook(path: string): Notebook {
  const given = parsed(path);
  if (!isObject(given)) throw new Failure(`${path} is not a notebook: it is no JSON object`);
  const { nbformat = 4, nbformat_minor: minor } = given;
  if (nbformat !== 3 && nbformat !== 4) {
    throw new Failure(
      `${path} is of notebook format ${JSON.stringify(nbformat)}; formats 3 and 4 can be read (in Jupyter, jupyter nbconvert --to notebook upgrades older ones)`,
    );
  }
  const { cells, metadata } = nbformat === 3 ? upgraded(given) : given;
  if (!Array.isArray(cells)) throw new Failure(`${path} is not a notebook: it has no list of cells`);
  const known = isObject(metadata) ? metadata : {};
  checkLanguage(path, known);
  const ids = new Set<string>();
  return {
    cells: cells.map((cell, index) => readCell(cell, `${path}: cell ${index + 1}`, ids)),
    metadata: known,
    nbformat: 4,
    nbformat_minor: nbformat === 4 && typeof minor === "number" && minor > 5 ? minor : 5,
  };
}

export const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A text, or a list of its lines; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return Array.isArray(value) && value.every((line) => typeof line === "string") ? value.join("") : undefined;
}

function parsed(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure(`cannot read the notebook ${path}: ${reasonOf(error)}`, { cause: error });
  }
  try {
    return parseJson(text);
  } catch (error) {
    throw new Failure(`cannot read the notebook ${path}: it is not JSON (${(error as Error).message})`);
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES") return "permission is denied";
  return message;
}

const languages = new Set(["typescript", "javascript", "ts", "js"]);

/** Without a word about its language, a notebook is taken for one in TypeScript. */
function checkLanguage(path: string, { kernelspec, language_info }: Fields): void {
  const kernel = isObject(kernelspec) ? kernelspec : {};
  const language = kernel.language ?? (isObject(language_info) ? language_info.name : undefined);
  if (typeof language !== "string" || languages.has(language.toLowerCase())) return;
  const name = typeof kernel.name === "string" ? ` (kernel "${kernel.name}")` : "";
  throw new Failure(`${path} is a notebook in ${language}${name}; only TypeScript can be run`);
}

function readCell(given: unknown, where: string, ids: Set<string>): Cell {
  if (!isObject(given))
    throw new Failure(`${where} is no cell: it is ${JSON.stringify(given)?.slice(0, 40)}`);
  const source = textOf(given.source);
  if (source === undefined) throw new Failure(`${where} has no source text`);
  const { cell_type: type, attachments } = given;
  const id = freshId(given.id, ids);
  const metadata = isObject(given.metadata) ? given.metadata : {};
  if (type === "markdown" || type === "raw")
    return { cell_type: type, id, metadata, source, ...(isObject(attachments) && { attachments }) };
  if (type !== "code")
    throw new Failure(`${where} is of type ${JSON.stringify(type)}; there are code, markdown and raw`);
  const count = given.execution_count;
  const outputs = Array.isArray(given.outputs) ? given.outputs.flatMap(readOutput) : [];
  return {
    cell_type: "code",
    id,
    metadata,
    source,
    execution_count: Number.isInteger(count) ? (count as number) : null,
    outputs,
  };
}

/** An id as the format wants it, and used once: the cell's own, or a new one. */
function freshId(given: unknown, ids: Set<string>): string {
  const usable = typeof given === "string" && /^[a-zA-Z0-9_-]{1,64}$/.test(given) && !ids.has(given);
  const id = usable ? given : randomBytes(4).toString("hex");
  ids.add(id);
  return id;
}

/** An output that is kept; what is none is left out. */
function readOutput(given: unknown): Output[] {
  if (!isObject(given)) return [];
  const { output_type: type, name, ename, evalue, traceback, data, metadata, execution_count: count } = given;
  if (type === "stream") {
    const text = textOf(given.text);
    return text === undefined ? [] : [{ output_type: type, name: name === "stderr" ? name : "stdout", text }];
  }
  if (type === "error") {
    const lines = Array.isArray(traceback) ? traceback.map(String) : [];
    return [{ output_type: type, ename: String(ename), evalue: String(evalue), traceback: lines }];
  }
  if (!isObject(data)) return [];
  const joined = Object.fromEntries(
    Object.entries(data).map(([mime, content]) => [
      mime,
      isJsonType(mime) ? content : (textOf(content) ?? content),
    ]),
  );
  const rest = { data: joined, metadata: isObject(metadata) ? metadata : {} };
  if (type === "display_data") return [{ output_type: type, ...rest }];
  if (type !== "execute_result") return [];
  return [
    { output_type: type, ...rest, execution_count: Number.isInteger(count) ? (count as number) : null },
  ];
}

/** Whether contents of a type are JSON, not text. */
export const isJsonType = (mime: string): boolean => /[/+]json$/.test(mime);
