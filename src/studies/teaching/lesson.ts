import type { Chat, Lesson } from "../../lmm/chat.ts";
import { piecesOnGrid } from "../../lmm/pieces.ts";
import type { Picture } from "../../lmm/prompt.ts";
import { placedTexts } from "../../pages/grid.ts";
import type { Page } from "../../pages/page.ts";
import { pixelsOf } from "../../pages/pixels.ts";
import { random } from "../../pages/random.ts";
import type { Setting } from "../../pages/setting.ts";
import { plainText } from "../../pages/text.ts";
import { readingOf } from "../../tasks/reading.ts";
import type { Sample, Turn } from "../../tasks/sample.ts";
import type { Split } from "../../tasks/task.ts";

/** Who is taught: how it is talked to, what pages it is shown, and in what shares. */
export interface Pupil {
  readonly chat: Chat;
  readonly setting: Setting;
  readonly channels: 1 | 3;
  /** Sample `index` of a split, of whatever task. */
  sample(split: Split, index: number): Sample;
  /** The most turns of one lesson. */
  readonly turns: number;
  /** The share of pages that are first to be read aloud. */
  readonly reading: number;
}

/** The page as plain text, then what can be answered from text: what a decoder learns language and asking from. */
export function textLesson(pupil: Pupil, sample: Sample): Lesson {
  const { tokenizer } = pupil.chat;
  const lines = plainText(sample.page).split("\n");
  const text = lines.flatMap((line) => [...tokenizer.encode(line), tokenizer.newline]);
  return pupil.chat.lesson(
    turnsOf(pupil, sample, ({ needs }) => needs === "text"),
    text,
  );
}

/** The page as a picture, then the questions. */
export const pictureLesson = (pupil: Pupil, sample: Sample): Lesson =>
  pupil.chat.lesson(
    turnsOf(pupil, sample, () => true),
    { crops: [pixelsOf(sample.page, pupil.channels)] },
  );

/** A page as a picture that knows which piece of text stands under each of its patches. */
export const pictureWithPieces = ({ chat, channels, setting }: Pupil, page: Page): Picture => {
  const vision = { image_size: setting.size, patch_size: setting.size / setting.grid };
  return {
    crops: [pixelsOf(page, channels)],
    pieces: [piecesOnGrid(placedTexts(page), chat.tokenizer, vision)],
  };
};

/** Some of a sample's questions, behind a request to read the page on a share of the pages. */
function turnsOf(
  { setting, turns, reading }: Pupil,
  sample: Sample,
  fits: (turn: Turn) => boolean,
): readonly Turn[] {
  const aloud = readingOf(sample, setting);
  const asked = sample.turns.filter(fits);
  const known = asked.some(({ question }) => question === aloud.question);
  const first =
    asked.length === 0 || (!known && aloud.answer !== "" && random(sample.page.seed, 11).chance(reading));
  return [...(first ? [aloud] : []), ...asked].slice(0, turns);
}

/** Samples of a batch: those of step `step`, never met before in a stage that starts at `first`. */
export const batchOf = (pupil: Pupil, split: Split, step: number, size: number, first = 0): Sample[] =>
  Array.from({ length: size }, (_, i) => pupil.sample(split, first + step * size + i));
