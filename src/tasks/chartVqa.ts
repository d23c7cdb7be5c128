import { type Table, tablesOf } from "../../datasets/sources/tables.ts";
import { bars, type Series } from "../pages/layouts/bars.ts";
import { line } from "../pages/layouts/line.ts";
import { pie } from "../pages/layouts/pie.ts";
import type { Page } from "../pages/page.ts";
import type { Random } from "../pages/random.ts";
import type { Setting } from "../pages/setting.ts";
import { Sheet } from "../pages/sheet.ts";
import { rowsOf } from "../pages/text.ts";
import { relaxedAccuracy } from "./metrics/relaxedAccuracy.ts";
import { pageTask, type Turn } from "./sample.ts";

/**
 * Bars, lines and pies of real tables, after ChartQA: the amount of a label, or the label with the most or the least.
 * Amounts go to other labels and are scaled anew.
 */
export const chartVqa = pageTask({
  name: "chartVqa",
  metric: "relaxed accuracy",
  score: relaxedAccuracy,
  make: (draw, setting, split) => {
    const sheet = new Sheet(draw, setting, split);
    const drawn = draw.choice(tablesOf(split));
    const layout = draw.choice([
      "bars",
      "bars",
      drawn.ordered ? "line" : "bars",
      drawn.parts ? "pie" : "bars",
    ] as const);
    const series = seriesOf(drawn, draw, setting);
    const fits =
      layout === "bars" ? bars(sheet, series) : layout === "line" ? line(sheet, series) : pie(sheet, series);
    if (!fits) return undefined;
    const page = sheet.page(layout);
    return { page, turns: turnsOf(series, page, setting) };
  },
});

/** Some of a table: labels in their order, amounts of the same table in an order and a scale of their own. */
function seriesOf({ title, labels, values, ordered }: Table, draw: Random, setting: Setting): Series {
  const many = Math.min(labels.length, Math.max(2, draw.integer(...setting.facts)));
  const first = draw.integer(0, labels.length - many);
  const chosen = ordered ? labels.slice(first, first + many) : draw.shuffled(labels).slice(0, many);
  const scale = 10 ** draw.between(-0.3, 0.3);
  const amounts = draw.shuffled(values.filter((value) => value > 0)).slice(0, many);
  while (amounts.length < many) amounts.push(draw.choice(values) + 1);
  const points = chosen.map((label, i) => {
    const amount = (amounts[i] as number) * scale * draw.between(0.8, 1.25);
    const printed = shortly(amount);
    return { label, amount: Number(printed), printed };
  });
  return { title, points };
}

/** Three digits at the most, or the whole number. */
const shortly = (amount: number): string =>
  amount >= 100 ? String(Math.round(amount)) : amount >= 10 ? amount.toFixed(1) : amount.toFixed(2);

function turnsOf({ points }: Series, page: Page, { wording }: Setting): Turn[] {
  const brief = wording === "brief";
  const sorted = [...points].sort((a, b) => b.amount - a.amount);
  const [most, second] = sorted as [(typeof points)[number], (typeof points)[number]];
  const [least, before] = [sorted.at(-1), sorted.at(-2)] as [
    (typeof points)[number],
    (typeof points)[number],
  ];
  const rows = rowsOf(page).map((row) => row.map(({ text }) => text).join(" "));
  const beside = points.every(({ label, printed }) =>
    rows.some((row) => row.includes(label) && row.endsWith(printed)),
  );
  const turn = (question: string, answer: string): Turn => ({
    question,
    answer,
    needs: beside ? "text" : "sight",
  });
  return [
    ...points.map(({ label, printed }) => turn(brief ? label : `What is the value of ${label}?`, printed)),
    ...(most.amount > 1.1 * second.amount
      ? [turn(brief ? "most" : "Which has the largest value?", most.label)]
      : []),
    ...(before.amount > 1.1 * least.amount
      ? [turn(brief ? "least" : "Which has the smallest value?", least.label)]
      : []),
  ];
}
