import { setImmediate } from "node:timers/promises";
import { UsageError } from "../errors.ts";
import { generate } from "../lmm/generate.ts";
import type { LMM } from "../lmm/lmm.ts";
import { CharacterTokenizer } from "../lmm/tokenizer.ts";
import { promptOf } from "../tasks/prompt.ts";
import type { Example } from "../tasks/task.ts";

/** How questions are put to a model. */
export interface AskOptions {
  readonly batch?: number;
  readonly maxTokens?: number;
  readonly onAnswers?: (done: number, all: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Generates the answer to each question, one question a prompt. */
export async function answers(
  lmm: LMM,
  examples: readonly Example[],
  options: AskOptions = {},
): Promise<string[]> {
  const { batch = 32, maxTokens = 12, onAnswers, signal } = options;
  const tokenizer = tokenizerOf(lmm);
  const given: string[] = [];
  for (let at = 0; at < examples.length; at += batch) {
    signal?.throwIfAborted();
    const prompts = examples.slice(at, at + batch).map((example) => promptOf(tokenizer, example));
    given.push(
      ...generate(lmm, prompts, { maxTokens, stop: tokenizer.end }).map((ids) => tokenizer.decode(ids)),
    );
    onAnswers?.(given.length, examples.length);
    await setImmediate();
  }
  return given;
}

/** The tokenizer that a model's config describes. */
export function tokenizerOf({ config }: LMM): CharacterTokenizer {
  if (config.alphabet !== undefined) return new CharacterTokenizer(config.alphabet);
  throw new UsageError("this model has no alphabet of its own: give it token ids");
}
