/** Seeded random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform over 0 .. 2^32 - 1. */
  bits(): number;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** A real number from `low` (included) to `high` (not included). */
  between(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One element of a list, or one character of a string. */
  choice<T>(list: ArrayLike<T>): T;
  /** A copy of `list` in random order. */
  shuffled<T>(list: readonly T[]): T[];
  /** `count` different elements of a long list, each of which `fits`, without going through the list. */
  some<T>(list: readonly T[], count: number, fits: (one: T) => boolean): T[];
}

/**
 * Chris Doty-Humphrey's sfc32 (PractRand), seeded with the 53 bits of `seed` and a `stream`, so that two uses of
 * one seed (what is on a page, how it looks) do not share their numbers.
 */
export function random(seed: number, stream = 0): Random {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`seed ${seed} is no whole number from 0 on`);
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32);
  let c = stream;
  let counter = 1;

  const bits = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 15; warmUp++) bits();

  const integer = (low: number, high: number) => low + Math.floor((bits() / 2 ** 32) * (high - low + 1));
  const between = (low: number, high: number) => low + (bits() / 2 ** 32) * (high - low);
  const some = <T>(list: readonly T[], count: number, fits: (one: T) => boolean): T[] => {
    const found = new Set<T>();
    for (let tries = 100 * (count + 1); found.size < count && tries > 0; tries--) {
      const one = list[integer(0, list.length - 1)];
      if (fits(one)) found.add(one);
    }
    if (found.size < count)
      throw new RangeError(
        `only ${found.size} of ${count} elements that fit were found among ${list.length}`,
      );
    return [...found];
  };
  return {
    bits,
    integer,
    some,
    between,
    chance: (probability) => between(0, 1) < probability,
    choice: (list) => list[integer(0, list.length - 1)],
    shuffled: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [copy[i], copy[j]] = [copy[j], copy[i]];
      }
      return copy;
    },
  };
}

/** Adds normal noise of the given deviation to `values`, in place, two values per Box-Muller draw. */
export function addNormalNoise(values: Float32Array, deviation: number, { bits }: Random): void {
  for (let i = 0; i < values.length; i += 2) {
    const radius = deviation * Math.sqrt(-2 * Math.log((bits() + 0.5) / 2 ** 32));
    const angle = (bits() / 2 ** 32) * 2 * Math.PI;
    values[i] += radius * Math.cos(angle);
    if (i + 1 < values.length) values[i + 1] += radius * Math.sin(angle);
  }
}
