import assert from "node:assert/strict";
import fc from "fast-check";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { layOut, type Sample } from "../../src/lmm/prompt.ts";
import { downsample } from "../../src/routes/library/downsample.ts";
import { full } from "../../src/routes/library/full.ts";
import { laneWith } from "../../src/routes/library/lanes.ts";
import { learnedPooling } from "../../src/routes/library/learnedPooling.ts";
import { proxyV } from "../../src/routes/library/proxyV.ts";
import { skipAttention } from "../../src/routes/library/skipAttention.ts";
import { skipFfn } from "../../src/routes/library/skipFfn.ts";
import { layerOpening } from "../../src/routes/opening.ts";
import { Pass } from "../../src/routes/pass.ts";
import { type Edits, from, planOf } from "../../src/routes/plan.ts";
import { type Reach, type Route, reaches, route } from "../../src/routes/route.ts";
import { keepTokens, type Places, type Streams, streamOf, tokens } from "../../src/routes/stream.ts";
import { reachNumbers, sees } from "../../src/routes/visibility.ts";
import { largestDifference, near } from "../support/golden.ts";
import { openings, routes } from "../support/library.ts";
import { seesBy } from "../support/referenceKernels.ts";
import { heard, textLogits } from "../support/run.ts";
import { layers, perCrop, picture, prompt, tinyConfig, words } from "../support/tiny.ts";

/** Float32 in another order of additions. */
const rounding = 2e-5;

const samples = [prompt(), prompt({ before: 1, crops: 1, after: 6, seed: 5 })];

const answers = (edits: Edits, newlines: "inPlace" | "early" | "rows" = "early"): number[] => {
  const lmm = LMM.random(tinyConfig(newlines), 4, edits);
  const logits = textLogits(lmm, samples).flat(2);
  lmm.dispose();
  return logits;
};

describe("what text can notice of a route", () => {
  before(() => startEngine({ quiet: true }));

  for (const [name, make] of Object.entries(routes)) {
    if (name === "full") continue;
    it(`${name}: nothing from the last layer on, for nothing reads vision tokens behind it; something before`, () => {
      const plain = answers([]);
      near(answers(make(layers - 1)), plain, rounding, "from the last layer");
      const moved = largestDifference(answers(make(layers - 2)), plain);
      assert.ok(moved > 1e-3, `from the last but one: text moved by ${moved} only`);
    });

    it(`${name}: from layer ${layers} of ${layers} on it is the model without it`, () => {
      assert.deepEqual(planOf(layers, full(), make(layers)), planOf(layers, full()));
    });
  }

  it("every route starts at layer 0 too, and text then notices", () => {
    const plain = answers([]);
    for (const [name, make] of Object.entries(routes)) {
      if (name === "full") continue;
      const moved = largestDifference(answers(make(0)), plain);
      assert.ok(moved > 1e-3 && moved < 100, `${name}: text moved by ${moved}`);
    }
  });

  it("a vision token that sees only itself is its value, projected: skipped attention is that mask without the work", () => {
    const alone = route("alone", { lanes: laneWith("vision", { sees: { vision: "self" } }) });
    near(answers(from(1, skipAttention())), answers(from(1, alone)), rounding);
  });

  it("a skipped FFN is an FFN that adds nothing", () => {
    const lmm = LMM.random(tinyConfig(), 4);
    const nothing = (x: tf.Tensor) => tf.zerosLike(x);
    const edit = Object.fromEntries([1, 2, 3].map((layer) => [`layers.${layer}.ffn.vision`, nothing]));
    const skipped = lmm.with(from(1, skipFfn()));
    near(textLogits(skipped, samples).flat(2), textLogits(lmm, samples, { edit }).flat(2), rounding);
    lmm.dispose();
  });

  it("a kind without a lane leaves: text behind it goes on as if it alone had been there", () => {
    const lmm = LMM.random(tinyConfig(), 4, openings["all vision leaves"] as Edits);
    const moved = (seed: number) => {
      const change = (x: tf.Tensor) => tf.randomNormal(x.shape, 0, 1, "float32", seed);
      return textLogits(lmm, samples, { edit: { "layers.1.output.vision": change } }).flat(2);
    };
    assert.deepEqual(moved(1), moved(2));
    lmm.dispose();
  });
});

/** Prompts of several pictures: text, then pictures and text in turn. */
const prompts: fc.Arbitrary<Sample> = fc
  .record({
    pictures: fc.array(
      fc.record({ crops: fc.integer({ min: 1, max: 3 }), text: fc.integer({ min: 0, max: 2 }) }),
      { maxLength: 3 },
    ),
    before: fc.integer({ min: 0, max: 3 }),
    after: fc.integer({ min: 1, max: 4 }),
    seed: fc.integer({ min: 0, max: 1e6 }),
  })
  .map(({ pictures, before, after, seed }) => ({
    parts: [
      words(before, seed),
      ...pictures.flatMap(({ crops, text }, i) => [picture(crops, seed + i), words(text, seed + 100 + i)]),
      words(after, seed + 200),
    ],
  }));

const batches = fc.array(prompts, { minLength: 1, maxLength: 3 });

describe("padding and company", () => {
  before(() => startEngine({ quiet: true }));

  for (const [name, edits] of [
    ...Object.entries(routes).map(([name, make]) => [name, make(1)] as const),
    ...Object.entries(openings),
  ]) {
    it(`${name}: a sample's logits do not depend on which others share its batch`, () => {
      const lmm = LMM.random(tinyConfig("early"), 6, edits);
      fc.assert(
        fc.property(fc.array(prompts, { minLength: 2, maxLength: 3 }), (batch) => {
          const together = textLogits(lmm, batch);
          batch.forEach((sample, i) => {
            near(
              (together[i] as number[][]).flat(),
              textLogits(lmm, [sample]).flat(2),
              rounding,
              `sample ${i}`,
            );
          });
        }),
        { numRuns: 4, seed: 11 },
      );
      lmm.dispose();
    });
  }
});

/** The places of a batch and of the proxies spawned from its vision tokens. */
function placesOf(
  batch: readonly Sample[],
  positions: "released" | "block",
  factor: number,
): Record<string, Places> {
  const layout = layOut(batch, { tokens: perCrop, grid: { rows: 4, columns: 4 } }, { newlines: "early" });
  const { vision, newline, text } = layout;
  const x = tf.zeros([batch.length, tokens(vision), 1]) as tf.Tensor3D;
  const opening = downsample("vision", { factor, positions })("proxy");
  const streams: Streams = { byKind: { vision: { kind: "vision", x, places: vision } }, links: [] };
  const opened = layerOpening(opening).apply(streams, {
    options: opening.options,
    weights: undefined,
    rows: () => assert.fail("asks for no rows"),
  });
  const { places } = streamOf(opened, "proxy");
  tf.dispose([x, streamOf(opened, "proxy").x]);
  return { vision, newline, text, proxy: places };
}

describe("who sees whom", () => {
  before(() => startEngine({ quiet: true }));
  const { lanes } = proxyV({ sees: "drawn" });
  const drawn = reaches(lanes.proxy as Route["lanes"][string]) as Record<string, Reach>;

  it("as drawn, a proxy sees every present vision token of its picture and none of another, wherever they stand", () => {
    const withPictures = batches.filter((batch) =>
      batch.some(({ parts }) => parts.some((part) => "crops" in part)),
    );
    fc.assert(
      fc.property(
        withPictures,
        fc.constantFrom("released", "block" as const),
        fc.constantFrom(2, 4),
        (batch, positions, factor) => {
          const { vision, proxy } = placesOf(batch, positions, factor) as Record<"vision" | "proxy", Places>;
          const [queries, keys] = [
            { kind: "proxy", places: proxy },
            { kind: "vision", places: vision },
          ];
          for (let query = 0; query < proxy.position.length; query++) {
            if (!proxy.present[query]) continue;
            const sample = Math.floor(query / tokens(proxy));
            for (let key = sample * tokens(vision); key < (sample + 1) * tokens(vision); key++) {
              const own = vision.present[key] === 1 && vision.image[key] === proxy.image[query];
              assert.equal(sees(drawn.vision, queries, query, keys, key), own);
            }
          }
        },
      ),
      { numRuns: 30, seed: 3 },
    );
  });

  it("the mask that attention gets is the rule, pair by pair, and so is the share that is counted", () => {
    const reach = fc.record({
      vision: fc.constantFrom<Reach>("self", "earlier", "image"),
      newline: fc.constantFrom<Reach>("earlier", "image"),
      text: fc.constantFrom<Reach>("self", "earlier"),
    });
    fc.assert(
      fc.property(batches, reach, fc.constantFrom("vision", "newline", "text"), (batch, rules, asking) => {
        const { vision, newline, text } = layOut(batch, { tokens: 4 }, { newlines: "inPlace" });
        const kinds = Object.entries({ vision, newline, text }).filter(
          ([, places]) => places.position.length > 0,
        );
        const parties = kinds.map(([kind, places]) => ({ kind, places }));
        const queries = parties.find(({ kind }) => kind === asking) ?? { kind: "text", places: text };
        tf.tidy(() => {
          const pass = new Pass({ rotaryBase: 0 });
          const view = pass.view(queries, parties, rules);
          const { bias: mask, some: any } = view.mask();
          const width = view.parties.reduce((sum, { places }) => sum + tokens(places), 0);
          const rows = queries.places.position.length;
          const bias = mask?.dataSync() ?? new Float32Array(rows * width);
          const some = any?.dataSync() ?? new Float32Array(rows).fill(1);
          let pairs = 0;
          for (let row = 0; row < rows; row++) {
            const seen = view.parties.flatMap((party) => {
              const first = Math.floor(row / tokens(queries.places)) * tokens(party.places);
              return Array.from({ length: tokens(party.places) }, (_, i) =>
                sees(rules[party.kind as keyof typeof rules], queries, row, party, first + i),
              );
            });
            assert.deepEqual(
              [...bias.subarray(row * width, (row + 1) * width)].map((one) => one === 0),
              seen,
            );
            assert.equal(some[row], seen.includes(true) ? 1 : 0);
            if (queries.places.present[row]) pairs += seen.filter(Boolean).length;
          }
          assert.ok(Math.abs(view.visible * rows * width - pairs) < 1e-6);
          pass.release();
        });
      }),
      { numRuns: 30, seed: 5 },
    );
  });

  it("what kernels get says the same of every pair: where tokens stand, and how far each kind sees", () => {
    const places = (batch: number) =>
      fc.integer({ min: 1, max: 5 }).chain((count) => {
        const length = { minLength: batch * count, maxLength: batch * count };
        const numbers = (min: number, max: number) => fc.array(fc.integer({ min, max }), length);
        return fc.record({ position: numbers(0, 6), present: numbers(0, 1), image: numbers(-1, 1) }).map(
          ({ position, present, image }): Places => ({
            batch,
            position: Int32Array.from(position),
            present: Uint8Array.from(present),
            image: Int32Array.from(image),
            crop: Int32Array.from(position),
          }),
        );
      });
    const reach = fc.option(fc.constantFrom<Reach>("self", "earlier", "image"), { nil: undefined });
    const cases = fc.integer({ min: 1, max: 3 }).chain((batch) =>
      fc.record({
        asking: fc.constantFrom("vision", "proxy", "text"),
        own: places(batch),
        keys: fc.record({ vision: places(batch), proxy: places(batch), text: places(batch) }),
        offset: fc.integer({ min: -1, max: 2 }),
        rules: fc.record({ vision: reach, proxy: reach, text: reach }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ asking, own, keys, offset, rules }) => {
        const known = Object.fromEntries(
          Object.entries(rules).filter((entry): entry is [string, Reach] => entry[1] !== undefined),
        );
        const queries = { kind: asking, places: own, offset };
        const parties = Object.entries(keys).map(([kind, places]) => ({ kind, places }));
        const pass = new Pass({ rotaryBase: 10000 });
        pass.view({ kind: "newline", places: own }, [], {}); // kinds met before have numbers of their own
        const view = pass.view(queries, parties, known);
        fc.pre(view.parties.length > 0); // else nobody asks a kernel
        const { queries: asked, keys: seen } = view.places();
        const [rows, columns] = [asked.arraySync() as number[][][], seen.arraySync() as number[][][]];
        for (let row = 0; row < own.position.length; row++) {
          const sample = Math.floor(row / tokens(own));
          const query = rows[sample]?.[row % tokens(own)] as number[];
          const expected = view.parties.flatMap((party) => {
            const first = sample * tokens(party.places);
            return Array.from({ length: tokens(party.places) }, (_, i) =>
              sees(known[party.kind], queries, row, party, first + i),
            );
          });
          const given = (columns[sample] as number[][]).map((key) =>
            seesBy(query, key, view.reaches, view.kinds),
          );
          assert.deepEqual(given, expected);
        }
        assert.deepEqual(view.reaches.length, view.kinds ** 2);
        assert.ok(view.reaches.every((one) => one === 0 || Object.values(reachNumbers).includes(one)));
        pass.release();
      }),
      { numRuns: 60, seed: 9 },
    );
  });

  for (const look of ["drawn", "released"] as const) {
    const told = look === "drawn" ? "exactly the proxies of its own picture" : "no proxy";
    it(`as ${look}, a change of one vision token reaches ${told} in the same layer`, () => {
      const lmm = LMM.random(tinyConfig(), 7, from(1, proxyV({ factor: 2, sees: look })));
      const sample: Sample = {
        parts: [words(1), picture(2, 1), words(2), picture(1, 2), words(1), picture(1, 3), words(2)],
      };
      const { vision } = layOut([sample], { tokens: perCrop, grid: { rows: 4, columns: 4 } }, lmm.config);
      const proxyOf = ["layers.1.output.proxy"];
      const path = "layers.1.input.vision";
      const size = lmm.config.decoder.hidden_size;
      const before = heard(lmm, [sample], proxyOf)["layers.1.output.proxy"] as tf.TypedArray;
      for (const token of [0, 17, 31, 32, 40, 63]) {
        const nudge = (x: tf.Tensor) =>
          x.add(tf.oneHot(tf.scalar(token, "int32"), 4 * perCrop).reshape([1, 4 * perCrop, 1]));
        const after = heard(lmm, [sample], proxyOf, { [path]: nudge })[
          "layers.1.output.proxy"
        ] as tf.TypedArray;
        const changed = Array.from({ length: before.length / size }, (_, proxy) =>
          before
            .subarray(proxy * size, (proxy + 1) * size)
            .some((value, i) => value !== after[proxy * size + i]),
        );
        // Four proxies a crop; pictures of two, one and one crops.
        const imageOfProxy = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2];
        const expected = imageOfProxy.map((image) => look === "drawn" && image === vision.image[token]);
        assert.deepEqual(changed, expected, `token ${token}`);
      }
      lmm.dispose();
    });
  }
});

describe("who stands for whom", () => {
  before(() => startEngine({ quiet: true }));

  const openingsThatStand = {
    downsample: downsample("vision", { factor: 2 })("proxy"),
    learnedPooling: learnedPooling("vision", { queries: 3 })("proxy"),
  };
  for (const [name, opening] of Object.entries(openingsThatStand)) {
    it(`${name}: tokens that are left after drops are stood for by the proxies that stood for them before`, () => {
      const lmm = LMM.random(tinyConfig(), 8, { before: 1, opens: [opening] }, from(1, full()));
      const weights = LMM.random(tinyConfig(), 8, from(1, routeWith(opening)));
      const definition = layerOpening(opening);
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 2 }),
          fc.integer({ min: 1, max: 3 }),
          fc.infiniteStream(fc.nat()),
          (batch, crops, draws) => {
            const next = () => draws.next().value as number;
            const pick = (count: number, of: number) =>
              Int32Array.from({ length: batch * count }, () => next() % of);
            tf.tidy(() => {
              const sample: Sample = { parts: [picture(crops), words(1)] };
              const { vision } = layOut(
                Array(batch).fill(sample),
                { tokens: perCrop, grid: { rows: 4, columns: 4 } },
                lmm.config,
              );
              const x = tf.randomNormal([batch, crops * perCrop, 16], 0, 1, "float32", next()) as tf.Tensor3D;
              const opened = definition.apply(
                { byKind: { vision: { kind: "vision", x, places: vision } }, links: [] },
                {
                  options: opening.options,
                  weights: weights.weights.model.layers[1]?.openings.proxy,
                  rows: () => assert.fail(),
                },
              );
              const once = pick(7, crops * perCrop);
              const twice = pick(3, 7);
              const present = (index: Int32Array) => new Uint8Array(index.length).fill(1);
              const dropped = keepTokens(
                keepTokens(opened, "vision", once, present(once)),
                "vision",
                twice,
                present(twice),
              );
              const held = tf.randomNormal(
                [batch, tokens(streamOf(opened, "proxy").places), 5],
                0,
                1,
                "float32",
                next(),
              ) as tf.Tensor3D;
              const all = opened.links[0]?.spread(held).arraySync() as number[][][];
              const left = dropped.links[0]?.spread(held).arraySync() as number[][][];
              left.forEach((rows, b) => {
                rows.forEach((row, i) => {
                  const kept = twice[b * 3 + i] as number;
                  near(row, all[b]?.[once[b * 7 + kept] as number] as number[], 1e-6);
                });
              });
            });
          },
        ),
        { numRuns: 8, seed: 2 },
      );
      lmm.dispose();
      weights.dispose();
    });
  }
});

const routeWith = (opening: Route["opens"][number]): Route => ({
  ...proxyV({ factor: 2 }),
  opens: [opening],
});
