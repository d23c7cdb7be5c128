import type { Option, Options } from "../route.ts";

/** Options in a few words, `factor 4, sees released`, but for those that are not set or in `hidden`. */
export function optionsText(options: Options, hidden: readonly Option[] = []): string {
  return Object.entries(options)
    .filter(([, value]) => value !== null && typeof value !== "object" && !hidden.includes(value))
    .map(([name, value]) => `${name} ${typeof value === "number" ? numberText(value) : value}`)
    .join(", ");
}

/** Shares as people write them: 1/4. */
function numberText(value: number): string {
  const parts = 1 / value;
  const whole = Math.round(parts);
  return value > 0 && value < 1 && Math.abs(parts - whole) < 1e-6
    ? `1/${whole}`
    : countText(Number(value.toPrecision(4)));
}

/** 2,880 */
export const countText = (count: number): string =>
  count.toLocaleString("en-US", { maximumFractionDigits: 6 });

/** `layer 3`, `layers 4 to 11` */
export const layersText = (first: number, last: number): string =>
  first === last ? `layer ${first}` : `layers ${first} to ${last}`;
