import assert from "node:assert/strict";
import { countriesOf } from "../../datasets/sources/countries.ts";
import { fontsOf } from "../../datasets/sources/fonts.ts";
import { iconsOf } from "../../datasets/sources/icons.ts";
import { passagesOf } from "../../datasets/sources/passages.ts";
import { splits } from "../../datasets/sources/split.ts";
import { tablesOf } from "../../datasets/sources/tables.ts";
import { nanoPages, smolPages } from "../../src/pages/setting.ts";
import { plainText } from "../../src/pages/text.ts";
import { factorsOf } from "../../src/tasks/factors.ts";
import { tasksAt } from "../../src/tasks/index.ts";
import type { Sample } from "../../src/tasks/sample.ts";
import type { Split } from "../../src/tasks/task.ts";

const settings = [nanoPages, smolPages];
const samples = (task: keyof ReturnType<typeof tasksAt>, split: Split, count: number): Sample[] =>
  settings.flatMap((setting) =>
    Array.from({ length: count }, (_, i) => tasksAt(setting)[task].sample(split, i)),
  );
const names = Object.keys(tasksAt(nanoPages)) as (keyof ReturnType<typeof tasksAt>)[];

describe("what is tested was not trained with", () => {
  it("in fonts and icons: every mark of a page belongs to its split", () => {
    for (const split of splits) {
      const fonts = new Set<string>(fontsOf(split));
      const icons = new Set(iconsOf(split).map(({ name }) => name));
      for (const name of names)
        for (const { id, page } of samples(name, split, 25))
          for (const mark of page.marks) {
            if (mark.mark === "text") assert.ok(fonts.has(mark.type.family), `${id}: ${mark.type.family}`);
            if (mark.mark === "icon") assert.ok(icons.has(mark.name), `${id}: ${mark.name}`);
          }
    }
  });

  it("in pages: no test page's text stands on a train page", () => {
    for (const name of names) {
      if (name === "coarse") continue;
      const trained = new Set(samples(name, "train", 400).map(({ page }) => plainText(page)));
      const again = samples(name, "test", 100).filter(
        ({ page }) => plainText(page) !== "" && trained.has(plainText(page)),
      );
      assert.deepEqual(
        again.map(({ id }) => id),
        [],
      );
    }
  });

  it("in words to read: no word of a test sign or string is one of a train sign or string", () => {
    for (const name of ["textVqa", "ocr"] as const) {
      const answers = (split: Split, count: number) =>
        samples(name, split, count).flatMap(({ turns }) => turns.map(({ answer }) => answer.toLowerCase()));
      const trained = new Set(answers("train", 600).filter((answer) => !/\d/.test(answer)));
      // Codes are drawn from the same letters everywhere; words of theirs alone may come up twice.
      const shared = answers("test", 150).filter((answer) => trained.has(answer));
      assert.ok(shared.length <= 1, `${name}: ${shared}`);
    }
  });

  it("in values of forms: a name is one of a country of the split", () => {
    for (const split of splits) {
      const known = new Set(countriesOf(split).flatMap(({ facts }) => facts.map(({ value }) => value)));
      const names = samples("docVqa", split, 100)
        .filter(({ page }) => page.layout === "form")
        .flatMap(({ turns }) => turns.map(({ answer }) => answer))
        .filter((answer) => !/\d/.test(answer));
      assert.ok(names.length > 20);
      for (const name of names) assert.ok(known.has(name), name);
    }
  });
});

describe("nothing can be answered from memory", () => {
  it("in tables of countries: what is printed is not what is true", () => {
    const facts = new Map(
      splits.flatMap((split) => countriesOf(split)).map(({ name, facts }) => [name, facts]),
    );
    let [asked, real] = [0, 0];
    for (const { page, turns } of samples("docVqa", "test", 400)) {
      if (page.layout !== "table") continue;
      for (const { question, answer } of turns) {
        const name = [...facts.keys()].find((country) => question.includes(country)) as string;
        asked++;
        if (facts.get(name)?.some(({ value }) => value === answer)) real++;
      }
    }
    assert.ok(asked > 100);
    assert.ok(real / asked < 0.05, `${real} of ${asked} values are those of their country`);
  });

  it("in charts: an amount is not that of its label in the table", () => {
    const tables = splits.flatMap((split) => tablesOf(split));
    let [asked, real] = [0, 0];
    for (const { turns } of samples("chartVqa", "test", 200))
      for (const { question, answer } of turns) {
        const label = question.match(/value of (.*)\?/)?.[1] ?? question;
        const values = tables.flatMap(({ labels, values }) =>
          labels.includes(label) ? [values[labels.indexOf(label)] as number] : [],
        );
        if (values.length === 0) continue;
        asked++;
        if (values.some((value) => Math.abs(Number(answer) - value) <= 0.005 * value)) real++;
      }
    assert.ok(asked > 300);
    assert.ok(real / asked < 0.05, `${real} of ${asked} amounts are those of their label`);
  });

  it("in text: a page is no sentence of its chapter", () => {
    const sentences = passagesOf("test").flatMap((passage) => passage.sentences);
    for (const { id, turns } of samples("docParsing", "test", 60))
      assert.ok(!sentences.some((sentence) => sentence === turns[0]?.answer), id);
  });

  it("by always giving the same answer: none is right for more than one question in four", () => {
    for (const name of names)
      for (const setting of settings) {
        const answers = Array.from(
          { length: 200 },
          (_, i) => tasksAt(setting)[name].sample("test", i).turns[0]?.answer,
        );
        const most = Math.max(...answers.map((answer) => answers.filter((other) => other === answer).length));
        assert.ok(most / answers.length <= 0.25, `${name} on ${setting.name}: ${most} of ${answers.length}`);
      }
  });
});

describe("factors that pages aim at", () => {
  it("reach from little ink to much on documents, on both kinds of pages", () => {
    for (const setting of settings) {
      const all = Array.from({ length: 200 }, (_, i) =>
        factorsOf(tasksAt(setting).docVqa.sample("train", i), setting),
      );
      const inks = all.map(({ ink }) => ink).sort((a, b) => a - b);
      assert.ok(
        (inks[20] as number) < 0.4 && (inks[180] as number) > 0.6,
        `${setting.name}: ${inks[20]} to ${inks[180]}`,
      );
      for (const { smallestText, facts } of all) {
        assert.ok((smallestText as number) >= setting.text[0] && (smallestText as number) <= setting.text[1]);
        assert.ok(facts >= 1);
      }
    }
  });
});
