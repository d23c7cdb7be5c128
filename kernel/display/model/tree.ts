import { Module, tf } from "../../../src/index.ts";

/** A part of a model as it is shown. */
export interface Part {
  /** The field's name; for one of a list its index. */
  readonly name: string;
  /** What it is: a class, or a tensor's shape and type. */
  readonly what: string;
  /** Parameters in it, those shared with an earlier part counted there. */
  readonly parameters: number;
  /** What else is to be said: its route, its share of the FLOPs. */
  readonly note: string;
  readonly parts: readonly Part[];
  /** Whether its parts are numbered. */
  readonly list: boolean;
}

/** What is said about parts, by their path: `model.layers.3`. */
export type Notes = ReadonlyMap<string, string>;

/** The tree of a module, of a list of them, or of plain objects with them. */
export function treeOf(root: object, { name, notes = new Map() }: { name: string; notes?: Notes }): Part {
  const paths = new Map<tf.Tensor, string>();
  const visit = (value: object, own: string, path: string): Part => {
    if (value instanceof tf.Tensor) return leaf(value, own, path, paths);
    const parts = Object.entries(value).flatMap(([field, inner]): Part[] =>
      isPart(inner) ? [visit(inner, field, path ? `${path}.${field}` : field)] : [],
    );
    return {
      name: own,
      what: `${className(value)}${settings(value)}`,
      parameters: parts.reduce((sum, part) => sum + part.parameters, 0),
      note: notes.get(path) ?? "",
      parts,
      list: Array.isArray(value),
    };
  };
  return visit(root, name, "");
}

function leaf(tensor: tf.Tensor, name: string, path: string, paths: Map<tf.Tensor, string>): Part {
  const first = paths.get(tensor);
  if (first === undefined) paths.set(tensor, path);
  const notes = [first === undefined ? "" : `the same as ${first}`, tensor.isDisposed ? "disposed" : ""];
  return {
    name,
    what: `${tensor.dtype} [${tensor.shape.join(", ")}]`,
    parameters: first === undefined ? tensor.size : 0,
    note: notes.filter(Boolean).join(", "),
    parts: [],
    list: false,
  };
}

/** Tensors, and whatever holds some. */
function isPart(value: unknown): value is object {
  if (value instanceof tf.Tensor || value instanceof Module) return true;
  if (typeof value !== "object" || value === null) return false;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).some(isPart);
}

function className(value: object): string {
  if (Array.isArray(value)) return `${value.length} parts`;
  return value instanceof Module ? value.constructor.name : "";
}

/** The numbers and words among the fields: `(eps 0.00001)`. */
function settings(value: object): string {
  const plain = Object.entries(value).filter(([, field]) =>
    ["number", "string", "boolean"].includes(typeof field),
  );
  return plain.length > 0 && !Array.isArray(value)
    ? ` (${plain.map(([name, field]) => `${name} ${field}`).join(", ")})`
    : "";
}
