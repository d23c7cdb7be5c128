import type { Setting } from "../../pages/setting.ts";
import { tasksAt } from "../../tasks/index.ts";
import { mixture } from "../../tasks/mixture.ts";

/** All tasks in the shares in which they are taught. */
export function pageMixture(setting: Setting): ReturnType<typeof mixture> {
  const tasks = tasksAt(setting);
  return mixture([
    [tasks.docVqa, 3],
    [tasks.chartVqa, 3],
    [tasks.infoVqa, 2],
    [tasks.textVqa, 2],
    [tasks.ocr, 2],
    [tasks.grounding, 2],
    [tasks.docParsing, 2],
    [tasks.coarse, 1],
  ]);
}
