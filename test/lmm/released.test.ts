import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { loadCheckpoint } from "../../src/lmm/checkpoint.ts";
import { generate } from "../../src/lmm/generate.ts";
import type { LMM } from "../../src/lmm/lmm.ts";
import type { Picture, Sample } from "../../src/lmm/prompt.ts";
import { streamOf } from "../../src/routes/stream.ts";
import { type Golden, goldenFolder, goldenJson, goldenTensors, near } from "../support/golden.ts";

interface Case {
  readonly name: string;
  readonly cropsPerImage: readonly (readonly number[])[];
  readonly startLayer: number | null;
  readonly factor: number;
  readonly files: { readonly weights: string; readonly config: string; readonly golden: string };
}

const root = goldenFolder("proxyv");
const cases = goldenJson<Case[]>("proxyv/index.json");
/** Float32 against float32 in another order of additions; a wrong epsilon moves the logits by 1e-3. */
const tolerance = 1e-5;

describe("the released ProxyV code, run unpatched, and this library agree", () => {
  before(() => startEngine({ quiet: true }));
  for (const one of cases) {
    it(`${one.name}: prefill logits, positions and 20 decoded tokens`, () => {
      const golden = goldenTensors(join("proxyv", one.files.golden));
      const lmm = load(one);
      const samples = samplesOf(one, golden);
      const { logits, positions } = prefill(lmm, samples);
      near(logits, (golden.logits as Golden).values, tolerance);
      for (const [kind, position] of Object.entries(positions)) {
        assert.deepEqual(
          [...position],
          [...(golden[`position_${kind}`] as Golden).values],
          `positions of ${kind}`,
        );
      }
      const steps: Float32Array[] = [];
      const onLogits = (x: tf.Tensor) => steps.push(x.dataSync() as Float32Array);
      const decoded = generate(lmm, samples, { maxTokens: 20, onLogits });
      assert.deepEqual(decoded.flat(), [...(golden.decoded_ids as Golden).values]);
      const { values, shape } = golden.decoded_logits as Golden;
      const [batch, count, vocabulary] = shape as [number, number, number];
      for (let sample = 0; sample < batch; sample++) {
        for (let step = 0; step < count; step++) {
          const at = (sample * count + step) * vocabulary;
          const own = (steps[step] as Float32Array).subarray(sample * vocabulary, (sample + 1) * vocabulary);
          near(own, values.subarray(at, at + vocabulary), tolerance);
        }
      }
      lmm.dispose();
    });
  }
});

/** A case may reduce by another factor than its model's config says. */
function load({ files, factor }: Case): LMM {
  const folder = mkdtempSync(join(tmpdir(), "proxylab-released-"));
  try {
    cpSync(join(root, files.weights), join(folder, "model.safetensors"));
    const config = JSON.parse(readFileSync(join(root, files.config), "utf8"));
    writeFileSync(join(folder, "config.json"), JSON.stringify({ ...config, proxyv_reduce_factor: factor }));
    return loadCheckpoint(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function samplesOf({ cropsPerImage }: Case, golden: Record<string, Golden>): Sample[] {
  const { values: pixels, shape } = golden.pixel_values as Golden;
  const perCrop = shape.slice(1).reduce((product, length) => product * length, 1);
  let crop = 0;
  const { values: ids, shape: idShape } = golden.input_ids as Golden;
  const width = idShape[1] as number;
  return cropsPerImage.map((images, sample) => {
    const parts: (number[] | Picture)[] = [];
    let image = 0;
    for (const id of ids.subarray(sample * width, (sample + 1) * width)) {
      if (id === -200) {
        const crops = Array.from({ length: images[image++] as number }, () => {
          const at = crop++ * perCrop;
          return pixels.slice(at, at + perCrop);
        });
        parts.push({ crops });
      } else if (Array.isArray(parts.at(-1))) (parts.at(-1) as number[]).push(id);
      else parts.push([id]);
    }
    return { parts };
  });
}

/** Logits of [all vision, all newlines, text], and the positions of every kind. */
function prefill(lmm: LMM, samples: readonly Sample[]) {
  const positions: Record<string, Int32Array> = {};
  const logits = tf.tidy(() => {
    const { streams } = lmm.prefill(samples);
    for (const [kind, { places }] of Object.entries(streams.byKind)) positions[kind] = places.position;
    const order = ["vision", "newline", "text"].map((kind) => streamOf(streams, kind).x);
    return lmm.weights.logits(tf.concat(order, 1)).dataSync();
  });
  return { logits: logits as Float32Array, positions };
}
