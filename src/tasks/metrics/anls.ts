import { distance } from "fastest-levenshtein";

/** Answers that differ in more than half of their characters count for nothing (Biten et al., 2019). */
const threshold = 0.5;

/**
 * ANLS, average normalised Levenshtein similarity, of one answer: 1 less the edit distance in units of the longer
 * text, without regard to capitals and blanks around; 0 from half of the characters on. The measure of DocVQA and
 * InfographicVQA.
 */
export function anls(given: string, expected: string): number {
  const [a, b] = [given, expected].map((text) => text.trim().toLowerCase().split(/\s+/).join(" ")) as [
    string,
    string,
  ];
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  const apart = distance(a, b) / longer;
  return apart < threshold ? 1 - apart : 0;
}
