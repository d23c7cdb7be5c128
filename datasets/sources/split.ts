import { hash } from "../../src/lmm/random.ts";

/** Parts of the data that share no country, table, chapter, icon, word or font. */
export type Split = "train" | "dev" | "test";

export const splits: readonly Split[] = ["train", "dev", "test"];

/** The split of a thing by its name: of twenty, two are `test`, one `dev`, seventeen `train`. */
export function splitOfName(name: string): Split {
  const bucket = scramble(hash(name)) % 20;
  return bucket < 2 ? "test" : bucket === 2 ? "dev" : "train";
}

/** Things by split, as their names decide; read when a split is first asked for, and kept. */
export function bySplit<T>(
  all: () => readonly T[],
  nameOf: (thing: T) => string,
): (split: Split) => readonly T[] {
  const kept = new Map<Split, readonly T[]>();
  return (split) => {
    const known = kept.get(split) ?? all().filter((thing) => splitOfName(nameOf(thing)) === split);
    kept.set(split, known);
    return known;
  };
}

/** The finalizer of MurmurHash3, so that the low digits depend on every character. */
function scramble(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
