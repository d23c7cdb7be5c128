import { iconsOf } from "../../datasets/sources/icons.ts";
import { wordsOf } from "../../datasets/sources/passages.ts";
import { icons, type Tile } from "../pages/layouts/icons.ts";
import { Sheet } from "../pages/sheet.ts";
import { anls } from "./metrics/anls.ts";
import { pageTask, type Turn } from "./sample.ts";

/**
 * Icons with numbers and captions, after InfographicVQA: how many a caption has, printed beside its icon or drawn as
 * so many icons. Captions have nothing to do with what the icons show, so that icons never seen can be asked about.
 */
export const infoVqa = pageTask({
  name: "infoVqa",
  metric: "ANLS",
  score: anls,
  make: (draw, setting, split) => {
    const sheet = new Sheet(draw, setting, split);
    const many = Math.min(draw.integer(...setting.facts), Math.floor(setting.size / 28));
    const captions = draw.some(wordsOf(split), many, ({ length }) => length <= 7);
    const pictures = draw.some(iconsOf(split), many, () => true);
    const repeated = many <= 3 && draw.chance(0.35);
    const tiles = captions.map(
      (caption, i): Tile => ({
        icon: (pictures[i] as (typeof pictures)[number]).name,
        caption,
        repeated,
        count: repeated ? draw.integer(1, 5) : draw.integer(1, draw.choice([99, 999])),
      }),
    );
    if (!icons(sheet, tiles)) return undefined;
    const ask = (caption: string) =>
      setting.wording === "brief" ? `count ${caption}` : `How many are there of ${caption}?`;
    return {
      page: sheet.page("icons"),
      turns: tiles.map(
        ({ caption, count }): Turn => ({
          question: ask(caption),
          answer: String(count),
          needs: repeated ? "sight" : "text",
        }),
      ),
    };
  },
});
