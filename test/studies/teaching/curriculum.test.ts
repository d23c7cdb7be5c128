import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEngine } from "../../../src/backend/start.ts";
import { tf } from "../../../src/backend/tf.ts";
import { LMM } from "../../../src/lmm/lmm.ts";
import { openSafetensors } from "../../../src/lmm/safetensors.ts";
import { crossEntropy } from "../../../src/nn/crossEntropy.ts";
import { leaves } from "../../../src/nn/tree.ts";
import { type Course, teach } from "../../../src/studies/teaching/curriculum.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { prompt, tinyConfig, words } from "../../support/tiny.ts";

const course =
  (name: string, paths: RegExp, seen: string[] = []) =>
  (): Course => ({
    name,
    steps: 3,
    batch: 1,
    groups: [{ paths, rate: 1e-2 }],
    loss: (lmm, step) => {
      seen.push(`${name} ${step}`);
      const logits = lmm.logits([prompt({ seed: step })]);
      return crossEntropy(logits, Int32Array.from(words(logits.shape[1], step)));
    },
  });
const both = (seen: string[] = []) => [
  course("head", /^lm_head/, seen),
  course("eyes", /^model\.vision_tower/, seen),
];
const numbers = (lmm: LMM) => leaves(lmm.weights).map(([path, tensor]) => [path, [...tensor.dataSync()]]);

describe("teaching course by course", () => {
  before(() => startEngine({ quiet: true }));
  const file = temporaryFolder();

  it("stores what each course taught, in bfloat16, and goes on from it", async () => {
    const before = tf.memory().numTensors;
    const lmm = LMM.random(tinyConfig(), 1);
    const [folder, seen] = [file("run"), [] as string[]];
    const taught = await teach(lmm, both(seen), { folder });
    assert.deepEqual(seen, ["head 0", "head 1", "head 2", "eyes 0", "eyes 1", "eyes 2"]);
    const stored = openSafetensors(join(folder, "head.safetensors"));
    assert.deepEqual(
      [...stored.entries].map(([name, { dtype }]) => [name, dtype]),
      [["lm_head.weight", "BF16"]],
    );
    const head = leaves(taught.weights).find(([path]) => path === "lm_head.weight")?.[1] as tf.Tensor;
    assert.deepEqual([...head.dataSync()], [...stored.read("lm_head.weight")]);
    stored.close();
    const again = await teach(lmm, both(seen), { folder });
    assert.equal(seen.length, 6, "nothing is taught twice");
    assert.deepEqual(numbers(again), numbers(taught));
    for (const model of [again, taught, lmm]) model.dispose();
    assert.equal(tf.memory().numTensors, before);
  });

  it("that was cut off gives what it would have given", async () => {
    const lmm = LMM.random(tinyConfig(), 1);
    const whole = await teach(lmm, both(), { folder: file("whole") });
    const stop = new AbortController();
    const folder = file("cut");
    const cut = teach(lmm, both(), {
      folder,
      signal: stop.signal,
      onStep: ({ step }, { name }) => {
        if (name === "eyes" && step === 2) stop.abort(new Error("enough"));
      },
    });
    await assert.rejects(cut, /enough/);
    assert.ok(!existsSync(join(folder, "eyes.safetensors")));
    const resumed = await teach(lmm, both(), { folder });
    assert.deepEqual(numbers(resumed), numbers(whole));
    for (const model of [resumed, whole, lmm]) model.dispose();
  });

  it("refuses weights that are not this model's, by name", async () => {
    const lmm = LMM.random(tinyConfig(), 1);
    const folder = file("other");
    (await teach(lmm, both().slice(0, 1), { folder })).dispose();
    const path = join(folder, "head.safetensors");
    writeFileSync(path, readFileSync(path).toString("latin1").replace("lm_head", "my_head"), "latin1");
    await assert.rejects(teach(lmm, both(), { folder }), /head\.safetensors holds my_head\.weight/);
    lmm.dispose();
  });
});
