import { Failure } from "../../errors.ts";

/** A question about a picture file, in the form that all formats come to. */
export interface Question {
  /** The picture's name, as the file has it: a path below the folder of pictures, perhaps without an ending. */
  readonly image: string;
  /** The question; for a box, the phrase whose meaning is to be found. */
  readonly question: string;
  /** Every answer that counts; nothing where the answer is a box. */
  readonly answers: readonly string[];
  /** Left, top, width and height in the picture's own pixels. */
  readonly box?: readonly [left: number, top: number, width: number, height: number];
}

type Entry = Readonly<Record<string, unknown>>;

/** The formats by the fields that tell them, in the order in which they are tried. */
const formats: readonly { name: string; fields: string; of(entry: Entry): Question[] | undefined }[] = [
  {
    name: "RefCOCO",
    fields: "bbox, file_name (or image), and answer, sentences or phrase",
    of: (entry) => {
      const image = entry.file_name ?? entry.image;
      const phrases = phrasesOf(entry.sentences ?? entry.phrase ?? entry.answer);
      if (entry.bbox === undefined || image === undefined || !phrases) return undefined;
      const box = boxOf(entry.bbox);
      return phrases.map((phrase) => ({
        image: nameOf(image),
        question: phrase,
        answers: [],
        box,
      }));
    },
  },
  {
    name: "ChartQA",
    fields: "imgname (or image), query, label",
    of: ({ imgname, image, query, label }) =>
      query === undefined || label === undefined || (imgname ?? image) === undefined
        ? undefined
        : [{ image: nameOf(imgname ?? image), question: textOf("query", query), answers: answersOf(label) }],
  },
  {
    name: "DocVQA or TextVQA",
    fields: "image (or image_id), question, answers (or answer)",
    of: ({ image, image_id, question, answers, answer }) =>
      question === undefined || (answers ?? answer) === undefined || (image ?? image_id) === undefined
        ? undefined
        : [
            {
              image: nameOf(image ?? image_id),
              question: textOf("question", question),
              answers: answersOf(answers ?? answer),
            },
          ],
  },
];

/** The questions of one entry, whichever format it has. Throws a `Failure` without file and line. */
export function questionsOf(entry: unknown): Question[] {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry))
    throw new Failure(`expected an object with a question, found ${kindOf(entry)}`);
  for (const { of } of formats) {
    const questions = of(entry as Entry);
    if (questions) return questions;
  }
  const expected = formats.map(({ name, fields }) => `${name} (${fields})`).join(", ");
  throw new Failure(
    `the fields ${Object.keys(entry).slice(0, 12).join(", ")} are of no known format: ${expected}`,
  );
}

function answersOf(given: unknown): string[] {
  const all = Array.isArray(given) ? given : [given];
  if (all.length === 0) throw new Failure("there is no answer");
  return all.map((answer) => {
    if (typeof answer === "string") return answer;
    if (typeof answer === "number" && Number.isFinite(answer)) return String(answer);
    throw new Failure(
      `unknown type of answer: ${kindOf(answer)}; expected text or a number, or a list of them`,
    );
  });
}

function boxOf(given: unknown): NonNullable<Question["box"]> {
  const numbers = Array.isArray(given) ? given.filter((one) => Number.isFinite(one)) : [];
  if (numbers.length !== 4 || (given as unknown[]).length !== 4 || numbers[2] <= 0 || numbers[3] <= 0)
    throw new Failure(
      `unknown type of answer: bbox ${JSON.stringify(given)?.slice(0, 60)}; expected left, top, width and height in pixels`,
    );
  return numbers as unknown as NonNullable<Question["box"]>;
}

/** Phrases as RefCOCO's copies have them: one, a list, or a list of sentences. */
function phrasesOf(given: unknown): string[] | undefined {
  if (given === undefined) return undefined;
  return (Array.isArray(given) ? given : [given]).map((one: unknown) =>
    textOf(
      "phrase",
      typeof one === "object" && one !== null ? ((one as Entry).sent ?? (one as Entry).raw) : one,
    ),
  );
}

function textOf(field: string, given: unknown): string {
  if (typeof given === "string" && given.trim() !== "") return given.trim();
  throw new Failure(`${field} is ${kindOf(given)}; expected text`);
}

/** A picture's name must stay below its folder, whoever wrote the file. */
function nameOf(given: unknown): string {
  const name = textOf("the picture's name", typeof given === "number" ? String(given) : given);
  if (name.startsWith("/") || /^[A-Za-z]:|\\|\0/.test(name) || name.split("/").includes(".."))
    throw new Failure(`the picture "${name}" lies outside the folder of pictures`);
  return name;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `${typeof value} ${JSON.stringify(value).slice(0, 40)}`;
}
