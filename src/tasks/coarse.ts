import { iconKinds, iconsOf } from "../../datasets/sources/icons.ts";
import { wordsOf } from "../../datasets/sources/passages.ts";
import { type ColourName, colourNames, tint } from "../pages/colours.ts";
import type { Random } from "../pages/random.ts";
import type { Setting } from "../pages/setting.ts";
import { Sheet } from "../pages/sheet.ts";
import { chartVqa } from "./chartVqa.ts";
import { docVqa } from "./docVqa.ts";
import { infoVqa } from "./infoVqa.ts";
import { exactMatch } from "./metrics/exactMatch.ts";
import { pageTask, type Turn } from "./sample.ts";
import type { Split } from "./task.ts";

/**
 * What a glance tells: the layout of a page, its colour, what sort of thing an icon shows. The negative control: it
 * should survive any surgery that spares the eyes.
 */
export const coarse = pageTask({
  name: "coarse",
  metric: "exact match",
  score: exactMatch,
  make: (draw, setting, split) => (draw.chance(1 / 3) ? iconPage : paperPage)(draw, setting, split),
});

const turn = (question: string, answer: string): Turn => ({ question, answer, needs: "sight" });

/** A page of another task, on coloured paper. */
function paperPage(draw: Random, setting: Setting, split: Split) {
  const task = draw.choice([docVqa, chartVqa, infoVqa])(setting);
  const { page } = task.sample(split, draw.bits());
  const colour: ColourName = draw.choice(colourNames);
  const brief = setting.wording === "brief";
  return {
    page: { ...page, paper: tint(colour, draw) },
    turns: [
      turn(brief ? "kind" : "What kind of page is this?", page.layout),
      turn(brief ? "colour" : "What colour is the page?", colour),
    ],
  };
}

/** One large icon and a word beside the point. */
function iconPage(draw: Random, setting: Setting, split: Split) {
  const sheet = new Sheet(draw, setting, split);
  const kind = draw.choice(iconKinds);
  const { name } = draw.choice(iconsOf(split).filter((icon) => icon.kind === kind));
  const side = setting.size * draw.between(0.45, 0.7);
  const [x, y] = [
    draw.between(0, setting.size - side),
    draw.between(0, setting.size - side - sheet.height() - 4),
  ];
  const word = draw.choice(wordsOf(split));
  sheet.icon(name, [x, y, x + side, y + side]);
  sheet.write(word, Math.max(2, Math.min(x, setting.size - 2 - sheet.width(word))), y + side + 2);
  return {
    page: sheet.page("icons"),
    turns: [turn(setting.wording === "brief" ? "icon" : "What sort of thing is shown?", kind)],
  };
}
