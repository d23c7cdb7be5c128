/** The 95 % interval of a share of `hits` among `all` (Wilson, 1927). */
export function wilson(hits: number, all: number): { low: number; high: number } {
  const z = 1.959964;
  const share = hits / all;
  const centre = share + z ** 2 / (2 * all);
  const margin = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  const scale = 1 + z ** 2 / all;
  return { low: Math.max(0, (centre - margin) / scale), high: Math.min(1, (centre + margin) / scale) };
}
