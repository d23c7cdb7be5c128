/** A request that cannot be meant: an unknown name, a value out of range. The command line exits with 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Something that was asked for rightly and could not be done: a file, a network, a machine. Exits with 1. */
export class Failure extends Error {
  override name = "Failure";
}

/** The names closest to a mistyped one, best first: what an error suggests. */
export function nearest(name: string, names: Iterable<string>, most = 3): string[] {
  return [...names]
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Levenshtein distance: the insertions, deletions and substitutions that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
