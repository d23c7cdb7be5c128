import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { startEngine } from "../../src/backend/start.ts";
import { cost } from "../../src/lmm/cost.ts";
import type { LMM } from "../../src/lmm/lmm.ts";
import { load } from "../../src/lmm/load.ts";
import { fineTunedFile, loadFineTuned } from "../../src/studies/nano/fineTune.ts";
import { fineTuned, trainingFree } from "../../src/studies/nano/plans.ts";
import { blankRecord, measureAgain, nanoRecords } from "../../src/studies/nano/remake.ts";
import {
  bestConstant,
  blankPage,
  nanoFolder,
  nanoSamples,
  routesFolder,
} from "../../src/studies/nano/study.ts";
import type { Record } from "../../src/studies/record.ts";

describe("the stored study of nano", () => {
  let nano: LMM;
  let records: Record[];
  before(async () => {
    await startEngine({ quiet: true });
    nano = await load("nano");
    records = nanoRecords();
  });
  after(() => nano.dispose());

  const of = (plan: string): Record => {
    const found = records.find((record) => record.plan === plan);
    assert.ok(found, `a record of "${plan}"`);
    return found;
  };

  it("has a record of every plan, on 512 unseen pages, whose accuracy is the mean of its scores", () => {
    const plans = [
      ...Object.keys(trainingFree),
      ...Object.keys(fineTuned).map((plan) => `${plan}, fine-tuned`),
    ];
    for (const plan of plans) {
      const { scores, accuracy, samples, split } = of(plan);
      assert.equal(samples, nanoSamples);
      assert.equal(split, "test");
      assert.equal(scores.length, samples);
      assert.ok(Math.abs(scores.reduce((sum, score) => sum + score, 0) / samples - accuracy) < 1e-12);
    }
  });

  it("reads: at least 80 % of the generated answers are right to the letter", () => {
    assert.ok(of("full").accuracy >= 0.8, `${of("full").accuracy}`);
  });

  it("cannot answer about a blank page: within 5 points of the best constant answer", () => {
    const constant = bestConstant(blankPage, "test", nanoSamples);
    const blank = blankRecord();
    assert.ok(blank);
    assert.ok(
      Math.abs(blank.accuracy - constant.accuracy) <= 0.05,
      `${blank.accuracy} against ${constant.accuracy}`,
    );
  });

  it("masking hurts from the first layers and costs little from the middle on", () => {
    const full = of("full");
    assert.ok(of("mask attention from 0").high < full.low);
    assert.ok(of("mask attention from 1").high < full.low);
    for (const k of [4, 5]) assert.ok(of(`mask attention from ${k}`).accuracy > full.accuracy - 0.05);
  });

  it("stands beside FLOPs that the count gives now, for the very plans that were evaluated", () => {
    for (const [plan, edits] of Object.entries(trainingFree)) {
      const { flops, baselineFlops, crops, textTokens } = of(plan);
      const own = cost(nano.with(edits), { crops, text: textTokens, newline: 12 });
      assert.equal(own.flops, flops, plan);
      assert.equal(cost(nano, { crops, text: textTokens, newline: 12 }).flops, baselineFlops);
    }
  });

  it("stores what each fine-tuned plan changed, and nothing over 15 MB", () => {
    for (const plan of Object.keys(fineTuned)) {
      const file = fineTunedFile(routesFolder, plan);
      assert.ok(existsSync(file), file);
      assert.ok(statSync(file).size < 15e6);
      loadFineTuned(nano, plan, routesFolder).dispose();
    }
    assert.ok(statSync(join(nanoFolder, "model.safetensors")).size < 15e6);
  });

  it("comes with its training log, stage by stage", () => {
    const log = readFileSync(join(nanoFolder, "log.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const stages = [...new Set(log.map(({ stage }) => stage))];
    assert.deepEqual(stages, ["language", "eyes", "both", ...Object.keys(fineTuned)]);
  });

  it("holds when two plans are asked again", async () => {
    const again = await measureAgain(["full", "ProxyV from 2, fine-tuned"], 24, () => undefined);
    assert.equal(again.length, 2);
    for (const { plan, holds, now, low, high } of again)
      assert.ok(holds, `${plan}: ${now} outside ${low} to ${high}`);
  });
});
