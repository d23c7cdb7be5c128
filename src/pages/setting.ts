/** How difficult pages are: the knobs of every generator. */
export interface Setting {
  readonly name: string;
  /** Pixels of a page's side. */
  readonly size: number;
  /** Patches of a side of the encoder's grid, on which ink is measured. */
  readonly grid: number;
  /** Pixels of the em of running text, from and to. */
  readonly text: readonly [from: number, to: number];
  /** How many facts a page states. */
  readonly facts: readonly [from: number, to: number];
  /** The share of patches that bear ink which a page aims at, with words that nobody asks for, as far as they fit. */
  readonly ink: readonly [from: number, to: number];
  /** Standard deviation of the pixel noise, in grey levels. */
  readonly noise: readonly [from: number, to: number];
  /** The most characters of an answer to a question (not of a page that is read aloud). */
  readonly answer: number;
  /** How questions are worded: `Capital`, or `What is the capital?`. */
  readonly wording: "brief" | "full";
}

/** For a model of three million parameters that reads 96 pixels, a character a token. */
export const nanoPages: Setting = {
  name: "nano",
  size: 96,
  grid: 16,
  text: [10, 12],
  facts: [2, 4],
  ink: [0.2, 0.8],
  noise: [0, 6],
  answer: 10,
  wording: "brief",
};

/** For a pretrained decoder that looks at 224 pixels in patches of 14. */
export const smolPages: Setting = {
  name: "smol",
  size: 224,
  grid: 16,
  text: [15, 18],
  facts: [3, 7],
  ink: [0.2, 0.8],
  noise: [0, 8],
  answer: 24,
  wording: "full",
};
