import { hash } from "../lmm/random.ts";
import type { Page } from "../pages/page.ts";
import { pixelsOf } from "../pages/pixels.ts";
import { type Random, random } from "../pages/random.ts";
import type { Setting } from "../pages/setting.ts";
import type { Expected } from "./metrics/expected.ts";
import type { Example, Split, Task } from "./task.ts";

/** A question about a page, and its answer. */
export interface Turn {
  readonly question: string;
  readonly answer: string;
  /** What it takes to answer: the words of the page and their order, or the picture itself. */
  readonly needs: "text" | "sight";
}

/** A page and what is asked about it. */
export interface Sample {
  /** Names the sample for good: task, split and index. */
  readonly id: string;
  readonly task: string;
  readonly page: Page;
  /** In random order; the first is the one that an evaluation asks. */
  readonly turns: readonly Turn[];
}

/** A task whose pages are made here. */
export interface PageTask extends Task {
  readonly setting: Setting;
  /** Sample `index` of a split: the same whenever it is asked for. */
  sample(split: Split, index: number): Sample;
  /** Its first question, with the picture in one or three channels. */
  example(split: Split, index: number, channels?: 1 | 3): Example;
}

/** What a task is made of. `make` gives nothing when what it drew does not fit the page, and is then asked again. */
export interface PageTaskParts {
  readonly name: string;
  readonly metric: string;
  score(given: string, expected: Expected): number;
  readonly also?: Task["also"];
  make(draw: Random, setting: Setting, split: Split): Pick<Sample, "page" | "turns"> | undefined;
}

const attempts = 200;
const starts: Record<Split, number> = { train: 0, dev: 2 ** 44, test: 2 ** 45 };

/** Makes a task of generated pages. */
export function pageTask({ name, metric, score, also, make }: PageTaskParts): (setting: Setting) => PageTask {
  return (setting) => {
    const stream = hash(`${name} ${setting.name}`);
    const sample = (split: Split, index: number): Sample => {
      if (!Number.isSafeInteger(index) || index < 0 || index >= 2 ** 44)
        throw new RangeError(`sample ${index} of ${name}: the index must be a whole number from 0 on`);
      const draw = random(starts[split] + index, stream);
      for (let attempt = 0; attempt < attempts; attempt++) {
        const made = make(draw, setting, split);
        if (!made) continue;
        return {
          id: `${name}/${setting.name}/${split}/${index}`,
          task: name,
          ...made,
          turns: draw.shuffled(made.turns),
        };
      }
      throw new RangeError(
        `${name}: nothing fits a page of ${setting.size} pixels with text of ${setting.text.join(" to ")} pixels; ` +
          "take fewer facts, smaller text or a larger page",
      );
    };
    return {
      name,
      metric,
      score,
      ...(also && { also }),
      setting,
      sample,
      example: (split, index, channels = 3) => {
        const { id, page, turns } = sample(split, index);
        const { question, answer } = turns[0] as Turn;
        return { id, picture: { crops: [pixelsOf(page, channels)] }, question, answer };
      },
    };
  };
}
