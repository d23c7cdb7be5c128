import { distance } from "fastest-levenshtein";
import { best, type Expected } from "./expected.ts";

/** Answers that have less than half in common count for nothing. */
const threshold = 0.5;

/**
 * ANLS, average normalised Levenshtein similarity, of one answer: 1 less the edit distance in units of the longer text,
 * without regard to capitals and to how much white space there is, and 0 below one half. The measure of DocVQA and
 * InfographicVQA, as their own evaluation script takes it (Biten et al., 2019; the script counts one half as enough and
 * the length before white space is joined).
 */
export const anls = (given: string, expected: Expected): number => {
  const similarity = best(expected, (right) => {
    const longer = Math.max(given.length, right.length);
    return longer === 0 ? 1 : 1 - distance(plain(given), plain(right)) / longer;
  });
  return similarity < threshold ? 0 : similarity;
};

const plain = (text: string): string => text.trim().toLowerCase().split(/\s+/).join(" ");
