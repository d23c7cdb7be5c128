import assert from "node:assert/strict";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { DenseTarget } from "../../src/lmm/denseTarget.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { nanoConfig } from "../../src/lmm/nano.ts";
import type { Picture } from "../../src/lmm/prompt.ts";
import { uniform } from "../../src/lmm/random.ts";
import { leaves } from "../../src/nn/tree.ts";
import { valueAndGradients } from "../../src/train/gradients.ts";

const alphabet = "abcd ";
const [a, b, c, , space] = [4, 5, 6, 7, 8];
const draw = uniform(11);
const picture: Picture = {
  crops: [Float32Array.from({ length: 96 * 96 }, () => draw() - 0.5)],
  pieces: [Int32Array.from({ length: 144 }, (_, i) => [a, b, space, space, c, space][i % 6] as number)],
};

describe("the dense target of an encoder", () => {
  let lmm: LMM;
  before(async () => {
    await startEngine({ quiet: true });
    lmm = LMM.random(nanoConfig({ alphabet }), 2);
  });
  after(() => lmm.dispose());

  it("is cross-entropy by squared distances and regression, blanks a tenth, as written out in plain numbers", () => {
    const pieces = [a, b, c, space];
    const target = new DenseTarget(lmm, { pieces, space });
    const table = lmm.weights.model.embed_tokens
      .apply(Int32Array.from(pieces), 1)
      .arraySync()[0] as number[][];
    const { features } = lmm.encode([{ parts: [picture, [0]] }]);
    const rows = (features as tf.Tensor3D).arraySync()[0] as number[][];
    const hidden = 128;
    const mean = Array.from(
      { length: hidden },
      (_, j) => table.reduce((sum, row) => sum + (row[j] as number), 0) / 4,
    );
    const spread2 =
      table
        .flatMap((row) => row.map((x, j) => (x - (mean[j] as number)) ** 2))
        .reduce((sum, x) => sum + x, 0) /
      (4 * hidden);
    const distance = (x: number[], y: number[]) =>
      x.reduce((sum, one, j) => sum + (one - (y[j] as number)) ** 2, 0);
    let [loss, weights] = [0, 0];
    rows.forEach((row, patch) => {
      const id = picture.pieces?.[0]?.[patch] as number;
      const logits = table.map((piece) => ((-12 / hidden) * 0.5 * distance(row, piece)) / spread2);
      const most = Math.max(...logits);
      const named =
        most +
        Math.log(logits.reduce((sum, x) => sum + Math.exp(x - most), 0)) -
        (logits[pieces.indexOf(id)] as number);
      const missed = distance(row, table[pieces.indexOf(id)] as number[]) / hidden / spread2;
      const weight = id === space ? 0.1 : 1;
      loss += weight * (named + missed);
      weights += weight;
    });
    const given = target.loss(lmm, [picture]);
    assert.ok(
      Math.abs((given.dataSync()[0] as number) - loss / weights) < 1e-3 * Math.abs(loss / weights),
      `${given.dataSync()[0]} ${loss / weights}`,
    );
    target.dispose();
    tf.dispose([given, features]);
  });

  it("is met by a text twin, whose tokens are the embeddings themselves", () => {
    const target = new DenseTarget(lmm, { space });
    assert.deepEqual(target.hits(lmm.textTwin(), [picture, picture]), { ink: 1, blank: 1 });
    const met = target.loss(lmm.textTwin(), [picture]);
    assert.ok((met.dataSync()[0] as number) < 1e-3);
    target.dispose();
    met.dispose();
  });

  it("teaches the encoder: a few steps down its gradient lower the loss and name more pieces", () => {
    const target = new DenseTarget(lmm, { pieces: [a, b, c, space], space, blank: 1 });
    const { numTensors } = tf.memory();
    const trained = leaves(lmm.weights).filter(([path]) => /vision_tower|mm_projector/.test(path));
    let model = lmm;
    const losses: number[] = [];
    for (let step = 0; step < 12; step++) {
      const all = new Map(leaves(model.weights));
      const tensors = new Map(trained.map(([path]) => [path, all.get(path) as tf.Tensor]));
      const { value, gradients } = valueAndGradients(() => target.loss(model, [picture]), tensors);
      const norm = Math.sqrt(
        [...gradients.values()].reduce(
          (sum, g) => sum + (tf.tidy(() => g.square().sum().dataSync())[0] as number),
          0,
        ),
      );
      const moved = new Map(
        [...tensors].map(([path, x]) => [
          path,
          tf.tidy(() => {
            const g = gradients.get(path);
            return g ? x.sub(g.mul(0.5 / norm)) : x.clone();
          }),
        ]),
      );
      losses.push(value.dataSync()[0] as number);
      tf.dispose([value, ...gradients.values()]);
      const next = model.withTensors(moved);
      if (model !== lmm) model.dispose();
      model = next;
    }
    assert.ok((losses.at(-1) as number) < 0.8 * (losses[0] as number), losses.join(" "));
    model.dispose();
    assert.equal(tf.memory().numTensors, numTensors);
    target.dispose();
  });

  it("refuses pieces that the decoder has not, a space that is none of them, and one in a picture that is not in use", () => {
    const refused = (options: { pieces: number[]; space: number }, message: RegExp) =>
      assert.throws(() => new DenseTarget(lmm, options), { name: "UsageError", message });
    refused({ pieces: [99, space], space }, /piece 99: the decoder has 9 tokens/);
    refused({ pieces: [a], space }, /the space, piece 8, is not among the pieces/);
    const target = new DenseTarget(lmm, { pieces: [a, b, space], space });
    assert.throws(
      () => target.loss(lmm, [picture]),
      /piece 6 stands in a picture and is not among the 3 pieces in use/,
    );
    target.dispose();
  });
});
