import { types } from "node:util";
import { tf } from "../../src/index.ts";
import { countText } from "./numbers.ts";
import { plain, register } from "./registry.ts";
import { tensorWords } from "./tensor/words.ts";

/** Keys of an object, or items of a list, that are shown. */
const most = 100;

/** How deep a value is looked into; Node's own prompt looks as deep. */
const deepest = 4;

/** Plain objects, lists, maps, sets and typed arrays: as Node's prompt shows them, cut where they are long. */
register(
  (value) => typeof value === "object" && value !== null,
  (value) => ({ "text/plain": plain(shortened(value)) }),
);

/**
 * The value without what would make it endless: of an object with a great many keys the first, and in place of tensors
 * a word about each. Getters are not called; a circle stays one.
 */
function shortened(value: unknown, depth = 0, known = new Map<unknown, unknown>()): unknown {
  if (value instanceof tf.Tensor) return verbatim(tensorWords(value));
  if (depth > deepest || typeof value !== "object" || value === null || types.isProxy(value)) return value;
  if (known.has(value)) return known.get(value);
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    known.set(value, copy);
    for (let i = 0; i < Math.min(most, value.length); i++)
      if (i in value) copy[i] = shortened(value[i], depth + 1, known);
    copy.length = value.length;
    return copy;
  }
  if (value instanceof Map || value instanceof Set) return shortenedCollection(value, depth, known);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy: Record<string | symbol, unknown> = {};
  known.set(value, copy);
  const names = Object.keys(value);
  for (const name of names.slice(0, most)) {
    const property = Object.getOwnPropertyDescriptor(value, name) as PropertyDescriptor;
    if ("value" in property) property.value = shortened(property.value, depth + 1, known);
    Object.defineProperty(copy, name, { ...property, configurable: true });
  }
  if (names.length > most) copy["..."] = verbatim(`${countText(names.length - most)} more keys`);
  else for (const symbol of Object.getOwnPropertySymbols(value)) copy[symbol] = value[symbol as never];
  return copy;
}

function shortenedCollection(
  value: Map<unknown, unknown> | Set<unknown>,
  depth: number,
  known: Map<unknown, unknown>,
): unknown {
  // Of a long one, `inspect` shows the first and says how many there are.
  if (value.size > most || Object.getPrototypeOf(value) !== (value instanceof Map ? Map : Set).prototype)
    return value;
  const inner = (item: unknown): unknown => shortened(item, depth + 1, known);
  if (value instanceof Set) {
    const copy = new Set<unknown>();
    known.set(value, copy);
    for (const item of value) copy.add(inner(item));
    return copy;
  }
  const copy = new Map<unknown, unknown>();
  known.set(value, copy);
  for (const [key, item] of value) copy.set(inner(key), inner(item));
  return copy;
}

/** Words that `inspect` prints without quotes. */
const verbatim = (words: string): object => ({ [Symbol.for("nodejs.util.inspect.custom")]: () => words });
