import { random } from "../pages/random.ts";
import type { PageTask, Sample } from "./sample.ts";
import type { Split } from "./task.ts";

/**
 * Many tasks as one stream of samples: sample `index` is of the task that a draw picks, by weight, and is the same
 * whenever it is asked for.
 */
export function mixture(
  shares: readonly (readonly [task: PageTask, weight: number])[],
): (split: Split, index: number) => Sample {
  const total = shares.reduce((sum, [, weight]) => sum + weight, 0);
  if (!(total > 0) || shares.some(([, weight]) => weight < 0))
    throw new RangeError(
      `a mixture needs weights from 0 on, one of them above; given ${shares.map(([, w]) => w)}`,
    );
  let sum = 0;
  const upTo = shares.map(([, weight]) => {
    sum += weight;
    return sum;
  });
  return (split, index) => {
    const drawn = random(index, 3).between(0, total);
    const picked = shares.find((_, i) => drawn < (upTo[i] as number)) ?? shares[shares.length - 1];
    return (picked as (typeof shares)[number])[0].sample(split, index);
  };
}
