import assert from "node:assert/strict";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { cost } from "../../src/lmm/cost.ts";
import { generate } from "../../src/lmm/generate.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { leaves } from "../../src/nn/tree.ts";
import {
  downsample,
  from,
  guidedMlp,
  opening,
  planFromJson,
  planToJson,
  route,
  spawn,
  update,
} from "../../src/routes/index.ts";
import { laneWith } from "../../src/routes/library/lanes.ts";
import { valueAndGradients } from "../../src/train/gradients.ts";
import { near, relativeError } from "../support/golden.ts";
import { heard, textLogits, textOf } from "../support/run.ts";
import { perCrop, prompt, tinyConfig } from "../support/tiny.ts";

const samples = [prompt({ crops: 2 }), prompt({ crops: 1, after: 6, seed: 3 })];

// As in the README: vision tokens receive what their proxy gained in this layer.
const gain = update("gain of the proxy", ({ vision, proxy }, { spread }) =>
  tf.add(vision.before, spread(tf.sub(proxy.after, proxy.before))),
);
const transport = route("delta transport", {
  opens: spawn({ proxy: downsample("vision", { factor: 2 }) }),
  lanes: {
    vision: { layer: gain },
    proxy: { sees: ["proxy", "newline", "text"] },
    newline: { sees: ["vision", "newline", "text"] },
    text: { sees: ["vision", "newline", "text"] },
  },
});

describe("an update of one's own in a few lines", () => {
  before(() => startEngine({ quiet: true }));

  it("computes what it says: each vision token gains what its block's proxy gained", () => {
    const lmm = LMM.random(tinyConfig(), 2, from(1, transport));
    const paths = ["input", "output"].flatMap((what) =>
      ["vision", "proxy"].map((kind) => `layers.2.${what}.${kind}`),
    );
    const values = heard(lmm, samples, paths);
    const at = (path: string, token: number) => {
      const size = 16;
      return values[path]?.subarray(token * size, (token + 1) * size) as Float32Array;
    };
    for (let token = 0; token < 2 * perCrop; token++) {
      const [crop, row, column] = [Math.floor(token / perCrop), Math.floor((token % perCrop) / 4), token % 4];
      const proxy = crop * 4 + 2 * Math.floor(row / 2) + Math.floor(column / 2);
      const [before, after] = [at("layers.2.input.proxy", proxy), at("layers.2.output.proxy", proxy)];
      const expected = at("layers.2.input.vision", token).map(
        (x, i) => x + (after[i] as number) - (before[i] as number),
      );
      near(at("layers.2.output.vision", token), expected, 1e-5, `token ${token}`);
    }
    lmm.dispose();
  });

  it("decodes through the cache, is counted, is differentiated and travels as JSON like any other", () => {
    const lmm = LMM.random(tinyConfig(), 2, from(1, transport));
    let second: number[][] = [];
    let step = 0;
    const onLogits = (x: tf.Tensor2D) => {
      if (step++ === 1) second = x.arraySync();
    };
    const answers = generate(lmm, samples, { maxTokens: 2, onLogits });
    const longer = samples.map((sample, i) => ({
      parts: [...sample.parts, (answers[i] as number[]).slice(0, 1)],
      promptLength: textOf(sample),
    }));
    textLogits(lmm, longer).forEach((rows, i) => {
      near(second[i] as number[], rows.at(-1) as number[], 2e-5);
    });
    assert.ok(cost(lmm, { crops: 2, text: 5 }).flops < cost(tinyConfig(), [], { crops: 2, text: 5 }).flops);
    assert.deepEqual(planFromJson(planToJson(lmm.plan)), lmm.plan);

    // Along one direction through all weights, the same in every run, the gradient is the slope.
    const weights = new Map(leaves(lmm.weights).filter(([path]) => path.startsWith("model.layers")));
    const loss = (model: LMM) =>
      tf.tidy(() => model.logits(samples.slice(0, 1)).square().mean() as tf.Scalar);
    const { value, gradients } = valueAndGradients(() => loss(lmm), weights);
    const direction = new Map(
      [...weights].map(([path, x], i) => [path, tf.randomNormal(x.shape, 0, 0.1, "float32", i + 1)]),
    );
    const along = tf.tidy(() => {
      const parts = [...gradients].map(([path, gradient]) =>
        gradient.mul(direction.get(path) as tf.Tensor).sum(),
      );
      return tf.addN(parts).dataSync()[0] as number;
    });
    const h = 4e-3;
    const [up, down] = [h, -h].map((by) => {
      const moved = lmm.withTensors(
        new Map([...weights].map(([path, x]) => [path, x.add((direction.get(path) as tf.Tensor).mul(by))])),
      );
      const result = loss(moved);
      const [number] = result.dataSync();
      result.dispose();
      moved.dispose();
      return number as number;
    }) as [number, number];
    assert.ok(
      relativeError([(up - down) / (2 * h)], [along]) < 2e-2,
      `slope ${(up - down) / (2 * h)}, gradient ${along}`,
    );
    tf.dispose([value, ...gradients.values(), ...direction.values()]);
    lmm.dispose();
  });

  it("written again under its name, as a cell that is run again does, it takes the place of the first", () => {
    const lanes = (by: number) =>
      laneWith("vision", {
        layer: update("scaled, for the test", ({ vision }) => tf.mul(vision.before, by)),
      });
    const lmm = LMM.random(tinyConfig(), 2, from(1, route("scaled", { lanes: lanes(1) })));
    const first = textLogits(lmm, samples).flat(2);
    lanes(3);
    assert.notDeepEqual(textLogits(lmm, samples).flat(2), first);
    lmm.dispose();
  });

  it("two kinds that wait for each other are an error that shows the circle", () => {
    const ofProxy = update("after the proxy, for the test", ({ proxy }, { spread }) => spread(proxy.after));
    const ofVision = update("after vision, for the test", ({ vision, proxy }) =>
      tf.add(proxy.before, vision.after.mean()),
    );
    const circle = route("circle", {
      opens: spawn({ proxy: downsample("vision", { factor: 2 }) }),
      lanes: { ...laneWith("vision", { layer: ofProxy }), proxy: { layer: ofVision } },
    });
    const lmm = LMM.random(tinyConfig(), 2, from(1, circle));
    const tensors = tf.memory().numTensors;
    assert.throws(() => textLogits(lmm, samples), {
      name: "UsageError",
      message: 'route "circle": vision waits for proxy waits for vision; use "before" in one of the updates',
    });
    assert.throws(() => cost(lmm), /vision waits for proxy waits for vision/);
    assert.equal(tf.memory().numTensors, tensors);
    lmm.dispose();
  });

  it("asking for a kind that is not there, or for one that stands for nobody, is a sentence", () => {
    const asks = update("asks, for the test", ({ thumb }) => (thumb as { before: tf.Tensor3D }).before);
    const asking = LMM.random(
      tinyConfig(),
      2,
      from(1, route("asking", { lanes: laneWith("vision", { layer: asks }) })),
    );
    assert.throws(() => textLogits(asking, samples), {
      name: "UsageError",
      message: 'update "asks, for the test" asks for thumb, and layer 1 has only vision, newline, text',
    });
    const alone = LMM.random(
      tinyConfig(),
      2,
      from(1, route("alone", { lanes: laneWith("vision", { layer: guidedMlp() }) })),
    );
    assert.throws(() => textLogits(alone, samples), {
      name: "UsageError",
      message: 'update "guidedMlp": nothing stands for vision; spawn proxies before',
    });
    asking.dispose();
    alone.dispose();
  });
});

describe("openings of one's own, and two sorts of proxies", () => {
  before(() => startEngine({ quiet: true }));

  it("two sorts of proxies travel side by side, and a token is guided by whichever an update asks for", () => {
    const both = update("both proxies, for the test", ({ vision, proxy, thumb }, { spread }) =>
      tf.addN([
        vision.before,
        spread(proxy.after, "proxy"),
        spread((thumb as typeof proxy).after, "thumb").mul(10),
      ]),
    );
    const sees = { sees: ["proxy", "thumb", "text"] };
    const two = route("two sorts", {
      opens: spawn({
        proxy: downsample("vision", { factor: 2 }),
        thumb: downsample("vision", { factor: 4 }),
      }),
      lanes: { ...laneWith("vision", { layer: both }), proxy: sees, thumb: { sees: ["thumb"] } },
    });
    const lmm = LMM.random(tinyConfig(), 2, from(1, two));
    const paths = ["input.vision", "output.vision", "output.proxy", "output.thumb"].map(
      (name) => `layers.1.${name}`,
    );
    const values = heard(lmm, samples.slice(0, 1), paths);
    const [before, after, proxy, thumb] = paths.map((path) => values[path]);
    const at = (x: tf.TypedArray | undefined, token: number, i: number) => x?.[token * 16 + i] as number;
    for (let token = 0; token < 2 * perCrop; token++) {
      const crop = Math.floor(token / perCrop);
      const own = crop * 4 + 2 * Math.floor((token % perCrop) / 8) + Math.floor((token % 4) / 2);
      for (let i = 0; i < 16; i++) {
        const expected = at(before, token, i) + at(proxy, own, i) + 10 * at(thumb, crop, i);
        assert.ok(Math.abs(at(after, token, i) - expected) < 1e-4, `token ${token}`);
      }
    }
    lmm.dispose();
  });

  it("an opening is written in a few lines too", () => {
    const negate = opening("negated, for the test", (streams) => {
      const vision = streams.byKind.vision as NonNullable<typeof streams.byKind.vision>;
      return { ...streams, byKind: { ...streams.byKind, vision: { ...vision, x: tf.neg(vision.x) } } };
    });
    const lmm = LMM.random(tinyConfig(), 2);
    const turned = lmm.with({ before: 2, opens: [negate] });
    const edit = { "layers.1.output.vision": (x: tf.Tensor) => tf.neg(x) };
    near(textLogits(turned, samples).flat(2), textLogits(lmm, samples, { edit }).flat(2), 1e-6);
    lmm.dispose();
  });
});
