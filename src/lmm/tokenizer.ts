import { UsageError } from "../errors.ts";

/** The tokens that are no characters, in the order of their ids. */
const special = ["newline", "end", "padding", "question"] as const;

/** One token a character: `special` ones first, then the alphabet in its order. */
export class CharacterTokenizer {
  readonly newline = 0;
  readonly end = 1;
  readonly padding = 2;
  readonly question = 3;
  private readonly characters: readonly string[];
  private readonly ids: ReadonlyMap<string, number>;

  constructor(readonly alphabet: string) {
    this.characters = [...alphabet];
    this.ids = new Map(this.characters.map((character, i) => [character, i + special.length]));
  }

  /** The number of tokens. */
  get size(): number {
    return special.length + this.ids.size;
  }

  /** Ids of a text. Throws a `UsageError` for a character outside the alphabet. */
  encode(text: string): number[] {
    return [...text].map((character) => {
      const id = this.ids.get(character);
      if (id !== undefined) return id;
      throw new UsageError(`"${character}" in "${text}" is outside the alphabet "${this.alphabet}"`);
    });
  }

  /** The text of ids; what is no character is left out. */
  decode(ids: Iterable<number>): string {
    return [...ids].map((id) => this.characters[id - special.length] ?? "").join("");
  }
}
