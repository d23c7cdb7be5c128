import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../errors.ts";
import { checkPicture } from "../../files/picture.ts";
import { type PixelForm, pixelsFrom } from "../../lmm/pixels.ts";
import type { Setting } from "../../pages/setting.ts";
import { placeQuestion } from "../grounding.ts";
import { boxText } from "../metrics/boxAccuracy.ts";
import type { Example, Task } from "../task.ts";
import { refuseOverlap } from "./overlap.ts";
import { type FileQuestion, type Found, type OnBad, readQuestions, type Skipped } from "./questionFile.ts";
import { readSquare } from "./square.ts";

/** What a task on files of one's own is made from. */
export interface FileTaskOptions {
  /** The task whose measure counts, by which answers are scored: `docVqa(smolPages)`, say. */
  readonly task: Pick<Task, "name" | "metric" | "score" | "also">;
  /** The file of questions, `.jsonl` or `.json`. */
  readonly questions: string;
  /** The folder of pictures. */
  readonly pictures: string;
  /** How the model's encoder wants pictures: `config.vision` of the model. */
  readonly vision: PixelForm;
  /** How a box is asked for: `find PHRASE`, or `Where is PHRASE?`. */
  readonly wording?: Setting["wording"];
  /** What becomes of lines and pictures that cannot be used. */
  readonly onBad?: OnBad;
  /** A file of questions that a model was trained with, and its pictures: these must not occur. */
  readonly trainedWith?: { readonly questions: string; readonly pictures: string };
}

/** A task on files; `example` knows no splits: the file is one. */
export interface FileTask extends Task {
  readonly count: number;
  /** What was left out, in the order in which it was met. */
  readonly skipped: readonly Skipped[];
  /** Pixels of the square that pictures are set into. */
  readonly size: number;
  /** The picture of a question in that square, `[size, size, 4]`. */
  rgba(index: number): Uint8ClampedArray;
}

/**
 * A task that asks the questions of a file about pictures in a folder, in the formats of DocVQA, ChartQA, TextVQA and
 * RefCOCO. Every picture is looked at before the first question is asked; each is read when its turn comes, as large as
 * it fits into the model's square.
 *
 * @throws Failure naming file and line, unless bad lines are skipped; for an overlap with the training set always.
 */
export function fileTask(options: FileTaskOptions): FileTask {
  const { task, vision, wording = "full", onBad = "fail", trainedWith } = options;
  const { questions, skipped } = usable(options.questions, options.pictures, onBad);
  if (trainedWith)
    refuseOverlap(questions, usable(trainedWith.questions, trainedWith.pictures, "skip").questions);
  const square = (index: number) => {
    const asked = questions[index];
    if (!asked) throw new RangeError(`question ${index} of ${options.questions}: it has ${questions.length}`);
    return { asked, ...named(asked, () => readSquare(asked.path, vision.image_size)) };
  };
  return {
    name: task.name,
    metric: task.metric,
    score: task.score,
    ...(task.also && { also: task.also }),
    count: questions.length,
    skipped,
    size: vision.image_size,
    rgba: (index) => square(index).rgba,
    example: (_split, index): Example => {
      const { asked, rgba, place } = square(index);
      const box =
        asked.box &&
        place([asked.box[0], asked.box[1], asked.box[0] + asked.box[2], asked.box[1] + asked.box[3]]);
      const answers = box ? [boxText(box, vision.image_size)] : asked.answers;
      return {
        id: `${task.name}/${asked.file}/${asked.line}`,
        picture: { crops: [pixelsFrom(rgba, vision)] },
        question: asked.box ? placeQuestion(wording, asked.question) : asked.question,
        answer: answers[0] as string,
        answers,
      };
    },
  };
}

function usable(file: string, folder: string, onBad: OnBad): { questions: Found[]; skipped: Skipped[] } {
  const { questions, skipped } = readQuestions(file, onBad);
  const found: Found[] = [];
  const left: Skipped[] = [...skipped];
  const checked = new Map<string, string | undefined>();
  for (const question of questions) {
    const path = pathOf(folder, question.image);
    if (!checked.has(path)) checked.set(path, trouble(path));
    const why = checked.get(path);
    if (why === undefined) found.push({ ...question, path });
    else if (onBad === "fail") throw new Failure(`${question.file}:${question.line}: ${why}`);
    else left.push({ file: question.file, line: question.line, why });
  }
  if (found.length === 0)
    throw new Failure(`${file} asks no question about a picture that can be read from ${folder}`);
  return { questions: found, skipped: left };
}

function trouble(path: string): string | undefined {
  try {
    checkPicture(path);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

/** A name with its ending, if it lacks one (TextVQA), and without RefCOCO's number of the phrase, if that is no file. */
function pathOf(folder: string, name: string): string {
  const path = join(folder, name);
  const endings = [".jpg", ".jpeg", ".png", ".webp"].map((ending) => path + ending);
  const plain = path.replace(/_\d+(\.\w+)$/, "$1");
  return [path, ...endings, plain].find((one) => existsSync(one)) ?? path;
}

function named<T>({ file, line }: FileQuestion, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof Failure ? new Failure(`${file}:${line}: ${error.message}`) : error;
  }
}
