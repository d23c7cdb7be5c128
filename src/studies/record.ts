import { existsSync, readFileSync } from "node:fs";
import { Failure } from "../errors.ts";

/** One plan, measured on one task. A line of a study's JSONL file. */
export interface Record {
  readonly study: string;
  readonly plan: string;
  /** The route's name. */
  readonly family: string;
  /** The first layer that differs from the baseline; the number of layers where none does. */
  readonly from: number;
  /** The code that makes the plan. */
  readonly code: string;
  /** Fine-tuned with the plan in place, or training-free. */
  readonly trained: boolean;
  readonly task: string;
  readonly metric: string;
  readonly split: string;
  readonly samples: number;
  readonly accuracy: number;
  /** The 95 % interval of the accuracy. */
  readonly low: number;
  readonly high: number;
  /** One score a sample, in order: what paired comparisons need. */
  readonly scores: readonly number[];
  /** Prefill FLOPs of the decoder, scores in full, and the same of the unchanged model. */
  readonly flops: number;
  readonly baselineFlops: number;
  readonly crops: number;
  readonly textTokens: number;
  readonly engine: string;
  readonly versions: Readonly<globalThis.Record<string, string>>;
  readonly seconds: number;
  /** What the record depends on, hashed: with another plan, model or setting it is made anew. */
  readonly key: string;
}

/** The records of a JSONL file; none where there is no file. A broken last line, as of a run cut off, is left out. */
export function readRecords(path: string): Record[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line, i): Record[] => {
    if (line.trim() === "") return [];
    try {
      return [JSON.parse(line) as Record];
    } catch {
      if (i === lines.length - 1) return [];
      throw new Failure(`${path}: line ${i + 1} is not JSON`);
    }
  });
}
