/** What is told of some times, in the unit they are in. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** `(max - min) / median`. */
  readonly spread: number;
}

/** The middle of some numbers; of an even number of them, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("the median of no values was asked for");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** Median, least, most and spread of some times. */
export function summarise(values: readonly number[]): Summary {
  const middle = median(values);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  return { median: middle, min, max, spread: (max - min) / middle };
}

/** How many times as fast one side is as another. */
export interface Ratio {
  /** The ratio of the medians. */
  readonly ratio: number;
  /** The least and the most of the ratios of neighbours: times that were taken one after the other. */
  readonly low: number;
  readonly high: number;
}

/**
 * How many times as fast `own` is as `other`; above 1 it is the faster one. Round `i` of both was taken one right after
 * the other, so a host that drifts moves both.
 */
export function timesAsFast(own: readonly number[], other: readonly number[]): Ratio {
  const ratio = median(other) / median(own);
  const rounds = Math.min(own.length, other.length);
  const ratios = Array.from({ length: rounds }, (_, i) => (other[i] as number) / (own[i] as number));
  return { ratio, low: Math.min(...ratios), high: Math.max(...ratios) };
}

/** The largest difference between two lists of numbers, as a share of the largest of the second. */
export function difference(own: readonly number[], other: readonly number[]): number {
  const most = Math.max(...other.map(Math.abs));
  return Math.max(...own.map((value, i) => Math.abs(value - (other[i] ?? Number.NaN)))) / most;
}

/** The slope of `log y` over `log x` by least squares: 1 where y grows in proportion to x, 2 with its square. */
export function exponent(points: readonly { readonly x: number; readonly y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const mean = (axis: "x" | "y") => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length;
  const [x0, y0] = [mean("x"), mean("y")];
  const covariance = logs.reduce((sum, { x, y }) => sum + (x - x0) * (y - y0), 0);
  return covariance / logs.reduce((sum, { x }) => sum + (x - x0) ** 2, 0);
}
