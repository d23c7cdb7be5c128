import { UsageError } from "../errors.ts";
import { ignored } from "../nn/crossEntropy.ts";
import type { LMM } from "./lmm.ts";
import type { Language } from "./pretrained/decoder.ts";
import { languageOf } from "./pretrained/decoder.ts";
import type { Picture, Sample } from "./prompt.ts";
import { CharacterTokenizer, type Tokenizer } from "./tokenizer.ts";

/** A question and the answer to learn. */
export interface Turn {
  readonly question: string;
  readonly answer: string;
}

/** A conversation to learn from: parts as a sample has them, and for each text token itself where it is to be learned. */
export interface Lesson {
  readonly parts: Sample["parts"];
  /** A text token's id, or `ignored`. */
  readonly labels: readonly number[];
}

/** The tokens around questions and answers. Something always stands before a picture, so that it has something to see. */
interface Frame {
  readonly opening: readonly number[];
  readonly beforeAnswer: readonly number[];
  /** What stands between an answer and the next question; it begins with the token that ends an answer. */
  readonly afterAnswer: readonly number[];
}

/** How a model is asked, and how conversations with it are laid out: by its decoder's own template, or by characters. */
export class Chat {
  private constructor(
    readonly tokenizer: Tokenizer,
    private readonly frame: Frame,
  ) {}

  /** The way a model is asked. `system` is what its template is told beforehand, where it has one. */
  static with(
    { config }: Pick<LMM, "config">,
    { system = "Read the picture." }: { system?: string } = {},
  ): Chat {
    if (config.pretrained) {
      const language = languageOf(config.pretrained);
      return new Chat(language.tokenizer, framed(language, system));
    }
    if (config.alphabet === undefined)
      throw new UsageError("this model has no alphabet of its own: give it token ids");
    const tokenizer = new CharacterTokenizer(config.alphabet);
    const { question, newline, end } = tokenizer;
    return new Chat(tokenizer, {
      opening: [question],
      beforeAnswer: [newline],
      afterAnswer: [end, question],
    });
  }

  /** The prompt of a question, about a picture or not; the answer follows. */
  ask(question: string, picture?: Picture): Sample {
    const { opening, beforeAnswer } = this.frame;
    const asked = [...this.tokenizer.encode(question.trim()), ...beforeAnswer];
    return { parts: picture ? [opening, picture, asked] : [[...opening, ...asked]] };
  }

  /**
   * Several questions in one conversation, each answer to be learned, the token that ends it too. It is about a picture, or
   * about a text, whose ids stand where the picture would.
   */
  lesson(turns: readonly Turn[], about?: Picture | readonly number[]): Lesson {
    if (turns.length === 0) throw new UsageError("a lesson has at least one question");
    const text = about && !("crops" in about) ? about : [];
    const { opening, beforeAnswer, afterAnswer } = this.frame;
    const ids: number[] = [];
    const labels: number[] = [...opening, ...text].map(() => ignored);
    const add = (tokens: readonly number[], learned: number) => {
      ids.push(...tokens);
      labels.push(...tokens.map((id, i) => (i < learned ? id : ignored)));
    };
    for (const [i, { question, answer }] of turns.entries()) {
      add([...this.tokenizer.encode(question.trim()), ...beforeAnswer], 0);
      add(this.tokenizer.encode(answer), Number.POSITIVE_INFINITY);
      add(i + 1 < turns.length ? afterAnswer : afterAnswer.slice(0, 1), 1);
    }
    return {
      parts: about && "crops" in about ? [opening, about, ids] : [[...opening, ...text, ...ids]],
      labels,
    };
  }

  /** The text of a generated answer. */
  answer(ids: Iterable<number>): string {
    return this.tokenizer.decode(ids).trim();
  }
}

/** Takes a template apart at marks that stand for questions and an answer. */
function framed({ tokenizer, template }: Language, system: string): Frame {
  const [first, answer, second] = ["\ue000", "\ue001", "\ue002"];
  const asked = template.render(
    [
      ...(system === "" ? [] : [{ role: "system" as const, content: system }]),
      { role: "user", content: first },
      { role: "assistant", content: answer },
      { role: "user", content: second },
    ],
    { answer: true },
  );
  const [opening, beforeAnswer, afterAnswer] = asked
    .split(/[\ue000-\ue002]/)
    .map((text) => tokenizer.encode(text));
  if (!opening || !beforeAnswer || afterAnswer?.[0] !== tokenizer.end)
    throw new UsageError(
      "the decoder's chat template does not put a question, an answer and the token that ends it in a row",
    );
  return { opening, beforeAnswer, afterAnswer };
}
