import { wordsOf } from "../../datasets/sources/passages.ts";
import type { Box } from "../pages/box.ts";
import { type ColourName, colourNames } from "../pages/colours.ts";
import { type ShapeName, shapeNames, shapes, type Thing } from "../pages/layouts/shapes.ts";
import type { Setting } from "../pages/setting.ts";
import { Sheet } from "../pages/sheet.ts";
import { boxAccuracy, boxText } from "./metrics/boxAccuracy.ts";
import { pageTask, type Turn } from "./sample.ts";

/** How it is asked where something is. */
export const placeQuestion = (wording: Setting["wording"], phrase: string): string =>
  wording === "brief" ? `find ${phrase}` : `Where is ${phrase}?`;

/** A phrase and the box of what it means, after RefCOCO: words, and shapes by colour and form. */
export const grounding = pageTask({
  name: "grounding",
  metric: "accuracy at IoU 0.5",
  score: boxAccuracy,
  make: (draw, setting, split) => {
    const sheet = new Sheet(draw, setting, split);
    const many = draw.integer(...setting.facts);
    const words = draw.some(wordsOf(split), many, ({ length }) => length >= 5 && length <= setting.answer);
    const forms = draw.shuffled(
      colourNames.flatMap((colour) => shapeNames.map((shape) => ({ colour, shape }))),
    );
    const things = Array.from({ length: many }, (_, i): Thing => {
      if (draw.chance(0.5)) return { word: words[i] as string };
      return forms[i] as { colour: ColourName; shape: ShapeName };
    });
    const boxes = shapes(sheet, things);
    if (!boxes) return undefined;
    const ask = (phrase: string) => placeQuestion(setting.wording, phrase);
    return {
      page: sheet.page("shapes"),
      turns: things.map((thing, i): Turn => {
        const phrase = "word" in thing ? thing.word : `${thing.colour} ${thing.shape}`;
        return {
          question: ask("word" in thing || setting.wording === "brief" ? phrase : `the ${phrase}`),
          answer: boxText(boxes[i] as Box, setting.size),
          needs: "sight",
        };
      }),
    };
  },
});
