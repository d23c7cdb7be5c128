/** Linear warm-up, then a cosine down to a floor: the factor on the learning rate at a step of many. */
export function cosine(step: number, steps: number, { warmup = 0, floor = 0 } = {}): number {
  const rise = Math.min(1, (step + 1) / Math.max(1, warmup));
  return rise * Math.max(floor, 0.5 * (1 + Math.cos((Math.PI * step) / steps)));
}
