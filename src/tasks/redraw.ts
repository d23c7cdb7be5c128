import type { Random } from "../pages/random.ts";

/** A number with other digits: as long, as many decimals, no leading zero that was not there. Words stay as they are. */
export const redraw = (value: string, { integer }: Random): string =>
  value.replace(/\d/g, (digit, at: number) => {
    const leads = !/[\d.]/.test(value[at - 1] ?? " ");
    if (leads && digit === "0") return digit;
    return String(integer(leads ? 1 : 0, 9));
  });
