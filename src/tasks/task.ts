import type { Split } from "../../datasets/sources/split.ts";
import type { Picture } from "../lmm/prompt.ts";
import type { Expected } from "./metrics/expected.ts";

export type { Split };

/** A question about a picture and its answer. */
export interface Example {
  /** Names the example for good: task, split and index. */
  readonly id: string;
  readonly picture: Picture;
  readonly question: string;
  readonly answer: string;
  /** Every answer that counts, where there are several. */
  readonly answers?: readonly string[];
}

/** Something to be measured: where examples come from and how an answer is scored, from 0 to 1. */
export interface Task {
  readonly name: string;
  readonly metric: string;
  example(split: Split, index: number): Example;
  score(given: string, expected: Expected): number;
  /** Other measures of the same answers, by name, from 0 to 1. */
  readonly also?: Readonly<Record<string, (given: string, expected: Expected) => number>>;
}
