import assert from "node:assert/strict";
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { loadCheckpoint, saveCheckpoint } from "../../src/lmm/checkpoint.ts";
import type { LMM } from "../../src/lmm/lmm.ts";
import { load } from "../../src/lmm/load.ts";
import { pretrained } from "../../src/lmm/pretrained/catalogue.ts";
import { isFetched } from "../../src/lmm/pretrained/place.ts";
import type { Picture } from "../../src/lmm/prompt.ts";
import { uniform } from "../../src/lmm/random.ts";
import { openSafetensors } from "../../src/lmm/safetensors.ts";
import { newSmol } from "../../src/lmm/smol.ts";
import { leaves } from "../../src/nn/tree.ts";
import { proxyV } from "../../src/routes/library/proxyV.ts";
import { from } from "../../src/routes/plan.ts";
import { temporaryFolder } from "../support/folder.ts";
import { goldenFolder } from "../support/golden.ts";

const tiny = goldenFolder("gguf/tiny.gguf");
const draw = uniform(8);
const picture: Picture = { crops: [Float32Array.from({ length: 3 * 224 * 224 }, () => draw() - 0.5)] };
const logits = (lmm: LMM) => tf.tidy(() => lmm.logits([{ parts: [[1, 50], picture, [60, 61]] }]).dataSync());

describe("smol, on a small decoder", () => {
  const folder = temporaryFolder();
  before(() => startEngine({ quiet: true }));

  it("is saved without its decoder, which its config names, and loaded whole", async () => {
    const made = await newSmol({ decoder: tiny, seed: 4 });
    const lmm = made.with(from(1, proxyV({ factor: 4, ratio: 1 / 4 })));
    saveCheckpoint(lmm, folder("smol"));
    const file = openSafetensors(folder("smol", "model.safetensors"));
    const stored = [...file.entries.keys()];
    file.close();
    assert.ok(
      stored.every((name) => /vision_tower|mm_projector|lora_[AB]|updates/.test(name)),
      `${stored}`,
    );
    const loaded = await load(folder("smol"), { weights: "bfloat16" });
    assert.deepEqual(logits(loaded), logits(lmm));
    assert.deepEqual(loaded.plan, lmm.plan);
    const { numTensors } = tf.memory();
    loaded.dispose();
    assert.equal(numTensors - tf.memory().numTensors, leaves(loaded.weights).length);
    lmm.dispose();
    made.dispose();
  });

  it("stores what was trained of its decoder beside what is its own", async () => {
    const made = await newSmol({ decoder: tiny, weights: "float32" });
    const path = "model.layers.0.mlp.up_proj.weight";
    const old = new Map(leaves(made.weights)).get(path) as tf.Tensor;
    const trained = made.withTensors(new Map([[path, tf.tidy(() => old.mul(2))]]));
    saveCheckpoint(trained, folder("smol"));
    const loaded = await load(folder("smol"));
    assert.deepEqual(logits(loaded), logits(trained));
    assert.notDeepEqual(logits(loaded), logits(made));
    for (const one of [loaded, trained, made]) one.dispose();
  });

  it("is packed without its decoder becoming its own", async () => {
    const made = await newSmol({ decoder: tiny, weights: "float32" });
    const packed = made.packed();
    saveCheckpoint(packed, folder("smol"), { dtype: "BF16" });
    const bytes = statSync(folder("smol", "model.safetensors")).size;
    saveCheckpoint(made, folder("plain"), { dtype: "BF16" });
    assert.equal(bytes, statSync(folder("plain", "model.safetensors")).size);
    packed.dispose();
    made.dispose();
  });

  it("is not loaded with another decoder, without one, or by what cannot bring it along", async () => {
    copyFileSync(tiny, folder("decoder.gguf"));
    const made = await newSmol({ decoder: folder("decoder.gguf") });
    saveCheckpoint(made, folder("smol"));
    made.dispose();
    const { numTensors } = tf.memory();
    assert.throws(() => loadCheckpoint(folder("smol")), {
      name: "UsageError",
      message: /config\.json names the decoder .*decoder\.gguf: use await load/,
    });
    const bytes = readFileSync(tiny);
    bytes[bytes.length - 1] = 1 + (bytes.at(-1) as number);
    writeFileSync(folder("decoder.gguf"), bytes);
    await assert.rejects(load(folder("smol")), {
      name: "Failure",
      message: /decoder\.gguf is another decoder than the model was made for/,
    });
    rmSync(folder("decoder.gguf"));
    await assert.rejects(load(folder("smol")), { name: "Failure", message: /decoder\.gguf: no such file/ });
    const config = JSON.parse(readFileSync(folder("smol", "config.json"), "utf8"));
    for (const [pretrained, words] of [
      ["smollm2", /expected the name and the sha256 of a decoder/],
      [{ decoder: "smollm2-1b", sha256: "" }, /smollm2-1b: no such file/],
    ] as const) {
      writeFileSync(folder("smol", "config.json"), JSON.stringify({ ...config, pretrained }));
      await assert.rejects(load(folder("smol")), { name: "Failure", message: words });
    }
    assert.equal(tf.memory().numTensors, numTensors);
  });
});

const absent = isFetched(pretrained("smollm2-135m"))
  ? ""
  : ' (skipped: run "npx proxylab fetch smollm2-135m")';

describe(`smol${absent}`, () => {
  const folder = temporaryFolder();
  before(async function () {
    if (absent) this.skip();
    await startEngine({ quiet: true });
  });

  it("keeps all that is trained in 15 MB of bfloat16, and is loaded again from it", async () => {
    const made = await newSmol();
    saveCheckpoint(made, folder("smol"), { dtype: "BF16" });
    const bytes = statSync(folder("smol", "model.safetensors")).size;
    assert.ok(bytes < 15e6, `${bytes} bytes`);
    made.dispose();
    const loaded = await load(folder("smol"), { weights: "bfloat16" });
    assert.equal(logits(loaded).length, 4 * 49152);
    loaded.dispose();
  });
});
