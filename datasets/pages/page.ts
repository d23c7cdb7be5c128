import { type Random, random } from "../../src/pages/random.ts";
import { cities, codeLetters, colors, items, months, names } from "./words.ts";

export interface Field {
  key: string;
  value: string;
}

/** A page of facts: what stands on it, not what it looks like. */
export interface Page {
  fields: Field[];
  /** One line per field: `Key: value`. */
  lines: string[];
}

/** What may stand on a page: ten kinds of fields, each with a rule for its value. */
const values: Record<string, (random: Random) => string> = {
  Name: ({ choice }) => choice(names),
  City: ({ choice }) => choice(cities),
  Total: ({ integer }) => `$${integer(1, 999)}`,
  Date: ({ choice, integer }) => `${choice(months)} ${integer(1, 28)}`,
  Color: ({ choice }) => choice(colors),
  Code: ({ choice, integer }) => `${choice(codeLetters)}${choice(codeLetters)}${integer(100, 999)}`,
  Room: ({ integer }) => `${integer(1, 400)}`,
  Item: ({ choice }) => choice(items),
  Age: ({ integer }) => `${integer(10, 99)}`,
  Phone: ({ integer }) => `${integer(1000, 9999)}`,
};

/** The ten keys, in no particular order on a page. */
export const keys: readonly string[] = Object.keys(values);

/** The page of a seed: three to five fields of different kinds in random order. */
export function page(seed: number): Page {
  const draw = random(seed);
  const chosen = draw.shuffled(keys).slice(0, draw.integer(3, 5));
  const fields = chosen.map((key) => ({ key, value: values[key](draw) }));
  return { fields, lines: fields.map(({ key, value }) => `${key}: ${value}`) };
}
