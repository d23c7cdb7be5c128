import { wordsOf } from "../../datasets/sources/passages.ts";
import { type ColourName, colourNames } from "../pages/colours.ts";
import { signs } from "../pages/layouts/signs.ts";
import { Sheet } from "../pages/sheet.ts";
import { cased } from "./cased.ts";
import { vqaAccuracy } from "./metrics/vqaAccuracy.ts";
import { pageTask, type Turn } from "./sample.ts";

/** Words on coloured boards, turned, before a textured scene, after TextVQA: what does the red sign say? */
export const textVqa = pageTask({
  name: "textVqa",
  metric: "VQA accuracy",
  score: vqaAccuracy,
  make: (draw, setting, split) => {
    const sheet = new Sheet(draw, setting, split);
    const most = setting.size < 128 ? 2 : 3;
    const colours = draw.shuffled(colourNames).slice(0, draw.integer(1, most));
    const words = draw.some(wordsOf(split), colours.length, ({ length }) => length <= setting.answer);
    const all = colours.map((colour: ColourName, i) => ({ colour, word: cased(words[i] as string, draw) }));
    if (!signs(sheet, all)) return undefined;
    const ask = (colour: string) =>
      setting.wording === "brief" ? `${colour} sign` : `What does the ${colour} sign say?`;
    return {
      page: sheet.page("sign"),
      turns: all.map(
        ({ colour, word }): Turn => ({
          question: ask(colour),
          answer: word,
          needs: all.length > 1 ? "sight" : "text",
        }),
      ),
    };
  },
});
