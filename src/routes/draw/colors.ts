import type { Kind } from "../stream.ts";

/** The colours of kinds in every figure of the project. */
export const kindColors: Readonly<Record<Kind, string>> = {
  vision: "#0072B2",
  proxy: "#D55E00",
  newline: "#8A8F98",
  text: "#009E73",
};

/** For names without a colour of their own: told apart by colour-blind readers on white (Okabe and Ito, Tol). */
export const palette = [
  "#B5568E",
  "#B07800",
  "#2A8CC4",
  "#882255",
  "#117733",
  "#332288",
  "#44AA99",
  "#CC6677",
  "#8C8C2B",
  "#661100",
  "#7A6FAC",
];

export type Colors = (kind: Kind) => string;

/** A colour for every kind: as given, else its own, else the next that none of the others has, as in the figures. */
export function colorsFor(kinds: readonly Kind[], given: Readonly<Record<Kind, string>> = {}): Colors {
  const known = new Map([...Object.entries(kindColors), ...Object.entries(given)]);
  const taken = new Set(kinds.map((kind) => known.get(kind)));
  const all = [kindColors.vision, kindColors.proxy, kindColors.text, ...palette] as const;
  const rest = [...all.filter((color) => !taken.has(color)), ...all];
  const others = kinds.filter((kind) => !known.has(kind));
  return (kind) => known.get(kind) ?? (rest[others.indexOf(kind) % rest.length] as string);
}
