import { page, render, split as seedOf } from "../../datasets/pages/index.ts";
import { uniform } from "../lmm/random.ts";
import { exactMatch } from "./metrics/exactMatch.ts";
import type { Task } from "./task.ts";

/** Pages of three to five "Key: value" lines; the question names a key, the answer is its value. */
export const fieldValue: Task = {
  name: "fieldValue",
  metric: "exact match",
  example: (split, index) => {
    const seed = seedOf(split, index);
    const { fields } = page(seed);
    const asked = fields[Math.floor(uniform(seed)() * fields.length)] as (typeof fields)[number];
    return {
      id: `fieldValue/${split}/${index}`,
      picture: { crops: [render(page(seed), seed).pixels] },
      question: asked.key,
      answer: asked.value,
    };
  },
  score: exactMatch,
};
