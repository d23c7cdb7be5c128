export { flopsText } from "../../src/index.ts";

/** A number as a reader takes it in: four significant digits, whole numbers whole. */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return "-0";
  if (Number.isInteger(value) && Math.abs(value) < 1e7) return `${value}`;
  if (!Number.isFinite(value)) return `${value}`;
  const size = Math.abs(value);
  return size >= 1e-3 && size < 1e7 ? `${Number(value.toPrecision(4))}` : value.toExponential(3);
}

/** `12,345` */
export const countText = (count: number): string => count.toLocaleString("en-US");

/** `1.9 M` */
export const parametersText = (parameters: number): string =>
  scaled(parameters, 1000, ["", "k", "M", "G", "T"]).trim();

/** `12.3 MB` */
export const bytesText = (bytes: number): string => scaled(bytes, 1000, ["bytes", "kB", "MB", "GB", "TB"]);

/** `12.5 %` */
export const percentText = (share: number): string =>
  Number.isFinite(share) ? `${Number((100 * share).toFixed(Math.abs(share) < 0.1 ? 2 : 1))} %` : "-";

function scaled(value: number, base: number, units: readonly string[]): string {
  let step = 0;
  let left = value;
  while (Math.abs(left) >= base && step < units.length - 1) {
    left /= base;
    step++;
  }
  return `${Number(left.toPrecision(3))} ${units[step]}`;
}
