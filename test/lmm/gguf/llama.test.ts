import assert from "node:assert/strict";
import { startEngine } from "../../../src/backend/start.ts";
import { tf } from "../../../src/backend/tf.ts";
import { load } from "../../../src/lmm/load.ts";
import { leaves } from "../../../src/nn/tree.ts";
import { goldenFolder } from "../../support/golden.ts";
import { answersAgree } from "../../support/transformersAnswers.ts";

const tiny = goldenFolder("gguf/tiny.gguf");

describe("a decoder from a GGUF file", () => {
  before(() => startEngine({ quiet: true }));

  it("has the logits and the answers that transformers gives it, to 1e-4", async () => {
    const lmm = await load(tiny);
    answersAgree(lmm, "gguf", { tolerance: 1e-4 });
    lmm.dispose();
  });

  it("in bfloat16 has the same weights, rounded", async () => {
    const [exact, halved] = [await load(tiny), await load(tiny, { weights: "bfloat16" })];
    const rounded = new Map(leaves(exact.packed().weights));
    for (const [path, tensor] of leaves(halved.weights))
      assert.deepEqual(tensor.dataSync(), rounded.get(path)?.dataSync(), path);
    const before = tf.memory().numTensors;
    halved.dispose();
    assert.equal(before - tf.memory().numTensors, leaves(halved.weights).length);
    exact.dispose();
  });

  it("refuses a format of weights that is none, before anything is read", async () => {
    const before = tf.memory().numTensors;
    await assert.rejects(load(tiny, { weights: "int8" as "bfloat16" }), {
      name: "UsageError",
      message: 'weights "int8": use "float32" or "bfloat16"',
    });
    assert.equal(tf.memory().numTensors, before);
  });
});
