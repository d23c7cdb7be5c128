import type { Picture } from "../lmm/prompt.ts";

/** Parts of the data that share no page. */
export type Split = "train" | "dev" | "test";

/** A question about a picture and its answer. */
export interface Example {
  /** Names the example for good: task, split and index. */
  readonly id: string;
  readonly picture: Picture;
  readonly question: string;
  readonly answer: string;
}

/** Something to be measured: where examples come from and how an answer is scored, from 0 to 1. */
export interface Task {
  readonly name: string;
  readonly metric: string;
  example(split: Split, index: number): Example;
  score(given: string, expected: string): number;
}
