import assert from "node:assert/strict";
import fc from "fast-check";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { UsageError } from "../../src/errors.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { at, leaves, mapLeaves, modules, parameters, replace } from "../../src/nn/tree.ts";
import { type Edits, from, full, proxyV, skipAttentionAndFfn } from "../../src/routes/index.ts";
import { openings, routes } from "../support/library.ts";
import { textLogits } from "../support/run.ts";
import { layers, prompt, tinyConfig } from "../support/tiny.ts";

const plans: Record<string, Edits> = {
  ...Object.fromEntries(Object.entries(routes).map(([name, make]) => [name, make(1)])),
  ...openings,
};
const samples = [prompt()];
const answers = (lmm: LMM) => textLogits(lmm, samples);

describe("an edited model", () => {
  before(() => startEngine({ quiet: true }));

  for (const [name, edits] of Object.entries(plans)) {
    it(`${name}: shares every tensor with the model it was made from, and disposes only of its own`, () => {
      const base = LMM.random(tinyConfig(), 1);
      const before = answers(base);
      const held = tf.memory().numTensors;
      const edited = base.with(edits);
      const own = new Map(leaves(edited.weights));
      for (const [path, tensor] of leaves(base.weights)) assert.equal(own.get(path), tensor, path);
      const added = own.size - leaves(base.weights).length;
      assert.equal(tf.memory().numTensors, held + added);
      answers(edited);
      assert.equal(tf.memory().numTensors, held + added);
      edited.dispose();
      assert.equal(tf.memory().numTensors, held);
      assert.deepEqual(answers(base), before);
      base.dispose();
    });
  }

  it("back under the plan it came from is the model it came from", () => {
    const base = LMM.random(tinyConfig(), 1);
    const back = base.with(from(1, proxyV({ factor: 2 })), from(1, full()));
    assert.deepEqual(answers(back), answers(base));
    back.dispose();
    base.dispose();
  });

  it("keeps the weights of an update where the next route asks for the same, and starts others anew", () => {
    const first = LMM.random(tinyConfig(), 1, from(1, proxyV({ factor: 2 })));
    const again = first.with(from(2, proxyV({ factor: 4 })));
    const path = "model.layers.2.updates.vision.layer.proj.2.weight";
    assert.equal(at(again.weights, path), at(first.weights, path));
    const other = first.with(from(2, skipAttentionAndFfn()));
    assert.notEqual(at(other.weights, path), at(first.weights, path));
    assert.equal(
      at(other.weights, path.replace(".2.", ".1.")),
      at(first.weights, path.replace(".2.", ".1.")),
    );
    other.dispose();
    again.dispose();
    answers(first);
    first.dispose();
  });

  it("what a route starts with depends on the seed and the path alone", () => {
    const base = LMM.random(tinyConfig(), 1);
    const values = (lmm: LMM) =>
      (at(lmm.weights, "model.layers.3.updates.vision.layer.input_proj.weight") as tf.Tensor).dataSync();
    const [early, late] = [
      base.with(from(1, proxyV({ factor: 2 }))),
      base.with(from(3, proxyV({ factor: 2 }))),
    ];
    assert.deepEqual(values(early), values(late));
    const above = at(early.weights, "model.layers.2.updates.vision.layer.input_proj.weight") as tf.Tensor;
    assert.notDeepEqual(above.dataSync(), values(early));
    const other = base.withPlan(early.plan, 7);
    assert.notDeepEqual(values(other), values(early));
    for (const one of [early, late, other, base]) one.dispose();
  });

  it("started as matched, an update begins with a second matrix of zeros", () => {
    const base = LMM.random(tinyConfig(), 1);
    const matched = base.with(from(1, proxyV({ factor: 2, start: "matched" })));
    const second = at(matched.weights, "model.layers.2.updates.vision.layer.proj.2.weight") as tf.Tensor;
    assert.ok(second.dataSync().every((value) => value === 0));
    matched.dispose();
    base.dispose();
  });

  it("with tensors replaced by path owns the replacements and shares the rest", () => {
    const base = LMM.random(tinyConfig(), 1);
    const held = tf.memory().numTensors;
    const path = "model.layers.0.mlp.up_proj.weight";
    const replaced = base.withTensors(new Map([[path, tf.zerosLike(at(base.weights, path) as tf.Tensor)]]));
    assert.notDeepEqual(answers(replaced), answers(base));
    const shared = leaves(replaced.weights).filter(([one]) => one !== path);
    for (const [one, tensor] of shared) assert.equal(tensor, at(base.weights, one));
    replaced.dispose();
    assert.equal(tf.memory().numTensors, held);
    answers(base);
    base.dispose();
  });

  it("a plan of another depth is refused", () => {
    const base = LMM.random(tinyConfig(), 1);
    const shallow = { encoder: [], layers: base.plan.layers.slice(1) };
    assert.throws(() => base.withPlan(shallow), {
      name: "UsageError",
      message: `a plan of ${layers - 1} layers does not fit a model of ${layers}`,
    });
    base.dispose();
  });

  it("a model without eyes reads text, and says so when it is shown a picture", () => {
    const { vision, ...blind } = tinyConfig();
    assert.ok(vision);
    const lmm = LMM.random(blind, 1);
    assert.equal(textLogits(lmm, [{ parts: [[1, 2, 3]] }])[0]?.length, 3);
    assert.throws(() => answers(lmm), {
      name: "UsageError",
      message: "this model has no vision encoder; give it text only",
    });
    lmm.dispose();
  });

  for (const [what, sample, sentence] of [
    ["no text", { parts: [] }, "a prompt ends with text"],
    ["a picture at its end", { parts: [...prompt().parts.slice(0, 2)] }, "a prompt ends with text"],
    [
      "a prompt longer than its text",
      { ...prompt(), promptLength: 7 },
      "promptLength 7; the sample has 6 text tokens",
    ],
    ["a prompt of nothing", { ...prompt(), promptLength: 0 }, "promptLength 0"],
  ] as const) {
    it(`a sample with ${what} is refused by its number`, () => {
      const lmm = LMM.random(tinyConfig(), 1);
      const held = tf.memory().numTensors;
      assert.throws(
        () => textLogits(lmm, [prompt(), sample]),
        (error: Error) =>
          error instanceof UsageError &&
          error.message.startsWith("sample 1: ") &&
          error.message.includes(sentence),
      );
      assert.equal(tf.memory().numTensors, held);
      lmm.dispose();
    });
  }
});

describe("a module is a tree of named tensors", () => {
  before(() => startEngine({ quiet: true }));
  let lmm: LMM;
  before(() => {
    lmm = LMM.random(tinyConfig(), 1, from(1, proxyV({ factor: 2 })));
  });
  after(() => lmm.dispose());

  it("every leaf and every module is found at its path", () => {
    const all = [...leaves(lmm.weights), ...modules(lmm.weights)];
    assert.equal(new Set(all.map(([path]) => path)).size, all.length);
    for (const [path, part] of all) assert.equal(at(lmm.weights, path), part);
    assert.equal(parameters(lmm.weights), lmm.parameters);
  });

  it("mapping nothing changes nothing, and replacing one leaf rebuilds only what lies above it", () => {
    assert.equal(
      mapLeaves(lmm.weights, (_, tensor) => tensor),
      lmm.weights,
    );
    const paths = leaves(lmm.weights).map(([path]) => path);
    fc.assert(
      fc.property(fc.constantFrom(...paths), (path) => {
        const part = tf.zerosLike(at(lmm.weights, path) as tf.Tensor);
        const edited = replace(lmm.weights, path, part);
        assert.equal(at(edited, path), part);
        for (const [one, module] of modules(lmm.weights)) {
          assert.equal(at(edited, one) === module, !path.startsWith(`${one}.`), one);
        }
        assert.equal(Object.getPrototypeOf(edited), Object.getPrototypeOf(lmm.weights));
        part.dispose();
      }),
      { numRuns: 20 },
    );
  });

  it("a path that does not exist lists the nearest, and a tensor of another shape is refused with both shapes", () => {
    assert.throws(() => at(lmm.weights, "model.layers.2.self_attn.q_porj.weight"), {
      name: "UsageError",
      message:
        /^no part named model\.layers\.2\.self_attn\.q_porj\.weight; the nearest are model\.layers\.2\.self_attn\.q_proj\.weight, /,
    });
    const wrong = tf.zeros([3]);
    assert.throws(() => replace(lmm.weights, "model.norm.weight", wrong), {
      message: "model.norm.weight: expected shape [16], given [3]",
    });
    wrong.dispose();
  });
});
