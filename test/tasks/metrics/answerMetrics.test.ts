import assert from "node:assert/strict";
import { type Box, intersectionOverUnion } from "../../../src/pages/box.ts";
import { anls } from "../../../src/tasks/metrics/anls.ts";
import { bleu, sentenceBleu } from "../../../src/tasks/metrics/bleu.ts";
import { boxAccuracy, boxFrom, boxText } from "../../../src/tasks/metrics/boxAccuracy.ts";
import { normalisedEditDistance } from "../../../src/tasks/metrics/editDistance.ts";
import { exactMatch } from "../../../src/tasks/metrics/exactMatch.ts";
import { relaxedAccuracy } from "../../../src/tasks/metrics/relaxedAccuracy.ts";
import { vqaAccuracy } from "../../../src/tasks/metrics/vqaAccuracy.ts";
import { vqaForm } from "../../../src/tasks/metrics/vqaForm.ts";
import { goldenJson } from "../../support/golden.ts";

/** What lmms-eval and sacrebleu gave: `test/reference/answer_metrics.py`. */
const golden = goldenJson<{
  anls: [string, string[], number][];
  relaxed: [string, string, number][];
  vqaForm: [string, string][];
  vqa: [string, string[], number][];
  iou: [Box, Box, number][];
  bleu: [string[], string[], number][];
  sentenceBleu: [string, string, number][];
}>("answerMetrics.json");

const same = (given: number, expected: number, of: unknown) =>
  assert.ok(Math.abs(given - expected) < 1e-9, `${given} is not ${expected} for ${JSON.stringify(of)}`);

describe("measures of answers agree with other programs", () => {
  it("ANLS with DocVQA's, over several right answers", () => {
    for (const [given, right, value] of golden.anls) same(anls(given, right), value, [given, right]);
  });

  it("relaxed accuracy with ChartQA's", () => {
    for (const [given, right, value] of golden.relaxed)
      same(relaxedAccuracy(given, right), value, [given, right]);
  });

  it("the plain form of a VQA answer with EvalAI's, and VQA accuracy with TextVQA's", () => {
    for (const [answer, form] of golden.vqaForm) assert.equal(vqaForm(answer), form, answer);
    for (const [given, right, value] of golden.vqa) same(vqaAccuracy(given, right), value, [given, right]);
  });

  it("intersection over union with RefCOCO's", () => {
    for (const [a, b, value] of golden.iou) same(intersectionOverUnion(a, b), value, [a, b]);
  });

  it("BLEU with sacrebleu's, of corpora and of single texts", () => {
    for (const [given, right, value] of golden.bleu) same(bleu(given, right), value, given);
    for (const [given, right, value] of golden.sentenceBleu)
      same(sentenceBleu(given, right), value, [given, right]);
  });
});

describe("measures of answers", () => {
  it("forgive capitals and a small slip in ANLS, and nothing that is half wrong", () => {
    assert.equal(anls("OSLO", "Oslo"), 1);
    assert.equal(anls("Oslp", "Oslo"), 0.75);
    assert.equal(anls("Rome", "Oslo"), 0);
    assert.equal(anls("42", ["forty-two", "42"]), 1);
  });

  it("take a number within 5 % for right, and no number that is further off", () => {
    assert.deepEqual(
      ["95", "94.9", "105", "105.1", "100"].map((given) => relaxedAccuracy(given, "100")),
      [1, 0, 1, 0, 1],
    );
    assert.equal(relaxedAccuracy("norway", "Norway"), 1);
    assert.equal(relaxedAccuracy("Norwey", "Norway"), 0);
  });

  it("want every letter in exact match, white space around it aside", () => {
    assert.equal(exactMatch(" AB12\n", "AB12"), 1);
    assert.equal(exactMatch("ab12", "AB12"), 0);
  });

  it("take one right answer for that of all people in VQA accuracy", () => {
    assert.equal(vqaAccuracy("the Stop", "stop"), 1);
    assert.equal(vqaAccuracy("shop", "stop"), 0);
  });

  it("read a box from an answer, and count it from half of the union on", () => {
    const box: Box = [9.6, 19.2, 48, 96];
    assert.equal(boxText(box, 96), "10 20 50 99");
    assert.deepEqual(boxFrom("10 20 50 99"), [10, 20, 50, 99]);
    assert.equal(boxFrom("10 20 50"), undefined);
    assert.equal(boxAccuracy("0 0 10 10", "0 0 10 20"), 1);
    assert.equal(boxAccuracy("0 0 10 9", "0 0 10 20"), 0);
    assert.equal(boxAccuracy("what?", "0 0 10 20"), 0);
  });

  it("measure edits in units of the longer text", () => {
    assert.equal(normalisedEditDistance("kitten", "sitting"), 3 / 7);
    assert.equal(normalisedEditDistance("", ""), 0);
  });
});
