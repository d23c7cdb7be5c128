import type { Setting } from "../pages/setting.ts";
import { plainText } from "../pages/text.ts";
import type { Sample, Turn } from "./sample.ts";

/** How a page is asked to be read aloud. */
export const readingQuestion = ({ wording }: Setting): string =>
  wording === "brief" ? "read" : "Read the text.";

/** The whole text of any page as a question of its own: what a model learns to read from. */
export const readingOf = ({ page }: Sample, setting: Setting): Turn => ({
  question: readingQuestion(setting),
  answer: plainText(page).replaceAll("\n", " "),
  needs: "text",
});
