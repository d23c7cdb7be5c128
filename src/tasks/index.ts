import type { Setting } from "../pages/setting.ts";
import { chartVqa } from "./chartVqa.ts";
import { coarse } from "./coarse.ts";
import { docParsing } from "./docParsing.ts";
import { docVqa } from "./docVqa.ts";
import { grounding } from "./grounding.ts";
import { infoVqa } from "./infoVqa.ts";
import { ocr } from "./ocr.ts";
import type { PageTask } from "./sample.ts";
import { textVqa } from "./textVqa.ts";

/** The fine-grained tasks; `Score_fine` is the mean of their scores. */
export const fine = { docVqa, chartVqa, infoVqa, textVqa, ocr } as const;

/** Every task of generated pages. */
export const pageTasks = { ...fine, grounding, docParsing, coarse } as const;

export type PageTaskName = keyof typeof pageTasks;

/** Every task at one difficulty, by name. */
export const tasksAt = (setting: Setting): Readonly<Record<PageTaskName, PageTask>> =>
  Object.fromEntries(Object.entries(pageTasks).map(([name, task]) => [name, task(setting)])) as Record<
    PageTaskName,
    PageTask
  >;
