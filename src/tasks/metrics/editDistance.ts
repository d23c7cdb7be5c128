import { distance } from "fastest-levenshtein";
import { best, type Expected } from "./expected.ts";

/** The edits that turn one text into another, in units of the longer one: 0 for the same text, 1 for nothing in common. */
export function normalisedEditDistance(given: string, expected: string): number {
  const longer = Math.max(given.length, expected.length);
  return longer === 0 ? 0 : distance(given, expected) / longer;
}

/** 1 less the normalised edit distance: more is better. */
export const normalisedEditSimilarity = (given: string, expected: Expected): number =>
  best(expected, (right) => 1 - normalisedEditDistance(given.trim(), right.trim()));
