import type { Sample } from "../lmm/prompt.ts";
import type { CharacterTokenizer } from "../lmm/tokenizer.ts";
import type { Example } from "./task.ts";

/** How a question is put to a model that reads characters: `<question>Key?`, and the answer follows. */
export const questionIds = (tokenizer: CharacterTokenizer, question: string): number[] => [
  tokenizer.question,
  ...tokenizer.encode(`${question}?`),
];

/** The prompt of an example: its picture, then its question. */
export const promptOf = (tokenizer: CharacterTokenizer, { picture, question }: Example): Sample => ({
  parts: [picture, questionIds(tokenizer, question)],
});
