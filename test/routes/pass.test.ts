import assert from "node:assert/strict";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { UsageError } from "../../src/errors.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import type { Edits } from "../../src/routes/plan.ts";
import { near } from "../support/golden.ts";
import { openings, routes } from "../support/library.ts";
import { kernelRuns, throughReferenceKernels } from "../support/referenceKernels.ts";
import { heard, offered, textLogits } from "../support/run.ts";
import { layers, prompt, tinyConfig } from "../support/tiny.ts";

const samples = [prompt({ crops: 1 }), prompt({ crops: 2, after: 3, seed: 2 })];
const model = (edits: Edits = []): LMM => LMM.random(tinyConfig(), 9, edits);

const plans: Record<string, Edits> = {
  full: [],
  maskAttention: routes.maskAttention?.(1) as Edits,
  skipAttention: routes.skipAttention?.(1) as Edits,
  "skipFfn, lightMlp": routes["skipFfn, lightMlp"]?.(1) as Edits,
  "proxyV, drawn": routes["proxyV, drawn"]?.(1) as Edits,
  "proxyVNonSpatial, then pyramidDrop": openings["proxyVNonSpatial, then pyramidDrop"] as Edits,
};

describe("activations by path", () => {
  before(() => startEngine({ quiet: true }));

  for (const [name, edits] of Object.entries(plans)) {
    it(`${name}: every path that is offered can be heard, and left as it is by an edit that changes nothing`, () => {
      const lmm = model(edits);
      const paths = offered(lmm, samples);
      assert.ok(paths.length >= layers * 10, `${paths.length} paths`);
      const values = heard(lmm, samples, paths);
      assert.deepEqual(Object.keys(values).sort(), [...paths].sort());
      const same = Object.fromEntries(paths.map((path) => [path, (x: tf.Tensor) => x.clone()]));
      near(textLogits(lmm, samples, { edit: same }).flat(2), textLogits(lmm, samples).flat(2), 1e-6);
      lmm.dispose();
    });

    it(`${name}: an edit at any path takes effect there, and an edit of another shape is refused by name`, () => {
      const lmm = model(edits);
      const paths = offered(lmm, samples);
      const zeros = heard(lmm, samples, paths, Object.fromEntries(paths.map((path) => [path, tf.zerosLike])));
      for (const path of paths)
        assert.ok(
          zeros[path]?.every((value) => value === 0),
          path,
        );
      for (const path of paths.filter((one) => one.startsWith("layers.1."))) {
        const cut = (x: tf.Tensor) =>
          x.slice(
            x.shape.map(() => 0),
            [...x.shape.slice(0, -1), 1],
          );
        assert.throws(
          () => textLogits(lmm, samples.slice(0, 1), { edit: { [path]: cut } }),
          (error: Error) =>
            error instanceof UsageError && error.message.startsWith(`edit of ${path}: expected shape [1,`),
        );
      }
      lmm.dispose();
    });
  }

  it("an edit of a layer's input reaches queries, keys and values, as the same edit of the output before it does", () => {
    const lmm = model();
    const answer = (path: string) =>
      textLogits(lmm, samples, { edit: { [path]: (x) => x.mul(2).add(1) } }).flat(2);
    for (const kind of ["vision", "text"]) {
      near(answer(`layers.2.input.${kind}`), answer(`layers.1.output.${kind}`), 1e-6, kind);
    }
    lmm.dispose();
  });

  it("weights are the softmax of scores, and rows that see nothing are zero", () => {
    const lmm = model();
    const paths = ["layers.2.attention.scores.text", "layers.2.attention.weights.text"];
    const { [paths[1] as string]: weights } = heard(lmm, samples, paths) as Record<string, Float32Array>;
    const text = 6; // of the longer sample
    const keys = (weights as Float32Array).length / (2 * 4 * text);
    for (let row = 0; row < 2 * 4 * text; row++) {
      const sum = (weights as Float32Array).subarray(row * keys, (row + 1) * keys).reduce((a, b) => a + b, 0);
      assert.ok(Math.abs(sum - 1) < 1e-5, `row ${row} adds up to ${sum}`);
    }
    lmm.dispose();
  });

  it("hearing changes nothing", () => {
    const lmm = model(plans["proxyV, drawn"]);
    const plain = textLogits(lmm, samples);
    const observe = Object.fromEntries(offered(lmm, samples).map((path) => [path, () => {}]));
    // Where scores are heard they are computed by the plain definition, whatever the engine does otherwise.
    near(textLogits(lmm, samples, { observe }).flat(2), plain.flat(2), 1e-5);
    lmm.dispose();
  });

  throughReferenceKernels(() => {
    it("only what is heard inside attention or the FFN keeps a kernel from running, and only in its layer and kind", () => {
      const lmm = model();
      const ran = (observe: readonly string[]) => {
        const before = new Map(kernelRuns());
        heard(lmm, samples, observe);
        const runs = (kernel: string) => (kernelRuns().get(kernel) ?? 0) - (before.get(kernel) ?? 0);
        return [runs("Attention"), runs("FeedForward"), runs("RMSNormLinears")];
      };
      const [attention, ffn, projections] = ran([]) as [number, number, number];
      assert.ok(attention >= 3 * layers, `${attention} runs`);
      assert.deepEqual([ffn, projections], [3 * layers, 3 * layers]);
      const fewer = (inside: number, behind: number) => [attention - inside, ffn - behind, projections];
      assert.deepEqual(ran(["layers.1.attention.scores.text"]), fewer(1, 0));
      assert.deepEqual(
        ran(["layers.1.attention.weights.text", "layers.1.attention.scores.text"]),
        fewer(1, 0),
      );
      assert.deepEqual(ran(["layers.2.attention.weights.vision", "layers.3.ffn.vision"]), fewer(1, 1));
      assert.deepEqual(ran(["layers.2.attention.vision", "layers.3.output.text"]), fewer(0, 0));
      lmm.dispose();
    });
  });

  it("a path that does not exist is an error that lists the nearest, and nothing is left behind", () => {
    const lmm = model();
    const before = tf.memory().numTensors;
    for (const taps of [
      { observe: { "layers.2.outputs.text": () => {} } },
      { edit: { "layers.2.outputs.text": (x: tf.Tensor) => x } },
    ]) {
      assert.throws(
        () => textLogits(lmm, samples, taps),
        (error: Error) =>
          error instanceof UsageError &&
          error.message.startsWith(
            "no activation named layers.2.outputs.text; the nearest are layers.2.output.text, ",
          ),
      );
    }
    assert.throws(
      () => textLogits(lmm, samples, { observe: { [`layers.${layers}.output.text`]: () => {} } }),
      UsageError,
    );
    assert.equal(tf.memory().numTensors, before);
    lmm.dispose();
  });
});
