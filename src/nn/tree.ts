import { tf } from "../backend/tf.ts";
import { nearest, UsageError } from "../errors.ts";
import { unpackedSize } from "./bfloat16.ts";
import { join, Module } from "./module.ts";

type Branch = Record<string, unknown>;

/** Every tensor of a module with its path, in the order of the fields. */
export function leaves(module: object, prefix = ""): [path: string, tensor: tf.Tensor][] {
  return Object.entries(module).flatMap(([name, value]): [string, tf.Tensor][] => {
    if (value instanceof tf.Tensor) return [[join(prefix, name), value]];
    return isBranch(value) ? leaves(value, join(prefix, name)) : [];
  });
}

/** Every submodule with its path, outermost first. */
export function modules(module: object, prefix = ""): [path: string, module: Module][] {
  return Object.entries(module).flatMap(([name, value]): [string, Module][] => {
    if (!isBranch(value)) return [];
    const inner = modules(value, join(prefix, name));
    return value instanceof Module ? [[join(prefix, name), value], ...inner] : inner;
  });
}

/** The number of parameters: the numbers in all tensors, a shared one counted once. */
export function parameters(module: object): number {
  const distinct = new Set(leaves(module).map(([, tensor]) => tensor));
  return [...distinct].reduce((sum, tensor) => sum + unpackedSize(tensor), 0);
}

/** The same module with every tensor replaced by `f(path, tensor)`; parts that did not change are shared. */
export function mapLeaves<M extends object>(
  module: M,
  f: (path: string, tensor: tf.Tensor) => tf.Tensor,
  prefix = "",
): M {
  return rebuild(module, (name, value) => {
    if (value instanceof tf.Tensor) return f(join(prefix, name), value);
    return isBranch(value) ? mapLeaves(value, f, join(prefix, name)) : value;
  });
}

/** The tensor or module at a path. Throws a `UsageError` that lists the nearest paths. */
export function at(module: object, path: string): tf.Tensor | object {
  let value: unknown = module;
  for (const name of path.split(".")) {
    value = isBranch(value) ? (value as Branch)[name] : undefined;
    if (value === undefined) throw unknownPath(module, path);
  }
  return value as tf.Tensor | object;
}

/**
 * Surgery: the same module with what stands at `path` replaced; all else is shared. Throws a `UsageError` if
 * nothing stands there, or if a tensor would change its shape.
 */
export function replace<M extends object>(module: M, path: string, part: tf.Tensor | object): M {
  const old = at(module, path);
  if (old instanceof tf.Tensor && part instanceof tf.Tensor && !tf.util.arraysEqual(old.shape, part.shape)) {
    throw new UsageError(`${path}: expected shape [${old.shape}], given [${part.shape}]`);
  }
  const descend = (branch: object, names: string[]): object =>
    rebuild(branch, (name, value) => {
      if (name !== names[0]) return value;
      return names.length === 1 ? part : descend(value as object, names.slice(1));
    });
  return descend(module, path.split(".")) as M;
}

function unknownPath(module: object, path: string): UsageError {
  const known = [...leaves(module), ...modules(module)].map(([name]) => name);
  return new UsageError(`no part named ${path}; the nearest are ${nearest(path, known).join(", ")}`);
}

function isBranch(value: unknown): value is object {
  if (value instanceof Module || Array.isArray(value)) return true;
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function rebuild<B extends object>(branch: B, f: (name: string, value: unknown) => unknown): B {
  const entries = Object.entries(branch);
  const changed = entries.map(([name, value]) => [name, f(name, value)] as const);
  if (changed.every(([, value], i) => value === entries[i]?.[1])) return branch;
  if (Array.isArray(branch)) return changed.map(([, value]) => value) as unknown as B;
  return Object.assign(Object.create(Object.getPrototypeOf(branch)), Object.fromEntries(changed));
}
