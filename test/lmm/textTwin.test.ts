import assert from "node:assert/strict";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { load } from "../../src/lmm/load.ts";
import { nanoConfig } from "../../src/lmm/nano.ts";
import type { Picture } from "../../src/lmm/prompt.ts";
import { uniform } from "../../src/lmm/random.ts";
import { newSmol, smolVision } from "../../src/lmm/smol.ts";
import { parameters } from "../../src/nn/tree.ts";
import { skipAttention } from "../../src/routes/library/skipAttention.ts";
import { visionZip } from "../../src/routes/library/visionZip.ts";
import { from } from "../../src/routes/plan.ts";
import { goldenFolder, near } from "../support/golden.ts";

const decoder = goldenFolder("gguf/tiny.gguf");
const side = 16;
const draw = uniform(5);
const pieces = Int32Array.from({ length: side * side }, () => Math.floor(draw() * 512));
const picture: Picture = { crops: [new Float32Array(3 * 224 * 224)], pieces: [pieces] };
const [opening, question] = [
  [1, 65, 199],
  [70, 71, 2],
];
const newline = 198;

/** What a twin reads, as plain text: row by row, each with its newline. */
const asText = [
  ...opening,
  ...Array.from({ length: side }, (_, row) => [
    ...pieces.subarray(row * side, (row + 1) * side),
    newline,
  ]).flat(),
  ...question,
];

describe("a text twin", () => {
  before(() => startEngine({ quiet: true }));

  for (const [what, made] of [
    ["made beside its LMM", async () => (await newSmol({ decoder })).textTwin()],
    ["made by itself", () => newSmol({ decoder, encoder: "pieces" })],
  ] as const) {
    it(`${what} answers as the decoder does to the same pieces as plain text, rows ended by newlines`, async () => {
      const [twin, plain] = [await made(), await load(decoder, { weights: "bfloat16" })];
      const given = tf.tidy(() => twin.logits([{ parts: [opening, picture, question] }]).slice([0, 3, 0]));
      const expected = tf.tidy(() => plain.logits([{ parts: [asText] }]).slice([0, asText.length - 3, 0]));
      near(given.dataSync(), expected.dataSync(), 2e-5);
      tf.dispose([given, expected]);
      plain.dispose();
      twin.dispose();
    });
  }

  it("shares every weight with its LMM, has none of its encoder's, and takes its routes", async () => {
    const lmm = (await newSmol({ decoder })).with(from(1, skipAttention("vision")));
    const { numTensors } = tf.memory();
    const twin = lmm.textTwin();
    assert.equal(tf.memory().numTensors, numTensors);
    assert.equal(twin.weights.model.vision_tower, undefined);
    assert.equal(twin.weights.model.layers, lmm.weights.model.layers);
    assert.equal(twin.plan, lmm.plan);
    assert.ok(parameters(twin.weights) < parameters(lmm.weights));
  });

  it("says what is missing where a picture does not know its text, and what cannot be: an encoder's opening", async () => {
    const twin = (await newSmol({ decoder })).textTwin();
    const told = (one: Picture, message: RegExp) =>
      assert.throws(() => tf.tidy(() => twin.logits([{ parts: [opening, one, question] }])), {
        name: "UsageError",
        message,
      });
    told({ crops: picture.crops }, /a picture of 1 crops has the pieces of none: .*picture\.pieces must say/);
    told({ ...picture, pieces: [pieces.subarray(1)] }, /a crop has 255 pieces; the grid has 256 patches/);
    told({ ...picture, pieces: [pieces.with(3, 512)] }, /piece 512: the decoder has 512 tokens/);
    const zipped = twin.with(visionZip());
    assert.throws(
      () => zipped.encode([{ parts: [picture, question] }]),
      /a text twin has no encoder: visionZip cannot open/,
    );
    assert.throws(
      () =>
        LMM.random({ ...twin.config, pretrained: undefined as never, vision: undefined as never }).textTwin(),
      /no vision encoder/,
    );
  });

  it("of nano reads characters on the grid, and its newlines are those of its text", () => {
    const config = nanoConfig({ alphabet: "ab " });
    const lmm = LMM.random(config, 3);
    const ids = Int32Array.from({ length: 144 }, (_, i) => 4 + (i % 3));
    const text = Array.from({ length: 12 }, (_, row) => [...ids.subarray(row * 12, row * 12 + 12), 0]).flat();
    const twin = lmm.textTwin();
    const given = tf.tidy(() =>
      twin.logits([{ parts: [{ crops: [new Float32Array(96 * 96)], pieces: [ids] }, [3, 4]] }]).dataSync(),
    );
    const expected = tf.tidy(() =>
      lmm
        .logits([{ parts: [[...text, 3, 4]] }])
        .slice([0, text.length, 0])
        .dataSync(),
    );
    near(given, expected, 2e-5);
    lmm.dispose();
  });
});

describe("smol and nano", () => {
  it("have the sizes that are said of them", () => {
    assert.equal(smolVision.image_size / smolVision.patch_size, 16);
    const nano = LMM.random(nanoConfig({ alphabet: "abcdefghijklmnopqrstuvwxyz " }));
    assert.ok(nano.parameters > 1.8e6 && nano.parameters < 2.2e6, `${nano.parameters}`);
    nano.dispose();
  });
});
