import { mean, sampleVariance } from "simple-statistics";
import { UsageError } from "../errors.ts";
import { fine } from "./index.ts";

/** The scores of the fine-grained tasks, sample by sample, each from 0 to 1. */
export type FineScores = Readonly<Record<keyof typeof fine, readonly number[]>>;

/**
 * `Score_fine`: the mean of the five fine-grained tasks, each counting alike however many samples it has, with its 95 %
 * interval from the spread within tasks (normal approximation; scores need not be 0 or 1).
 *
 * @throws UsageError if a task has fewer than two scores.
 */
export function fineScore(scores: FineScores): { score: number; low: number; high: number } {
  const all = Object.keys(fine).map((name) => {
    const own = scores[name as keyof typeof fine];
    if (!own || own.length < 2)
      throw new UsageError(`Score_fine needs two scores of ${name} at least; it has ${own?.length ?? 0}`);
    return [...own];
  });
  const score = mean(all.map((own) => mean(own)));
  const variance = all.reduce((sum, own) => sum + sampleVariance(own) / own.length, 0) / all.length ** 2;
  const margin = 1.959964 * Math.sqrt(variance);
  return { score, low: Math.max(0, score - margin), high: Math.min(1, score + margin) };
}
