/** One plan, measured. */
export type FrontRow = {
  plan: string;
  /** The route's name: one colour and shape for each. */
  family: string;
  /** The first layer that takes the route. */
  from: number;
  flops: number;
  baselineFlops: number;
  /** Exact match and its 95 % interval, 0 .. 1. */
  accuracy: number;
  low: number;
  high: number;
  /** Fine-tuned with the plan in place, or training-free. */
  trained: boolean;
  /** How many answers were judged. */
  samples: number;
};

/** A row as it is drawn: both axes in percent. */
export type FrontPoint = FrontRow & { relativeFlopsPct: number; onFront: boolean };

/** The unchanged model among the rows. */
export function baseline<T extends FrontRow>(rows: readonly T[]): T | undefined {
  return rows.find(({ family, flops, baselineFlops }) => family === "full" && flops === baselineFlops);
}
