import { type Page, page } from "./page.ts";

export type Split = "train" | "dev" | "test";

/** Seeds that each index may search: a split of one page in twenty stays empty in them once in 10^22 indices. */
const searched = 1024;

/**
 * The seed of page `index` of a split. A page belongs to one split only, whatever its seed, because its text decides
 * (`splitOf`); each index searches its own range of seeds for the first page of the split.
 */
export function split(name: Split, index: number): number {
  if (!Number.isInteger(index) || !Number.isSafeInteger(index * searched) || index < 0)
    throw new RangeError(`page ${index} of split "${name}": the index must be a whole number from 0 on`);
  for (let seed = index * searched; seed < (index + 1) * searched; seed++)
    if (splitOf(page(seed)) === name) return seed;
  throw new Error(`page ${index} of split "${name}": none of its ${searched} seeds gives such a page`);
}

/** The split of a page, from the set of its lines: of twenty pages one is `test`, one `dev`, eighteen `train`. */
export function splitOf({ lines }: Page): Split {
  const bucket = hash([...lines].sort().join("\n")) % 20;
  return bucket === 0 ? "test" : bucket === 1 ? "dev" : "train";
}

/** FNV-1a with the finalizer of MurmurHash3, so that the low digits depend on every character. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
