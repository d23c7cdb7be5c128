import { answersOf, type Expected } from "./expected.ts";
import { vqaForm } from "./vqaForm.ts";

/** How many people must have given an answer for it to count in full. */
const enough = 3;

/**
 * VQA accuracy (Antol et al., 2015; TextVQA): ten people answered; an answer scores a third for each of nine who gave
 * it, at most 1, averaged over who is left out. Answers are compared in a plain form (`vqaForm`). One right answer
 * stands for ten people of one mind.
 */
export function vqaAccuracy(given: string, expected: Expected): number {
  const answer = vqaForm(given);
  const people = answersOf(expected).map(vqaForm);
  if (people.length === 1) return people[0] === answer ? 1 : 0;
  const agreed = people.filter((one) => one === answer).length;
  const scores = people.map((one) => Math.min(1, (agreed - (one === answer ? 1 : 0)) / enough));
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}
