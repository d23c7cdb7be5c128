import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Failure } from "../../errors.ts";
import type { Found } from "./questionFile.ts";

/**
 * Refuses to evaluate on what was trained with: a picture that occurs in both sets, whatever it is called.
 *
 * @throws Failure naming both lines, and how many there are.
 */
export function refuseOverlap(evaluation: readonly Found[], training: readonly Found[]): void {
  const known = new Map<string, Found>();
  const digests = new Map<string, string>();
  for (const one of training) known.set(digestOf(one, digests), one);
  const shared = evaluation.filter((one) => known.has(digestOf(one, digests)));
  const [first] = shared;
  if (!first) return;
  const other = known.get(digestOf(first, digests)) as Found;
  throw new Failure(
    `${first.file}:${first.line}: the picture ${first.image} was trained with (${other.file}:${other.line}, ${other.image}); ` +
      `${shared.length} of ${evaluation.length} questions are about such pictures: leave them out`,
  );
}

function digestOf({ path }: Found, known: Map<string, string>): string {
  const digest = known.get(path) ?? createHash("sha256").update(readFileSync(path)).digest("hex");
  known.set(path, digest);
  return digest;
}
