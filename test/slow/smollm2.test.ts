import assert from "node:assert/strict";
import { load } from "../../src/lmm/load.ts";
import { pretrained } from "../../src/lmm/pretrained/catalogue.ts";
import { fetchModel } from "../../src/lmm/pretrained/fetch.ts";
import { onEveryEngine } from "../support/engines.ts";
import { answersAgree } from "../support/transformersAnswers.ts";

describe("SmolLM2-135M-Instruct, fetched", () => {
  before(() => fetchModel(pretrained("smollm2-135m")));

  onEveryEngine((engine) => {
    if (engine === "cpu") return; // hours
    it("answers twelve questions word for word as transformers does, its logits within 1e-3", async () => {
      const lmm = await load("smollm2-135m");
      const answers = answersAgree(lmm, "smollm2", { tolerance: 1e-3 });
      assert.equal(answers.length, 12);
      assert.equal(answers[0], "The capital of France is Paris.");
      lmm.dispose();
    });
  });
});
