import { Tokenizer as Reader } from "@huggingface/tokenizers";
import { Failure } from "../errors.ts";
import type { Metadata } from "./gguf/metadata.ts";
import type { Piece, Tokenizer } from "./tokenizer.ts";

/** ggml's kinds of tokens that stand for themselves in a text: control tokens, and those of a user. */
const [control, userDefined] = [3, 4];

/** How texts are cut before pairs are joined, by llama.cpp's name. SmolLM2's: every numeral by itself, then GPT-2's way. */
const cuts: Readonly<Record<string, object[]>> = {
  smollm: [
    { type: "Split", pattern: { Regex: "\\p{N}" }, behavior: "Isolated", invert: false },
    { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: true },
  ],
};

/** Byte-level byte-pair encoding with the tokens of a GGUF file; the ids are those of Hugging Face's tokenizers. */
export class BytePairTokenizer implements Tokenizer {
  readonly size: number;
  readonly newline: number;
  readonly end: number;
  readonly space: number;

  private constructor(
    private readonly reader: Reader,
    private readonly tokens: readonly string[],
    private readonly whole: ReadonlySet<number>,
    end: number,
  ) {
    this.size = tokens.length;
    this.end = end;
    [this.newline, this.space] = ["\n", " "].map((text) => this.encode(text)[0] as number) as [
      number,
      number,
    ];
  }

  /** The tokenizer of a GGUF file. Throws a `Failure` that names the file if it is of a kind that is not here. */
  static of(path: string, metadata: Metadata): BytePairTokenizer {
    const name = (field: string) => `tokenizer.ggml.${field}`;
    const kind = [metadata.text(name("model")), metadata.text(name("pre"))];
    const cut = Object.hasOwn(cuts, kind[1] as string) ? cuts[kind[1] as string] : undefined;
    if (kind[0] !== "gpt2" || !cut)
      throw new Failure(`${path} has a tokenizer "${kind.join(" ")}"; only "gpt2 smollm" is here`);
    const tokens = metadata.texts(name("tokens"));
    const types = metadata.numbers(name("token_type"));
    const end = metadata.number(name("eos_token_id"));
    if (types.length !== tokens.length || new Set(tokens).size !== tokens.length || tokens[end] === undefined)
      throw new Failure(
        `${path} has a tokenizer whose ${tokens.length} tokens, ${types.length} types and end ${end} do not fit`,
      );
    const added = tokens.flatMap((content, id) =>
      types[id] === control || types[id] === userDefined ? [{ id, content }] : [],
    );
    const marks = { single_word: false, lstrip: false, rstrip: false, normalized: false };
    const reader = made(path, {
      normalizer: null,
      pre_tokenizer: { type: "Sequence", pretokenizers: cut },
      post_processor: null,
      decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true, use_regex: true },
      added_tokens: added.map((one) => ({ ...one, ...marks, special: types[one.id] === control })),
      model: {
        type: "BPE",
        vocab: Object.assign(Object.create(null), Object.fromEntries(tokens.map((token, id) => [token, id]))),
        merges: metadata.texts(name("merges")),
      },
    });
    return new BytePairTokenizer(reader, tokens, new Set(added.map(({ id }) => id)), end);
  }

  encode(text: string): number[] {
    return this.reader.encode(text, { add_special_tokens: false }).ids;
  }

  decode(ids: Iterable<number>): string {
    const known = [...ids].filter((id) => this.tokens[id] !== undefined);
    if (known.length === 0) return "";
    return this.reader.decode(known, { skip_special_tokens: true, clean_up_tokenization_spaces: false });
  }

  /** A token that holds a part of a character stands for the whole of it; a byte that no token has stands in none. */
  pieces(text: string): Piece[] {
    const letters = lettersOf(text);
    const unit = unitsOf(text);
    let byte = 0;
    return this.encode(text).map((id) => {
      const token = this.tokens[id] as string;
      const sought = this.whole.has(id) ? lettersOf(token) : token;
      const first = letters.indexOf(sought, byte);
      byte = first + sought.length;
      const [start, last] = [unit[first] as number, unit[byte - 1] as number];
      return { id, start, end: last + ((text.codePointAt(last) as number) > 0xffff ? 2 : 1) };
    });
  }
}

function made(path: string, tokenizer: object): Reader {
  try {
    return new Reader(tokenizer, {});
  } catch (error) {
    throw new Failure(`${path} has a broken tokenizer: ${(error as Error).message}`);
  }
}

/** For each byte of a text in UTF-8, the UTF-16 unit at which its character begins. */
function unitsOf(text: string): number[] {
  let unit = 0;
  return [...text].flatMap((character) => {
    const at = unit;
    unit += character.length;
    return new Array<number>(Buffer.byteLength(character)).fill(at);
  });
}

/** The letter that stands for each byte in byte-level tokens: itself if it prints, else one of those from 256 on (GPT-2). */
const letters = (() => {
  const prints = (byte: number) => (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(prints(byte) ? byte : next++));
})();

/** The bytes of a text in UTF-8, a letter each. */
const lettersOf = (text: string): string =>
  Array.from(Buffer.from(text), (byte) => letters[byte] as string).join("");
