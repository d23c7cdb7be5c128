/** What a list of numbers is like; NaN and infinite values are counted and left out of the rest. */
export interface Statistics {
  readonly count: number;
  readonly nan: number;
  readonly infinite: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** The population's standard deviation. */
  readonly std: number;
}

export function statistics(values: ArrayLike<number>): Statistics {
  let [nan, infinite, finite, min, max, mean, squares] = [0, 0, 0, Infinity, -Infinity, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) nan++;
    else if (!Number.isFinite(value)) infinite++;
    else {
      finite++;
      if (value < min) min = value;
      if (value > max) max = value;
      // Welford's update: a mean far from zero costs no digits of the deviation.
      const distance = value - mean;
      mean += distance / finite;
      squares += distance * (value - mean);
    }
  }
  const none = finite === 0;
  return {
    count: values.length,
    nan,
    infinite,
    min: none ? Number.NaN : min,
    max: none ? Number.NaN : max,
    mean: none ? Number.NaN : mean,
    std: none ? Number.NaN : Math.sqrt(squares / finite),
  };
}
