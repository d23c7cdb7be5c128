/** The right answer, or every answer that counts. */
export type Expected = string | readonly string[];

export const answersOf = (expected: Expected): readonly string[] =>
  typeof expected === "string" ? [expected] : expected;

/** The best that an answer scores against any of the right ones. */
export const best = (expected: Expected, score: (right: string) => number): number =>
  Math.max(0, ...answersOf(expected).map(score));
