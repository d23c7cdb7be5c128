import { join } from "node:path";
import { Failure } from "../../src/errors.ts";
import { writeAtomically } from "../../src/files/atomic.ts";
import { random } from "../../src/pages/random.ts";
import type { Setting } from "../../src/pages/setting.ts";
import { readingQuestion } from "../../src/tasks/reading.ts";
import { readGarments } from "./fashion.ts";
import { manuals, pagesOf, scan } from "./manuals.ts";
import { mosaicOf } from "./mosaics.ts";
import { windowOf } from "./windows.ts";

/** What was made: question files by what they ask, each to be read by `fileTask` with the pictures beside it. */
export interface External {
  readonly parsing: string;
  readonly words: string;
  readonly garments: string;
  readonly counting: string;
}

/** Pixels of the em of the manuals' running text, in points. */
const manualText = 10;

/**
 * Makes questions about pages and pictures that nobody here laid out, `count` pictures of each sort: windows of Debian's
 * manuals (their text; where a word is) and mosaics of Fashion-MNIST (where a garment is; how many there are).
 *
 * @throws Failure where a Debian package is missing, naming it.
 */
export function makeExternal(folder: string, setting: Setting, count: number): External {
  return { ...manualQuestions(folder, setting, count), ...garmentQuestions(folder, setting, count) };
}

function manualQuestions(
  folder: string,
  setting: Setting,
  count: number,
): Pick<External, "parsing" | "words"> {
  const pixelsPerInch = (72 * (setting.text[0] + setting.text[1])) / 2 / manualText;
  const lengths = manuals.map(pagesOf);
  const [parsing, words]: [object[], object[]] = [[], []];
  for (let i = 0, tries = 0; i < count; tries++) {
    if (tries > 20 * count + 20) throw new Failure("the manuals have too few pages with words to read");
    const draw = random(tries, 21);
    const which = draw.integer(0, manuals.length - 1);
    const page = scan(manuals[which] as string, draw.integer(1, lengths[which] as number), pixelsPerInch);
    const window = windowOf(page, setting.size, draw);
    const found = window?.words.filter(({ text }) => /^[A-Za-z]{4,}$/.test(text)) ?? [];
    const said = (text: string) => window?.words.filter((other) => other.text.includes(text)).length;
    const unique = found.filter(({ text }) => said(text) === 1);
    if (!window || unique.length === 0) continue;
    const image = `manuals/${i}.png`;
    writeAtomically(join(folder, image), window.png);
    const answer = window.words.map(({ text }) => text).join(" ");
    parsing.push({ image, question: readingQuestion(setting), answers: [answer] });
    const { text, box } = draw.choice(unique);
    words.push({ file_name: image, phrase: text, bbox: sized(box) });
    i++;
  }
  return { parsing: save(folder, "parsing.jsonl", parsing), words: save(folder, "words.jsonl", words) };
}

function garmentQuestions(
  folder: string,
  setting: Setting,
  count: number,
): Pick<External, "garments" | "counting"> {
  const all = readGarments();
  const [garments, counting]: [object[], object[]] = [[], []];
  for (let i = 0, seed = 0; i < count; seed++) {
    const draw = random(seed, 22);
    const { png, things } = mosaicOf(all, setting.size, draw);
    const numbers = new Map<string, number>();
    for (const { name } of things) numbers.set(name, (numbers.get(name) ?? 0) + 1);
    const single = things.filter(({ name }) => numbers.get(name) === 1);
    const [only] = single;
    if (!only) continue;
    const image = `mosaics/${i}.png`;
    writeAtomically(join(folder, image), png);
    garments.push({ file_name: image, phrase: only.name, bbox: sized(only.box) });
    const [name, number] = draw.choice([...numbers]);
    const question = setting.wording === "brief" ? `count ${name}` : `How many are there of ${name}?`;
    counting.push({ image, question, answers: [String(number)] });
    i++;
  }
  return {
    garments: save(folder, "garments.jsonl", garments),
    counting: save(folder, "counting.jsonl", counting),
  };
}

const sized = ([left, top, right, bottom]: readonly number[]): number[] =>
  [left, top, (right as number) - (left as number), (bottom as number) - (top as number)] as number[];

function save(folder: string, name: string, lines: readonly object[]): string {
  const path = join(folder, name);
  writeAtomically(path, `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
  return path;
}
