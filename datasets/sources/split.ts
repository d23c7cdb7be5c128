import { hash } from "../../src/lmm/random.ts";

/** Parts of the data that share no country, table, chapter, icon, word or font. */
export type Split = "train" | "dev" | "test";

export const splits: readonly Split[] = ["train", "dev", "test"];

/** The split of a thing by its name: of twenty, two are `test`, one `dev`, seventeen `train`. */
export function splitOfName(name: string): Split {
  const bucket = scramble(hash(name)) % 20;
  return bucket < 2 ? "test" : bucket === 2 ? "dev" : "train";
}

/** Those of `things` that belong to a split, by name. */
export const inSplit = <T>(things: readonly T[], split: Split, nameOf: (thing: T) => string): readonly T[] =>
  things.filter((thing) => splitOfName(nameOf(thing)) === split);

/** The finalizer of MurmurHash3, so that the low digits depend on every character. */
function scramble(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
