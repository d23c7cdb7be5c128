import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { countriesOf, factKeys } from "../../datasets/sources/countries.ts";
import { fontFile, fontsOf } from "../../datasets/sources/fonts.ts";
import { iconKinds, iconSvg, iconsOf } from "../../datasets/sources/icons.ts";
import { folderOf } from "../../datasets/sources/package.ts";
import { passagesOf, wordsOf } from "../../datasets/sources/passages.ts";
import { splits } from "../../datasets/sources/split.ts";
import { tableFiles, tablesOf, vegaFolder } from "../../datasets/sources/tables.ts";
import { Failure } from "../../src/errors.ts";

/** What pages are made of, by split, each thing by its name. */
const sources = {
  countries: splits.map((split) => countriesOf(split).map(({ name }) => name)),
  tables: splits.map((split) => tablesOf(split).map(({ name }) => name.split("/")[0] as string)),
  chapters: splits.map((split) => passagesOf(split).map(({ name }) => name)),
  words: splits.map((split) => wordsOf(split)),
  icons: splits.map((split) => iconsOf(split).map(({ name }) => name)),
  fonts: splits.map((split) => fontsOf(split) as readonly string[]),
};

describe("sources", () => {
  for (const [name, [train, dev, test]] of Object.entries(sources)) {
    it(`share no ${name} between train, dev and test, and leave none empty`, () => {
      const sets = [train, dev, test].map((names) => new Set(names));
      for (const set of sets) assert.ok(set.size > 0);
      for (const [a, b] of [
        [0, 1],
        [0, 2],
        [1, 2],
      ] as const)
        for (const one of sets[a] as Set<string>) assert.ok(!(sets[b] as Set<string>).has(one), one);
    });
  }

  it("hold the same sentence in no two splits", () => {
    const [train, dev, test] = splits.map((split) => passagesOf(split).flatMap(({ sentences }) => sentences));
    const known = new Set(train as string[]);
    for (const sentence of [...(dev as string[]), ...(test as string[])])
      assert.ok(!known.has(sentence), sentence);
  });

  it("have a value for every key in every split, and test fonts that nobody trains with", () => {
    for (const split of splits)
      for (const key of factKeys)
        assert.ok(
          countriesOf(split).some(({ facts }) => facts.some((fact) => fact.key === key)),
          `${split} ${key}`,
        );
    assert.equal(fontsOf("train").length, 8);
    assert.equal(fontsOf("test").length, 3);
    for (const family of splits.flatMap((split) => fontsOf(split)))
      for (const weight of [400, 700] as const) assert.ok(existsSync(fontFile(family, weight)), family);
  });

  it("draw every kind of icon in every split", () => {
    for (const split of splits)
      for (const kind of iconKinds)
        assert.ok(
          iconsOf(split).some((icon) => icon.kind === kind),
          `${split} ${kind}`,
        );
    assert.match(iconSvg("dog-face"), /^<svg /);
    assert.throws(() => iconSvg("no-such-icon"), /there is no icon "no-such-icon"/);
  });

  it("say what is missing and what to do when a package is not installed", () => {
    assert.throws(
      () => folderOf("@fontsource/nonesuch"),
      (error: Error) =>
        error instanceof Failure && /"@fontsource\/nonesuch" is not installed.*npm ci/.test(error.message),
    );
  });
});

describe("licences of sources", () => {
  const allowed =
    /creativecommons\.org\/(licenses\/by\/|publicdomain\/)|gapminder\.org\/free-material|usa\.gov\/government-works|CC0-1\.0|commons\.wikimedia\.org\/wiki\/Public_domain/;

  it("are public domain, CC0 or CC-BY for every table that is used", () => {
    const { resources } = JSON.parse(readFileSync(join(vegaFolder(), "datapackage.json"), "utf8")) as {
      resources: { path: string; licenses?: { path?: string }[] }[];
    };
    for (const file of tableFiles) {
      const licences = resources.find(({ path }) => path === file)?.licenses ?? [];
      assert.ok(licences.length > 0, file);
      for (const { path } of licences) assert.match(path ?? "", allowed, file);
    }
  });

  it("are named in NOTICE and datasets/README.md, with every package at its pinned version", () => {
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      dependencies: Record<string, string>;
    };
    const [notice, readme] = ["NOTICE", "datasets/README.md"].map((path) => readFileSync(path, "utf8"));
    const names = Object.keys(dependencies).filter((name) =>
      /^(vega-datasets|factbook\.json|@stdlib\/datasets-.*|@iconify-json\/.*|@fontsource\/.*)$/.test(name),
    );
    assert.equal(names.length, 5 + 12);
    for (const name of names) {
      assert.match(dependencies[name] as string, /^\d+\.\d+\.\d+$/, `${name} is not pinned`);
      for (const text of [notice, readme]) assert.ok(text?.includes(name.replace("@fontsource/", "")), name);
    }
  });
});
