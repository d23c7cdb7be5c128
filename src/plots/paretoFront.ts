/** What a trade-off is measured by: the fewer FLOPs and the higher the accuracy, the better. */
export interface TradeOff {
  flops: number;
  accuracy: number;
}

/** Whether `a` is nowhere worse than `b` and somewhere better. */
export function dominates(a: TradeOff, b: TradeOff): boolean {
  return a.flops <= b.flops && a.accuracy >= b.accuracy && (a.flops < b.flops || a.accuracy > b.accuracy);
}

/** The rows that no other row dominates, from the cheapest on; equal rows stand on it together. */
export function paretoFront<T extends TradeOff>(rows: readonly T[]): T[] {
  const ordered = [...rows].sort((a, b) => a.flops - b.flops || b.accuracy - a.accuracy);
  const front: T[] = [];
  for (const row of ordered) {
    const best = front.at(-1);
    const equal = best?.flops === row.flops && best.accuracy === row.accuracy;
    if (!best || row.accuracy > best.accuracy || equal) front.push(row);
  }
  return front;
}
