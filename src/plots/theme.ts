import { type SymbolType, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3";
import { kindColors, palette as otherColors } from "../routes/draw/colors.ts";

/** What every figure shares: colours safe for colour-blind readers, one typeface, sizes legible at half width. */
export const theme = {
  text: "#1c1e21",
  faint: "#5a6069",
  rule: "#d8dbe0",
  band: "#f4f5f7",
  paper: "#ffffff",
  font: "DejaVu Sans, Verdana, sans-serif",
  size: { title: 17, text: 13, small: 12 },
  width: 760,
} as const;

const palette = [kindColors.vision, kindColors.proxy, kindColors.text, ...otherColors] as const;
const symbols: readonly SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];

/** The two curves of a training. */
export const trainingColors = { loss: "#0072B2", accuracy: "#D55E00" };

const familyColors: Record<string, string> = {
  full: theme.text,
  maskattention: "#2A8CC4",
  skipattention: "#0072B2",
  skipffn: "#B5568E",
  skipattentionandffn: "#B07800",
  proxyv: "#D55E00",
  proxyvnonspatial: "#882255",
  fastv: "#009E73",
  pyramiddrop: "#117733",
  visionzip: "#332288",
};

/** The colour of each kind of token; kinds of one's own take the palette's other colours in turn. */
export function colorsOfKinds(kinds: Iterable<string>): Map<string, string> {
  return assign(kinds, (kind) => kindColors[kind]);
}

/** A colour for each name of any other sort (operations, series, stages), in order of appearance. */
export function colorsOf(names: Iterable<string>): Map<string, string> {
  return assign(names, () => undefined);
}

export interface FamilyStyle {
  color: string;
  symbol: SymbolType;
}

/** One colour and one shape for each family of routes; the library's own keep theirs in every figure. */
export function stylesOfFamilies(families: Iterable<string>): Map<string, FamilyStyle> {
  const key = (family: string) => family.toLowerCase().replace(/[^a-z]/g, "");
  const known = Object.keys(familyColors);
  const used = new Set<string>();
  const colors = assign(families, (family) => familyColors[key(family)]);
  return new Map(
    [...colors].map(([family, color]) => {
      // A shape of the family's own, or for others the first that this colour does not have yet.
      let shape = Math.max(0, known.indexOf(key(family)));
      for (let tried = 0; used.has(`${color} ${shape % symbols.length}`) && tried < symbols.length; tried++)
        shape++;
      used.add(`${color} ${shape % symbols.length}`);
      return [family, { color, symbol: symbols[shape % symbols.length] }];
    }),
  );
}

/** Own colours first, then those of the palette that nobody owns, then the whole palette in turn. */
function assign(names: Iterable<string>, own: (name: string) => string | undefined): Map<string, string> {
  const distinct = [...new Set(names)];
  const taken = new Set(distinct.map(own));
  const others = [...palette.filter((color) => !taken.has(color)), ...palette];
  let next = 0;
  return new Map(distinct.map((name) => [name, own(name) ?? others[next++ % others.length]]));
}
