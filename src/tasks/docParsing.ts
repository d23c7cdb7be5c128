import { passagesOf } from "../../datasets/sources/passages.ts";
import type { Random } from "../pages/random.ts";
import { type Row, setRows } from "../pages/rows.ts";
import { Sheet } from "../pages/sheet.ts";
import { plainText } from "../pages/text.ts";
import { sentenceBleu } from "./metrics/bleu.ts";
import { normalisedEditSimilarity } from "./metrics/editDistance.ts";
import { best } from "./metrics/expected.ts";
import { readingQuestion } from "./reading.ts";
import { pageTask } from "./sample.ts";
import type { Split } from "./task.ts";

/**
 * The whole text of a page. It is made of pieces of sentences of one chapter in an order of their own, so that it
 * cannot be recited; its lines are read from top to bottom.
 */
export const docParsing = pageTask({
  name: "docParsing",
  metric: "1 - normalised edit distance",
  score: normalisedEditSimilarity,
  also: { BLEU: (given, expected) => best(expected, (right) => sentenceBleu(given, right) / 100) },
  make: (draw, setting, split) => {
    const sheet = new Sheet(draw, setting, split);
    const words = shuffledSentences(draw, split);
    const blocks: Row[][] = [];
    for (let line = draw.integer(...setting.facts); line > 0; line--) {
      let text = words.next().value as string;
      for (;;) {
        const word = words.next().value as string;
        if (
          sheet.width(`${text} ${word}`) > sheet.room ||
          (sheet.width(text) > sheet.room / 2 && draw.chance(0.15))
        )
          break;
        text = `${text} ${word}`;
      }
      blocks.push([[{ text, x: sheet.margin }]]);
    }
    if (!setRows(sheet, blocks)) return undefined;
    const page = sheet.page("text");
    const answer = plainText(page).replaceAll("\n", " ");
    return { page, turns: [{ question: readingQuestion(setting), answer, needs: "text" }] };
  },
});

/** Words without end: pieces of three to seven words of sentences drawn from a chapter. */
function* shuffledSentences(draw: Random, split: Split): Generator<string, never> {
  const { sentences } = draw.choice(passagesOf(split));
  for (;;) {
    const words = draw.choice(sentences).split(" ");
    const first = draw.integer(0, Math.max(0, words.length - 3));
    yield* words.slice(first, first + draw.integer(3, 7)).filter((word) => word.length <= 12);
  }
}
