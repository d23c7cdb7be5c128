import assert from "node:assert/strict";
import fc from "fast-check";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { layOut } from "../../src/lmm/prompt.ts";
import {
  before as beforeLayer,
  downsample,
  type Edits,
  fastV,
  from,
  keepRanked,
  learnedPooling,
  proxyV,
  proxyVNonSpatial,
  visionZip,
} from "../../src/routes/index.ts";
import { type Encoded, encoderOpening, layerOpening } from "../../src/routes/opening.ts";
import { streamOf, tokens } from "../../src/routes/stream.ts";
import { near } from "../support/golden.ts";
import { textLogits } from "../support/run.ts";
import { perCrop, picture, prompt, tinyConfig, words } from "../support/tiny.ts";

describe("an opening that does not fit what is there says what to do instead", () => {
  before(() => startEngine({ quiet: true }));

  const cases: [string, Edits, string | RegExp][] = [
    [
      "a factor that does not divide the grid",
      from(1, proxyV({ factor: 3 })),
      'route "proxyV": factor 3 does not divide the 4 x 4 grid of a crop; use 2, 4',
    ],
    ["a factor of nothing", from(1, proxyV({ factor: 0 })), "factor 0 does not divide"],
    ["a factor between numbers", from(1, proxyV({ factor: 2.5 })), "factor 2.5 does not divide"],
    [
      "spatial proxies behind VisionZip",
      [visionZip({ dominant: 4, contextual: 2 }), from(1, proxyV({ factor: 2 }))],
      /no longer fill a grid.*use learnedPooling instead/,
    ],
    [
      "spatial proxies behind FastV",
      [fastV({ layer: 1 }), from(2, proxyV({ factor: 2 }))],
      /no longer fill a grid.*use learnedPooling instead/,
    ],
    [
      "learned proxies behind FastV",
      [fastV({ layer: 1 }), from(2, proxyVNonSpatial({ queries: 2 }))],
      /no longer have equally many vision tokens.*put it before that/,
    ],
    [
      "more tokens than a crop has",
      visionZip({ dominant: 14, contextual: 3 }),
      "visionZip: 14 dominant and 3 contextual tokens; a crop has 16 in all",
    ],
    ["no dominant token", visionZip({ dominant: 0, contextual: 3 }), "visionZip: 0 dominant"],
    [
      "a share of nothing",
      beforeLayer(2, keepRanked({ of: "vision", keep: 0 })),
      "keep 0: expected a share above 0 and at most 1",
    ],
    ["a share of more than all", fastV({ keep: 1.5 }), "keep 1.5"],
  ];
  for (const [what, edits, sentence] of cases) {
    it(what, () => {
      let lmm: LMM | undefined;
      const run = () => {
        lmm = LMM.random(tinyConfig(), 1, edits);
        textLogits(lmm, [prompt()]);
      };
      const message = (error: Error) => {
        assert.equal(error.name, "UsageError", error.stack);
        if (typeof sentence === "string") assert.ok(error.message.includes(sentence), error.message);
        else assert.match(error.message, sentence);
        return true;
      };
      assert.throws(run, message);
      lmm?.dispose();
    });
  }
});

describe("spatial proxies", () => {
  before(() => startEngine({ quiet: true }));

  it("are the grid resized bilinearly at half-pixel centres, for every factor that divides it", () => {
    const config = tinyConfig();
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 3, 4, 6),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 2 }),
        fc.nat(),
        (factor, crops, batch, seed) => {
          const side = 12;
          tf.tidy(() => {
            const sample = { parts: [picture(crops), words(1)] };
            const { vision } = layOut(
              Array(batch).fill(sample),
              { tokens: side ** 2, grid: { rows: side, columns: side } },
              config,
            );
            const x = tf.randomNormal([batch, crops * side ** 2, 3], 0, 1, "float32", seed) as tf.Tensor3D;
            const { opening, options } = downsample("vision", { factor })("proxy");
            const definition = layerOpening({ opening, options });
            const streams = { byKind: { vision: { kind: "vision", x, places: vision } }, links: [] };
            const opened = definition.apply(streams, {
              options,
              weights: undefined,
              rows: () => assert.fail(),
            });
            const grid = x.reshape([batch * crops, side, side, 3]) as tf.Tensor4D;
            const resized = tf.image.resizeBilinear(grid, [side / factor, side / factor], false, true);
            near(streamOf(opened, "proxy").x.dataSync(), resized.dataSync(), 1e-5);
          });
        },
      ),
      { numRuns: 12, seed: 1 },
    );
  });

  it("as many as the tokens are the tokens themselves, and each stands for its own", () => {
    const { opening, options } = downsample("vision", { factor: 1 })("proxy");
    tf.tidy(() => {
      const { vision } = layOut([prompt()], { tokens: perCrop, grid: { rows: 4, columns: 4 } }, tinyConfig());
      const x = tf.randomNormal([1, 2 * perCrop, 5]) as tf.Tensor3D;
      const streams = { byKind: { vision: { kind: "vision", x, places: vision } }, links: [] };
      const opened = layerOpening({ opening, options }).apply(streams, {
        options,
        weights: undefined,
        rows: () => assert.fail(),
      });
      near(streamOf(opened, "proxy").x.dataSync(), x.dataSync(), 0);
      near(opened.links[0]?.spread(x).dataSync() ?? [], x.dataSync(), 0);
    });
  });

  it("take positions from their picture's first on as released, and their block's largest as block", () => {
    const sample = { parts: [words(3), picture(2), words(2), picture(1), words(1)] };
    const { vision } = layOut(
      [sample],
      { tokens: perCrop, grid: { rows: 4, columns: 4 } },
      tinyConfig("early"),
    );
    const positions = (rule: "released" | "block", make: typeof downsample | typeof learnedPooling) => {
      const { opening, options } = make("vision", { factor: 2, queries: 2, positions: rule } as object)(
        "proxy",
      );
      const lmm = LMM.random(tinyConfig(), 1, from(0, proxyVNonSpatial({ queries: 2 })));
      const x = tf.zeros([1, tokens(vision), 16]) as tf.Tensor3D;
      const streams = { byKind: { vision: { kind: "vision", x, places: vision } }, links: [] };
      const weights = lmm.weights.model.layers[0]?.openings.proxy;
      const all: number[] = [];
      tf.tidy(() => {
        const opened = layerOpening({ opening, options }).apply(streams, {
          options,
          weights,
          rows: () => assert.fail(),
        });
        all.push(...streamOf(opened, "proxy").places.position);
      });
      x.dispose();
      lmm.dispose();
      return all;
    };
    // Text 0..2; crops at 3..18 and 20..35, newlines 19 and 19; text 37, 38; a crop at 39..54.
    assert.deepEqual(positions("released", downsample), [3, 4, 5, 6, 7, 8, 9, 10, 39, 40, 41, 42]);
    assert.deepEqual(positions("block", downsample), [8, 10, 16, 18, 25, 27, 33, 35, 44, 46, 52, 54]);
    assert.deepEqual(positions("released", learnedPooling), [3, 4, 5, 6, 39, 40]);
    assert.deepEqual(positions("block", learnedPooling), [18, 18, 35, 35, 54, 54]);
  });
});

describe("VisionZip", () => {
  before(() => startEngine({ quiet: true }));

  it("keeps the tokens that receive most attention, in order, and merges each other one into the most alike target", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 0, max: 6 }),
        fc.nat(),
        (dominant, contextual, seed) => {
          tf.tidy(() => {
            const random = (shape: number[], i: number) => tf.randomNormal(shape, 0, 1, "float32", seed + i);
            const [features, keys] = [
              random([2, 16, 4], 0) as tf.Tensor3D,
              random([2, 16, 3], 1) as tf.Tensor3D,
            ];
            const received = random([2, 16], 2).square() as tf.Tensor2D;
            const edit = visionZip({ dominant, contextual });
            const [zip] = "encoder" in edit ? edit.encoder : [];
            if (!zip) assert.fail("visionZip acts at the encoder");
            const encoded: Encoded = { features, received, keys, grid: { rows: 4, columns: 4 } };
            const left = encoderOpening(zip).apply(encoded, zip.options);
            assert.deepEqual(left.features.shape, [2, dominant + contextual, 4]);
            assert.equal(left.grid, undefined);
            for (const crop of [0, 1]) {
              const attention = received.arraySync()[crop] as number[];
              const order = attention
                .map((_, i) => i)
                .sort((a, b) => (attention[b] as number) - (attention[a] as number));
              const kept = order.slice(0, dominant).sort((a, b) => a - b);
              const own = left.features.arraySync()[crop] as number[][];
              const all = features.arraySync()[crop] as number[][];
              kept.forEach((token, i) => {
                near(own[i] as number[], all[token] as number[], 1e-6);
              });
              // Nothing is lost or counted twice: targets count once, the others with the weight of their group.
              const rest = order.slice(dominant).sort((a, b) => a - b);
              if (contextual === 0) continue;
              const step = Math.max(1, Math.floor(rest.length / contextual));
              const targets = rest.filter((_, i) => i % step === 0).slice(0, contextual);
              const unit = (keys.arraySync()[crop] as number[][]).map((key) =>
                key.map((v) => v / Math.hypot(...key)),
              );
              const dot = (a: number, b: number) =>
                (unit[a] as number[]).reduce((sum, v, i) => sum + v * (unit[b]?.[i] as number), 0);
              targets.forEach((target, i) => {
                const group = rest.filter((token) => {
                  if (targets.includes(token)) return false;
                  const likeness = targets.map((one) => dot(token, one));
                  return likeness.indexOf(Math.max(...likeness)) === i;
                });
                const mean = (channel: number) =>
                  group.reduce((sum, token) => sum + (all[token]?.[channel] as number), 0) /
                  Math.max(1, group.length);
                const expected = (all[target] as number[]).map((value, channel) => value + mean(channel));
                near(own[dominant + i] as number[], expected, 1e-5, `target ${target}`);
              });
            }
          });
        },
      ),
      { numRuns: 20, seed: 4 },
    );
  });
});
