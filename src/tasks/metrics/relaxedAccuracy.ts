/** How far a number may be off, as a part of the right one. */
const tolerance = 0.05;

/**
 * Relaxed accuracy (ChartQA, Masry et al., 2022): a number counts when it is within 5 % of the right one, other answers
 * when they are the same but for capitals.
 */
export function relaxedAccuracy(given: string, expected: string): number {
  const [a, b] = [number(given), number(expected)];
  if (a !== undefined && b !== undefined && b !== 0)
    return Math.abs(a - b) / Math.abs(b) <= tolerance ? 1 : 0;
  return given.trim().toLowerCase() === expected.trim().toLowerCase() ? 1 : 0;
}

/** The number that a text states; a percentage is a hundredth. */
function number(text: string): number | undefined {
  const plain = text.trim();
  const percent = plain.endsWith("%");
  const digits = percent ? plain.slice(0, -1) : plain;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits)) return undefined;
  return Number(digits) / (percent ? 100 : 1);
}
