import type { Reach } from "./route.ts";
import { tokens } from "./stream.ts";
import { type Party, sees } from "./visibility.ts";

/**
 * A function that says how many keys of a party each query sees: the rule `sees`, summed up without looking at every
 * pair, for counting long sequences at once.
 */
export function seenBy(reach: Reach | undefined, queries: Party, keys: Party): (query: number) => number {
  const height = tokens(queries.places);
  const width = tokens(keys.places);
  const { position, present, image } = keys.places;
  const sampleOf = (query: number): number => Math.floor(query / height);
  const presentKeys = (sample: number): number[] =>
    Array.from({ length: width }, (_, i) => sample * width + i).filter((key) => present[key] === 1);
  if (reach === undefined) return () => 0;
  if (reach === "self") {
    const first = keys.offset ?? 0;
    return (query) => {
      const index = (queries.offset ?? 0) + (query % height) - first;
      const key = sampleOf(query) * width + index;
      return index >= 0 && index < width && sees(reach, queries, query, keys, key) ? 1 : 0;
    };
  }
  const samples = Array.from({ length: keys.places.batch }, (_, sample) => presentKeys(sample));
  if (reach === "image") {
    const counts = samples.map((list) => {
      const byImage = new Map<number, number>();
      for (const key of list) byImage.set(image[key] as number, (byImage.get(image[key] as number) ?? 0) + 1);
      return byImage;
    });
    return (query) => {
      const own = queries.places.image[query] as number;
      return own < 0 ? 0 : (counts[sampleOf(query)]?.get(own) ?? 0);
    };
  }
  const sorted = samples.map((list) => Int32Array.from(list, (key) => position[key] as number).sort());
  return (query) => upTo(sorted[sampleOf(query)] as Int32Array, queries.places.position[query] as number);
}

/** How many of some sorted numbers are at most `most`. */
function upTo(sorted: Int32Array, most: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
