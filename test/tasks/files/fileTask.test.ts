import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import fc from "fast-check";
import { Failure } from "../../../src/errors.ts";
import { toPng } from "../../../src/pages/draw.ts";
import { nanoPages, smolPages } from "../../../src/pages/setting.ts";
import { type FileTaskOptions, fileTask } from "../../../src/tasks/files/fileTask.ts";
import { readQuestions } from "../../../src/tasks/files/questionFile.ts";
import { readSquare } from "../../../src/tasks/files/square.ts";
import { pageTasks } from "../../../src/tasks/index.ts";

const inkOf = (size: number) => ({ image_size: size, num_channels: 3, pixels: "ink" }) as const;

describe("a task on files", () => {
  let folder = "";
  const page = pageTasks.docVqa(smolPages).sample("test", 0).page;
  const picture = (width: number, height: number, colour: string) => {
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height);
    return canvas;
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "proxylab-files-"));
    mkdirSync(join(folder, "pictures/documents"), { recursive: true });
    const save = (name: string, bytes: Uint8Array | string) =>
      writeFileSync(join(folder, "pictures", name), bytes);
    save("documents/a_1.png", toPng(page));
    save("wide.jpg", picture(200, 100, "red").toBuffer("image/jpeg"));
    save("scene.webp", picture(60, 90, "blue").toBuffer("image/webp"));
    save("COCO_1.jpg", picture(100, 200, "green").toBuffer("image/jpeg"));
    save("text.png", "no picture");
    save("cut.jpg", picture(64, 64, "red").toBuffer("image/jpeg").subarray(0, 300));
    save("cut.png", toPng(page).subarray(0, 4000));
    save("huge.jpg", huge());
  });
  after(() => rmSync(folder, { recursive: true }));

  /** A JPEG file whose header claims four thousand million pixels. */
  function huge(): Buffer {
    const bytes = Buffer.from(picture(8, 8, "red").toBuffer("image/jpeg"));
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(65535, frame + 5);
    bytes.writeUInt16BE(65535, frame + 7);
    return bytes;
  }

  const questionFile = (lines: readonly (object | string)[], name = "questions.jsonl"): string => {
    const path = join(folder, name);
    writeFileSync(
      path,
      lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
    );
    return path;
  };
  const made = (lines: readonly (object | string)[], more: Partial<FileTaskOptions> = {}) =>
    fileTask({
      task: pageTasks.docVqa(smolPages),
      questions: questionFile(lines),
      pictures: join(folder, "pictures"),
      vision: inkOf(96),
      ...more,
    });

  const docVqa = {
    questionId: 1,
    question: "What?",
    image: "documents/a_1.png",
    docId: 3,
    answers: ["0.28", "$0.28"],
  };
  const chartQa = { imgname: "wide.jpg", query: "How much?", label: "14" };
  const textVqa = {
    question_id: 7,
    question: "what says it?",
    image_id: "scene",
    answers: Array(10).fill("stop"),
  };
  const refCoco = {
    file_name: "COCO_1_3.jpg",
    bbox: [0, 50, 100, 100],
    answer: ["the left one", "a green thing"],
  };

  it("reads the lines of DocVQA, ChartQA, TextVQA and RefCOCO", () => {
    const task = made([docVqa, chartQa, textVqa, refCoco]);
    const all = Array.from({ length: task.count }, (_, i) => task.example("test", i));
    assert.deepEqual(
      all.map(({ question, answers }) => [question, answers?.length]),
      [
        ["What?", 2],
        ["How much?", 1],
        ["what says it?", 10],
        ["Where is the left one?", 1],
        ["Where is a green thing?", 1],
      ],
    );
    for (const { picture } of all) assert.equal(picture.crops[0]?.length, 3 * 96 * 96);
    assert.equal(task.score("$0.28", all[0]?.answers ?? []), 1);
  });

  it("reads one JSON list as well, alone or under `data`", () => {
    for (const whole of [[docVqa, chartQa], { dataset_name: "x", data: [docVqa, chartQa] }]) {
      const { questions } = readQuestions(questionFile([whole], "whole.json"));
      assert.deepEqual(
        questions.map(({ line }) => line),
        [1, 2],
      );
    }
  });

  it("sets a picture into the square, white beside it, and its boxes with it", () => {
    const example = made([refCoco]).example("test", 0);
    // 100 x 200 pixels become 48 x 96, from 24 on: the box 0, 50, 100, 100 becomes 24, 24, 72, 72.
    assert.equal(example.answer, "25 25 75 75");
    const pixels = example.picture.crops[0] as Float32Array;
    assert.equal(pixels[48 * 96 + 2], -1);
    assert.ok((pixels[48 * 96 + 48] as number) > 0.9, "green has no red in it");
  });

  it("gives back the pixels of a page that was drawn here and stored", () => {
    const { picture } = made([docVqa], { vision: inkOf(224) }).example("test", 0);
    const drawn = pageTasks.docVqa(smolPages).example("test", 0).picture.crops[0] as Float32Array;
    assert.deepEqual(picture.crops[0], drawn);
  });

  it("names file and line of what is malformed, missing, corrupt or of an unknown type", () => {
    const cases: [object | string, RegExp][] = [
      ["{ no json", /questions\.jsonl:2: this line is not JSON/],
      ["[1]", /questions\.jsonl:2: expected an object with a question, found a list/],
      [{ query: "x" }, /questions\.jsonl:2: the fields query are of no known format: RefCOCO \(.*DocVQA/],
      [{ ...docVqa, answers: [{ yes: 1 }] }, /questions\.jsonl:2: unknown type of answer: an object/],
      [{ ...docVqa, answers: [] }, /questions\.jsonl:2: there is no answer/],
      [{ ...docVqa, question: 7 }, /questions\.jsonl:2: question is number 7; expected text/],
      [{ ...refCoco, bbox: [1, 2, 3] }, /questions\.jsonl:2: unknown type of answer: bbox \[1,2,3\]/],
      [{ ...refCoco, bbox: [1, 2, 0, 3] }, /expected left, top, width and height/],
      [
        { ...docVqa, image: "../secret.png" },
        /questions\.jsonl:2: the picture "..\/secret.png" lies outside/,
      ],
      [{ ...docVqa, image: "/etc/passwd" }, /lies outside the folder/],
      [{ ...docVqa, image: "none.png" }, /questions\.jsonl:2: cannot read .*none\.png: no such file/],
      [{ ...docVqa, image: "text.png" }, /questions\.jsonl:2: .*text\.png is not a picture/],
      [{ ...docVqa, image: "cut.jpg" }, /questions\.jsonl:2: .*cut\.jpg is a broken picture/],
      [{ ...docVqa, image: "cut.png" }, /questions\.jsonl:2: .*cut\.png is a broken picture/],
      [{ ...docVqa, image: "huge.jpg" }, /questions\.jsonl:2: .*huge\.jpg claims 65535 x 65535 pixels/],
    ];
    for (const [line, sentence] of cases)
      assert.throws(
        () => made([docVqa, line]),
        (error: Error) => {
          assert.ok(error instanceof Failure, String(error));
          assert.match(error.message, sentence);
          return true;
        },
      );
    assert.throws(
      () => readQuestions(join(folder, "nothing.jsonl")),
      /cannot read .*nothing\.jsonl: no such file/,
    );
    assert.throws(() => readQuestions(questionFile(["{"], "bad.json")), /bad\.json is not JSON/);
    assert.throws(() => readQuestions(questionFile(["{}"], "bad.json")), /expected a list of questions/);
    assert.throws(() => readQuestions(questionFile([], "empty.jsonl")), /asks no question/);
  });

  it("leaves out bad lines and tells each, when asked to", () => {
    const task = made(["{", docVqa, { ...docVqa, image: "cut.png" }, "", { ...chartQa, label: null }], {
      onBad: "skip",
    });
    assert.equal(task.count, 1);
    assert.deepEqual(
      task.skipped.map(({ line }) => line),
      [1, 5, 3],
    );
    for (const { why } of task.skipped) assert.ok(why.length > 10);
    assert.throws(() => made(["{"], { onBad: "skip" }), /asks no question/);
  });

  it("refuses an evaluation set that shares a picture with the training set, whatever it is called there", () => {
    const trained = questionFile([chartQa, { ...docVqa, image: "documents/a_1.png" }], "train.jsonl");
    const pictures = join(folder, "pictures");
    assert.throws(
      () => made([textVqa, docVqa], { trainedWith: { questions: trained, pictures } }),
      /questions\.jsonl:2: the picture documents\/a_1\.png was trained with \(.*train\.jsonl:2.*1 of 2 questions/,
    );
    assert.equal(made([textVqa], { trainedWith: { questions: trained, pictures } }).count, 1);
  });

  it("never fails otherwise than with a sentence, whatever a line holds", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.jsonValue().map((image) => JSON.stringify({ ...docVqa, image })),
        ),
        (line) => {
          try {
            made([docVqa, line.replaceAll("\n", " ")]);
          } catch (error) {
            assert.ok(error instanceof Failure, `${line}: ${error}`);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("survives pictures with bytes changed or missing", () => {
    const whole = [
      toPng(page),
      picture(64, 64, "red").toBuffer("image/jpeg"),
      picture(64, 64, "red").toBuffer("image/webp"),
    ];
    const path = join(folder, "changed");
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 8 }),
        fc.option(fc.nat(), { freq: 3 }),
        (bytes, changes, end) => {
          const changed = Buffer.from(bytes.subarray(0, end === null ? undefined : end % bytes.length));
          for (const [at, byte] of changes) if (changed.length > 0) changed[at % changed.length] = byte;
          writeFileSync(path, changed);
          try {
            assert.equal(readSquare(path, 32).rgba.length, 32 * 32 * 4);
          } catch (error) {
            assert.ok(error instanceof Failure, String(error));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("scores by the measure of the task it stands for", () => {
    assert.equal(made([docVqa]).metric, "ANLS");
    assert.equal(made([docVqa], { task: pageTasks.chartVqa(nanoPages) }).metric, "relaxed accuracy");
  });
});
