import type { Option, Options } from "../route.ts";
import { wrap } from "./svg.ts";

/** Options in a few words each, `factor 4`, but for those that are not set, are no words, or are in `hidden`. */
export function optionWords(options: Options, hidden: readonly Option[] = []): string[] {
  return Object.entries(options)
    .filter(([, value]) => value !== null && typeof value !== "object" && !hidden.includes(value))
    .map(([name, value]) => `${name} ${typeof value === "number" ? numberText(value) : value}`);
}

/** Words in lines, the last of `most` lines holding all that is left. */
export function lines(words: readonly string[], width: number, size: number, most: number): string[] {
  const all = wrap(words, width, size, ", ");
  return all.length <= most ? all : [...all.slice(0, most - 1), all.slice(most - 1).join(", ")];
}

/** Shares as people write them: 1/4. */
function numberText(value: number): string {
  const parts = 1 / value;
  const whole = Math.round(parts);
  const isShare = value > 0 && value < 1 && Math.abs(parts - whole) < 1e-6;
  return isShare ? `1/${whole}` : countText(Number(value.toPrecision(4)));
}

/** 2,880 */
export const countText = (count: number): string =>
  count.toLocaleString("en-US", { maximumFractionDigits: 6 });

/** `layer 3`, `layers 4 to 11`, `layers 0 to 2, 4 and 6` */
export function layersText(spans: readonly { readonly first: number; readonly last: number }[]): string {
  const parts = spans.map(({ first, last }) => (first === last ? `${first}` : `${first} to ${last}`));
  const one = spans.length === 1 && spans[0]?.first === spans[0]?.last;
  return `${one ? "layer" : "layers"} ${listText(parts)}`;
}

/** `a`, `a and b`, `a, b and c` */
export const listText = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
