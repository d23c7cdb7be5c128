import { best, type Expected } from "./expected.ts";

/** 1 where an answer is a right one to the letter, but for white space around it; else 0. */
export const exactMatch = (given: string, expected: Expected): number =>
  best(expected, (right) => (given.trim() === right.trim() ? 1 : 0));
