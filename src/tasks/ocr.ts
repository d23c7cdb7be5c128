import { wordsOf } from "../../datasets/sources/passages.ts";
import { colourNames, tint } from "../pages/colours.ts";
import type { Random } from "../pages/random.ts";
import { Sheet } from "../pages/sheet.ts";
import { cased } from "./cased.ts";
import { exactMatch } from "./metrics/exactMatch.ts";
import { pageTask } from "./sample.ts";

/** One string, a word or a code, in any font, size and place: to be read to the letter. */
export const ocr = pageTask({
  name: "ocr",
  metric: "exact match",
  score: exactMatch,
  make: (draw, setting, split) => {
    const sheet = new Sheet(draw, setting, split);
    const { size } = setting;
    const [word] = draw.some(wordsOf(split), 1, ({ length }) => length <= setting.answer) as [string];
    const text = draw.chance(0.5) ? cased(word, draw) : code(draw);
    const look = {
      size: Math.round(sheet.size * draw.between(1, 1.8)),
      weight: draw.choice([400, 700] as const),
      angle: draw.between(-0.08, 0.08),
    };
    const [width, height] = [sheet.width(text, look), sheet.height(look)];
    const drop = width * Math.sin(look.angle);
    const [right, top, bottom] = [
      size - 2 - width,
      2 + Math.max(0, -drop),
      size - 2 - height - Math.max(0, drop),
    ];
    if (right < 2 || bottom < top) return undefined;
    if (draw.chance(0.5)) sheet.paper = tint(draw.choice(colourNames), draw);
    sheet.write(text, draw.between(2, right), draw.between(top, bottom), look);
    const question = setting.wording === "brief" ? "text" : "What does the text say?";
    return { page: sheet.page("text"), turns: [{ question, answer: text, needs: "text" }] };
  },
});

/** Letters and digits that no reader can take for one another. */
const characters = "ABCDEFGHJKLMNPQRTUVWXY234679";

const code = ({ choice, integer }: Random): string =>
  Array.from({ length: integer(3, 7) }, () => choice(characters)).join("");
