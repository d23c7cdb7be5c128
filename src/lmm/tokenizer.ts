import { UsageError } from "../errors.ts";

/** A token of a text, and the stretch of the text that it stands for, in UTF-16 units. */
export interface Piece {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** Text to token ids and back. */
export interface Tokenizer {
  /** The number of tokens. */
  readonly size: number;
  /** The token that ends a row of a grid. */
  readonly newline: number;
  /** The token that ends an answer. */
  readonly end: number;
  /** The token of an empty patch. */
  readonly space: number;
  encode(text: string): number[];
  /** The text of ids; what is no text is left out. */
  decode(ids: Iterable<number>): string;
  /** The tokens of a text, each with its place in it. */
  pieces(text: string): Piece[];
}

/** The tokens that are no characters, in the order of their ids. */
const special = ["newline", "end", "padding", "question"] as const;

/** One token a character: `special` ones first, then the alphabet in its order. */
export class CharacterTokenizer implements Tokenizer {
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

  get size(): number {
    return special.length + this.ids.size;
  }

  get space(): number {
    return this.encode(" ")[0] as number;
  }

  /** Ids of a text. Throws a `UsageError` for a character outside the alphabet. */
  encode(text: string): number[] {
    return [...text].map((character) => {
      const id = this.ids.get(character);
      if (id !== undefined) return id;
      throw new UsageError(`"${character}" in "${text}" is outside the alphabet "${this.alphabet}"`);
    });
  }

  decode(ids: Iterable<number>): string {
    return [...ids].map((id) => this.characters[id - special.length] ?? "").join("");
  }

  pieces(text: string): Piece[] {
    let end = 0;
    return this.encode(text).map((id) => {
      const start = end;
      end += (this.characters[id - special.length] as string).length;
      return { id, start, end };
    });
  }
}
