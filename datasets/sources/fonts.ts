import { join } from "node:path";
import { folderOf } from "./package.ts";
import type { Split } from "./split.ts";

/** A family of fonts (`@fontsource/*`, SIL Open Font License) and the split whose pages are set in it. */
const families = {
  roboto: "train",
  lato: "train",
  "noto-serif": "train",
  merriweather: "train",
  lora: "train",
  "ibm-plex-mono": "train",
  inconsolata: "train",
  oswald: "train",
  "work-sans": "dev",
  "open-sans": "test",
  "pt-serif": "test",
  "courier-prime": "test",
} as const satisfies Record<string, Split>;

export type Family = keyof typeof families;

/** The weights that every family has here. */
export type Weight = 400 | 700;

/** The families of a split: no test page is set in a font that a model was taught with. */
export const fontsOf = (split: Split): readonly Family[] =>
  (Object.keys(families) as Family[]).filter((family) => families[family] === split);

/** The font file of a family, Latin characters only. */
export const fontFile = (family: Family, weight: Weight): string =>
  join(folderOf(`@fontsource/${family}`), "files", `${family}-latin-${weight}-normal.woff`);
