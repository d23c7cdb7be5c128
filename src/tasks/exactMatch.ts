/** 1 where an answer is the expected one to the letter, but for white space around it; else 0. */
export const exactMatch = (given: string, expected: string): number =>
  given.trim() === expected.trim() ? 1 : 0;
