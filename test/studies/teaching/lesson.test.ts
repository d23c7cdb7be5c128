import assert from "node:assert/strict";
import { ignored } from "../../../src/nn/crossEntropy.ts";
import { plainText } from "../../../src/pages/text.ts";
import {
  batchOf,
  pictureLesson,
  pictureWithPieces,
  textLesson,
} from "../../../src/studies/teaching/lesson.ts";
import { nanoPupil } from "../../../src/studies/teaching/nano.ts";

const { tokenizer } = nanoPupil.chat;
const samples = batchOf(nanoPupil, "train", 0, 60);

/** The answers that a lesson teaches. */
const learned = ({ labels }: { labels: readonly number[] }): string[] => {
  const answers: number[][] = [[]];
  for (const id of labels) {
    if (id === tokenizer.end) answers.push([]);
    else if (id !== ignored) answers.at(-1)?.push(id);
  }
  return answers.slice(0, -1).map((ids) => tokenizer.decode(ids));
};

describe("lessons about a page", () => {
  it("teach answers of the page, at the tokens where they stand, and no question", () => {
    for (const sample of samples) {
      const lesson = pictureLesson(nanoPupil, sample);
      const text = lesson.parts.flatMap((part) => ("crops" in part ? [] : part));
      assert.equal(text.length, lesson.labels.length);
      for (const [i, label] of lesson.labels.entries()) assert.ok(label === ignored || label === text[i]);
      const known = [
        plainText(sample.page).replaceAll("\n", " "),
        ...sample.turns.map(({ answer }) => answer),
      ];
      const answers = learned(lesson);
      assert.ok(answers.length > 0 && answers.length <= nanoPupil.turns);
      for (const answer of answers) assert.ok(known.includes(answer), `${answer} is not of ${sample.id}`);
    }
  });

  it("from plain text ask nothing that needs sight, and show the whole text first", () => {
    for (const sample of samples) {
      const lesson = textLesson(nanoPupil, sample);
      const [part] = lesson.parts;
      assert.ok(Array.isArray(part) && lesson.parts.length === 1 && part.length === lesson.labels.length);
      const text = plainText(sample.page);
      const shown = tokenizer.decode(part.slice(1, 1 + text.length + 1));
      assert.equal(shown, text.replaceAll("\n", ""));
      const seen = sample.turns.filter(({ needs }) => needs === "sight").map(({ answer }) => answer);
      const read = [
        text.replaceAll("\n", " "),
        ...sample.turns.filter(({ needs }) => needs === "text").map(({ answer }) => answer),
      ];
      for (const answer of learned(lesson)) assert.ok(read.includes(answer) || !seen.includes(answer));
    }
  });

  it("know what stands under each patch: every character of the page is there, or shares its patch", () => {
    for (const { page } of samples) {
      const { pieces } = pictureWithPieces(nanoPupil, page);
      const shown = new Set(pieces?.[0]);
      const inked = [...(pieces?.[0] ?? [])].filter((id) => id !== tokenizer.space).length;
      const characters = plainText(page).replace(/\s/g, "").length;
      assert.ok(inked <= characters);
      assert.ok(inked >= Math.min(characters, 4) / 2, `${inked} patches for ${characters} characters`);
      for (const id of shown)
        assert.ok(id === tokenizer.space || plainText(page).includes(tokenizer.decode([id])));
    }
  });
});
