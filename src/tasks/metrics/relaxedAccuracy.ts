import { best, type Expected } from "./expected.ts";

/** How far a number may be off, as a part of the right one. */
const tolerance = 0.05;

/**
 * Relaxed accuracy (ChartQA; Masry et al., 2022): a number counts when it is within 5 % of the right one, other answers
 * when they are the same but for capitals. A percentage is a hundredth.
 */
export const relaxedAccuracy = (given: string, expected: Expected): number =>
  best(expected, (right) => {
    const [a, b] = [number(given), number(right)];
    if (a !== undefined && b) return Math.abs(a - b) / Math.abs(b) <= tolerance ? 1 : 0;
    return given.trim().toLowerCase() === right.trim().toLowerCase() ? 1 : 0;
  });

function number(text: string): number | undefined {
  const plain = text.trim();
  const percent = plain.endsWith("%");
  const digits = percent ? plain.slice(0, -1) : plain;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits)) return undefined;
  return Number(digits) / (percent ? 100 : 1);
}
