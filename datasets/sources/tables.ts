import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse, mean, rollups } from "d3";
import { folderOf, once, readJson } from "./package.ts";
import type { Split } from "./split.ts";

/** One column of numbers by label, as a chart shows it: `deaths by year`. */
export interface Table {
  /** The table of vega-datasets and the column of it. */
  readonly name: string;
  readonly title: string;
  readonly labels: readonly string[];
  readonly values: readonly number[];
  /** Whether labels follow one another (years, months): what a line may join. */
  readonly ordered: boolean;
  /** Whether values are parts of a whole: what a pie may show. */
  readonly parts: boolean;
}

type Row = Readonly<Record<string, unknown>>;

/** A table, the split that has it, and how its columns are read. */
interface Recipe {
  readonly file: string;
  readonly split: Split;
  readonly columns: readonly {
    readonly title: string;
    readonly label: (row: Row) => string;
    readonly value: (row: Row) => number;
    readonly ordered?: true;
    readonly parts?: true;
  }[];
}

const text = (column: string) => (row: Row) => String(row[column]);
const number =
  (column: string, unit = 1) =>
  (row: Row) =>
    Number(row[column]) / unit;
const year = (column: string) => (row: Row) => String(row[column]).slice(0, 4);
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const month = (row: Row) => months[Number(String(row.date).slice(5, 7)) - 1] as string;

/** Tables in the public domain (works of the US government among them), CC0 or CC-BY; a whole table has one split. */
const recipes: readonly Recipe[] = [
  {
    file: "gapminder.json",
    split: "train",
    columns: [
      { title: "Millions", label: text("country"), value: number("pop", 1e6), parts: true },
      { title: "Life", label: text("country"), value: number("life_expect") },
      { title: "Children", label: text("country"), value: number("fertility") },
    ],
  },
  {
    file: "obesity.json",
    split: "train",
    columns: [{ title: "Obesity %", label: text("state"), value: number("rate", 0.01) }],
  },
  {
    file: "us-employment.csv",
    split: "train",
    columns: [
      { title: "Jobs", label: year("month"), value: number("nonfarm", 1000), ordered: true },
      { title: "Builders", label: year("month"), value: number("construction", 10), ordered: true },
      { title: "Miners", label: year("month"), value: number("mining_and_logging"), ordered: true },
    ],
  },
  {
    file: "seattle-weather.csv",
    split: "train",
    columns: [
      { title: "Warmest", label: month, value: number("temp_max"), ordered: true },
      { title: "Wind", label: month, value: number("wind", 0.1), ordered: true },
    ],
  },
  {
    file: "wheat.json",
    split: "train",
    columns: [{ title: "Wheat", label: text("year"), value: number("wheat"), ordered: true }],
  },
  {
    file: "co2-concentration.csv",
    split: "train",
    columns: [{ title: "CO2", label: year("Date"), value: number("CO2"), ordered: true }],
  },
  {
    file: "penguins.json",
    split: "dev",
    columns: [{ title: "Grams", label: text("Species"), value: number("Body Mass (g)"), parts: true }],
  },
  {
    file: "unemployment-across-industries.json",
    split: "dev",
    columns: [
      { title: "Jobless", label: text("series"), value: number("count"), parts: true },
      { title: "Rate", label: text("series"), value: number("rate") },
    ],
  },
  {
    file: "population_engineers_hurricanes.csv",
    split: "test",
    columns: [
      { title: "Millions", label: text("state"), value: number("population", 1e6), parts: true },
      { title: "Storms", label: text("state"), value: number("hurricanes") },
    ],
  },
  {
    file: "iowa-electricity.csv",
    split: "test",
    columns: [
      { title: "Energy", label: text("source"), value: number("net_generation", 100), parts: true },
      { title: "Power", label: year("year"), value: number("net_generation", 100), ordered: true },
    ],
  },
  {
    file: "flights-airport.csv",
    split: "test",
    columns: [{ title: "Flights", label: text("origin"), value: number("count"), parts: true }],
  },
  {
    file: "global-temp.csv",
    split: "test",
    columns: [{ title: "Warming", label: text("year"), value: number("temp", 0.01), ordered: true }],
  },
];

/** The files used of vega-datasets, for whoever checks their licences. */
export const tableFiles: readonly string[] = recipes.map(({ file }) => file);

/** The folder of vega-datasets. */
export const vegaFolder = (): string => folderOf("vega-datasets", ".", "..");

const all = once(() => {
  const folder = join(vegaFolder(), "data");
  return recipes.flatMap(({ file, split, columns }) => {
    const path = join(folder, file);
    const rows = file.endsWith(".csv") ? csvParse(readFileSync(path, "utf8")) : (readJson(path) as Row[]);
    return columns.map(({ title, label, value, ordered, parts }) => {
      const byLabel = rollups(
        rows.filter((row) => Number.isFinite(value(row))),
        (group) => mean(group, value) as number,
        label,
      ).filter(([name]) => /^[\w .&'-]+$/.test(name));
      const table: Table = {
        name: `${file}/${title}`,
        title,
        labels: byLabel.map(([name]) => name),
        values: byLabel.map(([, amount]) => Math.abs(amount)),
        ordered: ordered ?? false,
        parts: parts ?? false,
      };
      return { split, table };
    });
  });
});

/** The tables of a split. */
export const tablesOf = (split: Split): readonly Table[] =>
  all().flatMap((one) => (one.split === split ? [one.table] : []));
