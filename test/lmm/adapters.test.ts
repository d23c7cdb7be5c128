import assert from "node:assert/strict";
import { tf } from "../../src/backend/tf.ts";
import { UsageError } from "../../src/errors.ts";
import { loadCheckpoint, saveCheckpoint } from "../../src/lmm/checkpoint.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { Linear } from "../../src/nn/linear.ts";
import { at, leaves, mapLeaves } from "../../src/nn/tree.ts";
import { fit } from "../../src/train/fit.ts";
import { onEveryEngine } from "../support/engines.ts";
import { temporaryFolder } from "../support/folder.ts";
import { relativeError } from "../support/golden.ts";
import { textLogits } from "../support/run.ts";
import { tinyConfig } from "../support/tiny.ts";

const tiny = tinyConfig();
const tinySamples = [{ parts: [[1, 5, 2, 8, 13]] }, { parts: [[4, 9, 1]] }];

/** An engine may compute layers with adapters by other kernels, which round elsewhere. */
function alike(own: number[][][], expected: number[][][]): void {
  const error = relativeError(own.flat(2), expected.flat(2));
  assert.ok(error < 1e-5, `relative error ${error}`);
}

const adapterPaths = (lmm: LMM): string[] =>
  leaves(lmm.weights).flatMap(([path]) => (path.includes(".lora_") ? [path] : []));

describe("low-rank adapters", () => {
  const path = temporaryFolder();

  onEveryEngine(() => {
    it("change nothing until they are trained, and share every other weight", () => {
      const before = tf.memory().numTensors;
      const base = LMM.random(tiny, 3);
      const adapted = base.withAdapters({ rank: 2 });
      alike(textLogits(adapted, tinySamples), textLogits(base, tinySamples));
      const shared = new Set(leaves(base.weights).map(([, tensor]) => tensor));
      const own = leaves(adapted.weights).filter(([, tensor]) => !shared.has(tensor));
      assert.deepEqual(
        own.map(([path]) => path),
        adapterPaths(adapted),
      );
      assert.equal(
        own.length,
        2 * 7 * tiny.decoder.num_hidden_layers,
        "two to each projection of each layer",
      );
      adapted.dispose();
      base.dispose();
      assert.equal(tf.memory().numTensors, before);
    });

    it("are what is trained, on frozen weights packed in half the memory", async () => {
      const base = LMM.random(tiny, 3).packed();
      const adapted = base.withAdapters({ rank: 2 });
      const losses: number[] = [];
      const trained = await fit(
        adapted,
        {
          name: "adapters",
          steps: 12,
          groups: [{ paths: /\.lora_[AB]\./, rate: 0.02 }],
          loss: (lmm) => lmm.logits(tinySamples).square().mean() as tf.Scalar,
        },
        { onStep: ({ loss }) => losses.push(loss) },
      );
      assert.ok((losses.at(-1) as number) < 0.9 * (losses[0] as number), `${losses[0]} to ${losses.at(-1)}`);
      trained.dispose();
      adapted.dispose();
      base.dispose();
    });

    it("come back from a checkpoint with their factor", () => {
      const base = LMM.random(tiny, 3);
      const random = base.withAdapters({ rank: 3, alpha: 7, seed: 1 });
      const noise = (name: string, i: number) =>
        tf.randomNormal((at(random.weights, name) as tf.Tensor).shape, 0, 0.3, "float32", i + 1);
      const adapted = random.withTensors(
        new Map(adapterPaths(random).map((name, i) => [name, noise(name, i)])),
      );
      saveCheckpoint(adapted, path("adapted"));
      const loaded = loadCheckpoint(path("adapted"));
      assert.deepEqual(textLogits(loaded, tinySamples), textLogits(adapted, tinySamples));
      const layer = at(loaded.weights, "model.layers.0.self_attn.q_proj");
      assert.ok(layer instanceof Linear);
      assert.equal(layer.scaling, 7 / 3);
      for (const lmm of [loaded, adapted, random, base]) lmm.dispose();
    });
  });

  it("refuse what cannot be meant", () => {
    const base = LMM.random(tiny, 3);
    assert.throws(() => base.withAdapters({ rank: 0 }), UsageError);
    assert.throws(() => base.withAdapters({ paths: /nothing like it/ }), /no linear layer has a path like/);
    base.dispose();
  });

  it("keep their factor when leaves are replaced", () => {
    const base = LMM.random(tiny, 3);
    const adapted = base.withAdapters({ rank: 2, alpha: 8 });
    const copy = mapLeaves(adapted.weights, (_, tensor) => tensor.clone());
    const layer = at(copy, "model.layers.0.mlp.up_proj");
    assert.ok(layer instanceof Linear);
    assert.equal(layer.scaling, 4);
    tf.dispose(leaves(copy).map(([, tensor]) => tensor));
    adapted.dispose();
    base.dispose();
  });
});
