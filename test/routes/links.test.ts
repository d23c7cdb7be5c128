import assert from "node:assert/strict";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { configFrom } from "../../src/lmm/config.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { downsample } from "../../src/routes/library/downsample.ts";
import { full } from "../../src/routes/library/full.ts";
import { proxyV } from "../../src/routes/library/proxyV.ts";
import { proxyVNonSpatial } from "../../src/routes/library/proxyVNonSpatial.ts";
import { spawn } from "../../src/routes/opening.ts";
import { type Edits, from } from "../../src/routes/plan.ts";
import { route } from "../../src/routes/route.ts";

const config = configFrom({
  decoder: {
    num_hidden_layers: 4,
    hidden_size: 16,
    intermediate_size: 24,
    num_attention_heads: 2,
    vocab_size: 20,
  },
  vision: {
    image_size: 16,
    patch_size: 4,
    num_channels: 1,
    hidden_size: 8,
    intermediate_size: 16,
    num_hidden_layers: 1,
    num_attention_heads: 2,
    class_token: false,
    select_layer: -1,
  },
});
const picture = { crops: [new Float32Array(256).map((_, i) => Math.sin(i))] };
const sample = { parts: [[1], picture, [2, 3]] };

describe("who stands for whom", () => {
  before(() => startEngine({ quiet: true }));

  const logits = (edits: Edits): Float32Array => {
    const base = LMM.random(config, 3);
    const lmm = base.with(edits);
    const values = tf.tidy(() => lmm.logits([sample]).dataSync()) as Float32Array;
    lmm.dispose();
    base.dispose();
    return values;
  };

  it("is forgotten when those that stood left, so that others can come after them", () => {
    const read = { sees: ["vision", "newline", "text"] };
    const coarse = route("coarse", {
      opens: spawn({ coarse: downsample("vision", { factor: 2 }) }),
      lanes: { ...full().lanes, coarse: read },
    });
    const alone = logits(from(2, proxyV({ factor: 2 })));
    const after = logits([from(0, coarse), from(1, full()), from(2, proxyV({ factor: 2 }))]);
    assert.deepEqual([...after], [...alone], "coarse tokens that nobody sees change nothing");
  });

  it("is what was said last when a kind is spawned again", () => {
    const again = logits([
      from(0, proxyVNonSpatial({ queries: 3 })),
      from(2, proxyVNonSpatial({ queries: 2 })),
    ]);
    const between = logits([
      from(0, proxyVNonSpatial({ queries: 3 })),
      from(1, full()),
      from(2, proxyVNonSpatial({ queries: 2 })),
    ]);
    for (const values of [again, between]) assert.ok(values.every(Number.isFinite));
  });
});
