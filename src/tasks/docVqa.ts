import { countriesOf, type Fact, factKeys } from "../../datasets/sources/countries.ts";
import { iconsOf } from "../../datasets/sources/icons.ts";
import { wordsOf } from "../../datasets/sources/passages.ts";
import { form } from "../pages/layouts/form.ts";
import { receipt } from "../pages/layouts/receipt.ts";
import { table } from "../pages/layouts/table.ts";
import type { Random } from "../pages/random.ts";
import type { Setting } from "../pages/setting.ts";
import { Sheet } from "../pages/sheet.ts";
import { anls } from "./metrics/anls.ts";
import { redraw } from "./redraw.ts";
import { pageTask, type Turn } from "./sample.ts";
import type { Split } from "./task.ts";

/**
 * Values in forms, receipts and tables, after DocVQA: `Capital: Lusaka`; the question names a key, the answer is its
 * value. Every value belongs to a country drawn for it alone and its digits are drawn anew, so that no page can be
 * answered from memory.
 */
export const docVqa = pageTask({
  name: "docVqa",
  metric: "ANLS",
  score: anls,
  make: (draw, setting, split) => {
    const layout = draw.choice([formPage, formPage, receiptPage, tablePage]);
    return layout(draw, setting, split);
  },
});

function formPage(draw: Random, setting: Setting, split: Split) {
  const sheet = new Sheet(draw, setting, split);
  const facts = draw
    .shuffled(factKeys)
    .slice(0, draw.integer(...setting.facts))
    .map((key) => ({ key, value: drawnValue(key, draw, setting, split) }));
  if (!form(sheet, facts, () => draw.choice(wordsOf(split)))) return undefined;
  const ask = (key: string) => (setting.wording === "brief" ? key : `What is the value of ${key}?`);
  return { page: sheet.page("form"), turns: facts.map(({ key, value }) => turn(ask(key), value)) };
}

function receiptPage(draw: Random, setting: Setting, split: Split) {
  const sheet = new Sheet(draw, setting, split);
  const goods = draw
    .some(goodsOf(split), draw.integer(...setting.facts), () => true)
    .map((key) => ({
      key,
      value: `${draw.choice(["", "$"])}${draw.integer(0, 49)}.${draw.integer(10, 99)}`,
    }));
  const name = draw.choice(countriesOf(split)).name;
  if (!receipt(sheet, name, goods, () => draw.choice(wordsOf(split)))) return undefined;
  const ask = (key: string) => (setting.wording === "brief" ? key : `What does the ${key} cost?`);
  return { page: sheet.page("receipt"), turns: goods.map(({ key, value }) => turn(ask(key), value)) };
}

function tablePage(draw: Random, setting: Setting, split: Split) {
  const sheet = new Sheet(draw, setting, split);
  const many = draw.integer(...setting.facts);
  const columns = Math.max(1, Math.min(many - 1, draw.integer(1, 3)));
  const heads = draw.shuffled(factKeys).slice(0, columns);
  const names = draw.some(countriesOf(split), Math.max(2, Math.round(many / columns)), () => true);
  const rows = names.map(({ name }) => [name, ...heads.map((key) => drawnValue(key, draw, setting, split))]);
  if (!table(sheet, heads, rows)) return undefined;
  const ask = (key: string, name: string) =>
    setting.wording === "brief" ? `${name} ${key}` : `What is the value of ${key} for ${name}?`;
  return {
    page: sheet.page("table"),
    turns: rows.flatMap(([name, ...values]) =>
      values.map((value, i) => turn(ask(heads[i] as string, name as string), value)),
    ),
  };
}

const turn = (question: string, answer: string): Turn => ({ question, answer, needs: "text" });

/** A value for a key: that of any country of the split, its digits drawn anew. */
function drawnValue(key: string, draw: Random, { answer }: Setting, split: Split): string {
  const known = valuesOf(split).get(key) ?? [];
  const short = known.filter((value) => value.length <= answer);
  return redraw(draw.choice(short.length > 0 ? short : known), draw);
}

const values = new Map<Split, ReadonlyMap<string, readonly string[]>>();

function valuesOf(split: Split): ReadonlyMap<string, readonly string[]> {
  const known = values.get(split);
  if (known) return known;
  const facts: readonly Fact[] = countriesOf(split).flatMap((country) => country.facts);
  const made = new Map(
    factKeys.map((key) => [key, facts.filter((fact) => fact.key === key).map(({ value }) => value)]),
  );
  values.set(split, made);
  return made;
}

const goods = new Map<Split, readonly string[]>();

/** Goods to sell: the food and the things that icons show. */
function goodsOf(split: Split): readonly string[] {
  const known = goods.get(split);
  if (known) return known;
  const made = iconsOf(split)
    .filter(({ kind }) => kind === "food" || kind === "thing")
    .map(({ name }) => name.replaceAll("-", " "));
  goods.set(split, made);
  return made;
}
