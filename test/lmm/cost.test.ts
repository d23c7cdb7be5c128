import assert from "node:assert/strict";
import fc from "fast-check";
import { type PublishedName, published } from "../../datasets/paper/load.ts";
import { count } from "../../src/backend/shapes/count.ts";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { UsageError } from "../../src/errors.ts";
import { type Cost, type CostSettings, cost } from "../../src/lmm/cost.ts";
import { llm, llms } from "../../src/lmm/llms.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { leaves } from "../../src/nn/tree.ts";
import { fastV } from "../../src/routes/library/fastV.ts";
import { full } from "../../src/routes/library/full.ts";
import { laneWith } from "../../src/routes/library/lanes.ts";
import { lightMlp } from "../../src/routes/library/lightMlp.ts";
import { maskAttention } from "../../src/routes/library/maskAttention.ts";
import { proxyV } from "../../src/routes/library/proxyV.ts";
import { proxyVNonSpatial } from "../../src/routes/library/proxyVNonSpatial.ts";
import { pyramidDrop } from "../../src/routes/library/pyramidDrop.ts";
import { skipAttention } from "../../src/routes/library/skipAttention.ts";
import { skipAttentionAndFfn } from "../../src/routes/library/skipAttentionAndFfn.ts";
import { skipFfn } from "../../src/routes/library/skipFfn.ts";
import { visionZip } from "../../src/routes/library/visionZip.ts";
import { type Edits, from } from "../../src/routes/plan.ts";
import { route } from "../../src/routes/route.ts";
import { streamOf } from "../../src/routes/stream.ts";
import { update } from "../../src/routes/update.ts";
import { valueAndGradients } from "../../src/train/gradients.ts";
import { onEveryEngine } from "../support/engines.ts";
import { goldenJson, near } from "../support/golden.ts";
import { layers, picture, prompt, tinyConfig, words } from "../support/tiny.ts";

/** A prefill of an LLM of the paper, counted once. */
const counts = new Map<string, Cost>();
function counted(name: string, edits: Edits, settings: CostSettings = {}): Cost {
  const key = JSON.stringify([name, edits, settings]);
  const known = counts.get(key) ?? cost(llm(name), edits, settings);
  counts.set(key, known);
  return known;
}

const saved = (name: string, edits: Edits, settings: CostSettings = {}): number =>
  counted(name, edits, settings).versus(counted(name, [], settings)).reducedPct;

describe("FLOPs agree with the paper", () => {
  before(() => startEngine({ quiet: true }));

  /** Phi-3 and InternLM2.5 fuse their projections, which the paper's counter does not see through (paper.md). */
  const tolerance: Record<string, number> = {
    "vicuna-7b": 0.7,
    "vicuna-13b": 0.7,
    "llama3-8b": 0.7,
    "qwen2-7b": 0.7,
    "phi3-3b": 1.8,
    "internlm2.5-7b": 3.3,
  };
  const methods: Record<string, (k: number) => Edits> = {
    skip_attention_finetuned: (k) => from(k, skipAttention()),
    skip_attention: (k) => from(k, skipAttention()),
    skip_attention_and_ffn: (k) => from(k, skipAttentionAndFfn()),
    proxyv: (k) => from(k, proxyV()),
  };
  const tables: PublishedName[] = [
    "table1_skip_attention",
    "table2_skip_attention_and_ffn",
    "table3_proxyv_start_layer",
    "table4_proxyv_across_llms",
  ];
  const errors: number[] = [];

  for (const table of tables) {
    it(`every published saving of ${table} is met`, () => {
      for (const row of published(table) as {
        llm: string;
        method: string;
        start_layer: number;
        flops_reduced_pct: number | null;
      }[]) {
        if (row.flops_reduced_pct === null) continue;
        const method = methods[row.method] ?? assert.fail(`no route for ${row.method}`);
        const error = Math.abs(saved(row.llm, method(row.start_layer)) - row.flops_reduced_pct);
        errors.push(error);
        assert.ok(
          error <= (tolerance[row.llm] as number),
          `${row.llm}, ${row.method} from ${row.start_layer}: off by ${error}`,
        );
      }
    });
  }

  it("over Tables 1 to 4 the mean absolute error is at most 0.65 points", () => {
    assert.equal(errors.length, 24);
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    assert.ok(mean <= 0.65, `mean absolute error ${mean}`);
  });

  const computed: [string, Edits, number][] = [
    ["VisionZip with 400 tokens a crop", visionZip(), 32.21],
    ["PyramidDrop before layers 12, 20 and 26", pyramidDrop(), 43.46],
    ["PyramidDrop behind layers 12, 20 and 26", pyramidDrop({ layers: [13, 21, 27] }), 40.73],
    ["non-spatial ProxyV from layer 12", from(12, proxyVNonSpatial()), 44.3],
    [
      "non-spatial ProxyV on VisionZip, 36 queries a crop",
      [visionZip(), from(12, proxyVNonSpatial())],
      60.56,
    ],
    [
      "non-spatial ProxyV on VisionZip, 25 queries",
      [visionZip(), from(12, proxyVNonSpatial({ queries: 25 }))],
      61.72,
    ],
  ];
  for (const [what, edits, expected] of computed) {
    it(`${what} saves ${expected} % of Vicuna-7B's FLOPs`, () => {
      near([saved("vicuna-7b", edits)], [expected], 0.01);
    });
  }

  it("the prefill of each LLM takes the TFLOPs computed beside the paper", () => {
    const expected = {
      "vicuna-7b": 42.53,
      "vicuna-13b": 81.53,
      "llama3-8b": 45.48,
      "qwen2-7b": 41.76,
      "phi3-3b": 24.66,
      "internlm2.5-7b": 45.48,
    };
    assert.deepEqual(Object.keys(llms), Object.keys(expected));
    for (const [name, tera] of Object.entries(expected))
      near([counted(name, []).flops / 1e12], [tera], 0.005, name);
  });

  it("ProxyV saves less with more text and with more proxies, by the figures computed beside the paper", () => {
    const text = [50, 100, 200, 300].map((text) => saved("vicuna-7b", from(12, proxyV()), { text }));
    near(text, [45.5, 44.7, 43.3, 42.0], 0.05);
    const factors = [2, 3, 4, 6, 8].map((factor) => saved("vicuna-7b", from(12, proxyV({ factor }))));
    near(factors, [33.4, 42.4, 45.5, 47.7, 48.4], 0.05);
  });
});

interface HandCount {
  readonly llm: string;
  readonly route: string;
  readonly options: Record<string, never>;
  readonly encoder: { dominant: number; contextual: number } | null;
  readonly from: number | null;
  readonly crops: number;
  readonly text: number;
  readonly newlines: "inPlace" | "early";
  readonly scores: "full" | "visible";
  readonly baselineFlops: number;
  readonly flops: number;
  readonly rankingFlops: number;
}

describe("FLOPs agree to the last one with a count by hand, in settings that nobody published", () => {
  before(() => startEngine({ quiet: true }));

  for (const one of goldenJson<HandCount[]>("flops.json")) {
    const { llm: name, route: routeName, options, encoder, newlines, crops, text, scores } = one;
    const told = [JSON.stringify(options), encoder && "on VisionZip", newlines, scores]
      .filter(Boolean)
      .join(", ");
    it(`${name}, ${routeName} from ${one.from ?? 0}, ${crops} crops, ${text} text tokens: ${told}`, () => {
      const {
        with: what,
        count: queries,
        ratio = null,
        ...rest
      } = options as Record<string, never> & { ratio?: number | null };
      const mlp = ratio === null ? {} : { ratio };
      const k = one.from ?? 0;
      const edits: Record<string, () => Edits> = {
        full: () => from(k, full()),
        maskAttention: () => from(k, maskAttention()),
        skipAttention: () => from(k, skipAttention()),
        skipFfn: () => from(k, skipFfn("vision", what === "keep" ? "keep" : lightMlp(mlp))),
        skipAttentionAndFfn: () => from(k, skipAttentionAndFfn("vision", lightMlp(mlp))),
        proxyV: () => from(k, proxyV({ ...rest, ratio })),
        proxyVNonSpatial: () => from(k, proxyVNonSpatial({ ...rest, queries, ratio })),
        fastV: () => fastV(rest),
        pyramidDrop: () => pyramidDrop(rest),
      };
      const config = { ...llm(name), newlines };
      const own = (edits[routeName] ?? assert.fail(`no route ${routeName}`))();
      const { flops } = cost(config, encoder ? [visionZip(encoder), own] : own, { crops, text, scores });
      assert.equal(flops, one.flops + one.rankingFlops + wider(one));
    });
  }

  it("the baselines of those settings", () => {
    const known = new Set<string>();
    for (const { llm: name, crops, text, scores, newlines, baselineFlops } of goldenJson<HandCount[]>(
      "flops.json",
    )) {
      const key = JSON.stringify([name, crops, text, scores]);
      if (known.has(key)) continue;
      known.add(key);
      assert.equal(cost({ ...llm(name), newlines }, [], { crops, text, scores }).flops, baselineFlops, key);
    }
  });

  /** The hand count lets `ratio` shape the learned pooling too; here it shapes the update, and pooling stays as released. */
  function wider({ route: name, options, llm: model, crops }: HandCount): number {
    const { ratio, count: queries } = options as { ratio?: number | null; count?: number };
    if (name !== "proxyVNonSpatial" || !ratio || !queries) return 0;
    const hidden = llm(model).decoder.hidden_size;
    return 2 * crops * 576 * (hidden / 4 - hidden * ratio) * (hidden + queries);
  }
});

describe("what cost says besides FLOPs", () => {
  before(() => startEngine({ quiet: true }));
  const vicuna = llm("vicuna-7b");
  const added = (edits: Edits) =>
    cost(vicuna, edits, { crops: 1 }).parameters - cost(vicuna, [], { crops: 1 }).parameters;

  it("a light MLP has 9.44 M parameters at d = 4,096 and a guided one 14.68 M (paper, Table 2 and section 4)", () => {
    assert.equal(added(from(31, skipAttentionAndFfn())), 4096 * 1024 + 1024 * 1024 + 1024 * 4096 + 4096);
    near([added(from(31, skipAttentionAndFfn())) / 1e6], [9.44], 0.005);
    near([added(from(31, proxyV())) / 1e6], [14.68], 0.005);
    near([added(from(12, proxyV())) / 1e6], [20 * 14.684], 0.01);
  });

  it("the KV cache holds keys and values of every token that decoded text sees, in float32", () => {
    const perToken = (heads: number) => 2 * heads * 128 * 4;
    const tokens = 5 * 577 + 50;
    const bytes = (name: string, edits: Edits) => counted(name, edits).kvCacheBytes;
    assert.equal(bytes("vicuna-7b", []), 32 * tokens * perToken(32));
    assert.equal(bytes("llama3-8b", []), 32 * tokens * perToken(8));
    assert.equal(bytes("vicuna-7b", from(12, proxyV())), 32 * tokens * perToken(32), "proxies leave");
    assert.equal(bytes("vicuna-7b", visionZip()), 32 * (5 * 401 + 50) * perToken(32));
    const halved = 2 * tokens + 30 * (tokens - 5 * 288);
    assert.equal(bytes("vicuna-7b", fastV()), halved * perToken(32), "dropped tokens leave");
  });

  it("peak bytes grow with crops and text, and hold two score matrices of the widest layer at least", () => {
    const peaks = [1, 2, 5].map((crops) => counted("vicuna-7b", [], { crops }).peakBytes);
    assert.deepEqual(
      peaks,
      [...new Set(peaks)].sort((a, b) => a - b),
    );
    assert.ok(counted("vicuna-7b", [], { text: 100 }).peakBytes > counted("vicuna-7b", []).peakBytes);
    assert.ok((peaks[2] as number) > 2 * 4 * 32 * 2880 * 2935, "scores and weights of the vision tokens");
    assert.ok(counted("vicuna-7b", from(0, proxyV())).peakBytes < (peaks[2] as number));
  });

  it("FLOPs of layers, kinds, operations and cells add up to the whole", () => {
    const { flops, layers: all } = counted("vicuna-7b", from(12, proxyV()));
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    assert.equal(sum(all.map((layer) => layer.flops)), flops);
    for (const { flops: own, byKind, byOperation, cells } of all) {
      for (const parts of [
        Object.values(byKind),
        Object.values(byOperation),
        cells.map((cell) => cell.flops),
      ]) {
        assert.equal(sum(parts), own);
      }
    }
    assert.deepEqual([...new Set(all.map((layer) => layer.route))], ["full", "proxyV"]);
  });

  it("without newlines a decoder takes 8 d^2 + 6 d f a token and 4 d a pair of tokens, layer by layer", () => {
    const [tokens, d, f] = [5 * 576 + 50, 4096, 11008];
    const { flops, layers } = counted("vicuna-7b", [], { newline: 0 });
    assert.equal(flops, 32 * (tokens * (8 * d * d + 6 * d * f) + 4 * tokens * tokens * d));
    assert.ok(layers.every(({ byKind }) => !("newline" in byKind)));
  });

  it("newlines stand where the config puts them, unless a number is asked for", () => {
    const rows = cost(tinyConfig("rows"), [], { crops: 3 });
    assert.equal(rows.settings.newline, 12);
    assert.equal(cost(tinyConfig(), [], { crops: 3 }).settings.newline, 3);
    assert.equal(cost(tinyConfig("rows"), [], { crops: 3, newline: 2 }).settings.newline, 2);
    assert.equal(
      cost(tinyConfig("rows"), visionZip({ dominant: 3, contextual: 1 }), { crops: 3 }).settings.newline,
      3,
    );
  });

  for (const [settings, word] of [
    [{ crops: 0 }, "crops 0"],
    [{ crops: 2.5 }, "crops 2.5"],
    [{ text: -1 }, "text -1"],
    [{ newline: Number.NaN }, "newline NaN"],
    [{ scores: "all" as "full" }, 'scores "all"'],
  ] as const) {
    it(`${word} is refused by a sentence that says it`, () => {
      assert.throws(
        () => cost(vicuna, [], settings),
        (error: Error) => error instanceof UsageError && error.message.includes(word),
      );
    });
  }
});

describe("counting and running do not disturb each other", () => {
  onEveryEngine(() => {
    it("cost leaves the engine and every tensor as they were, also when it throws", () => {
      const [engine, backend] = [tf.getBackend(), tf.backend()];
      const { numTensors, numDataBuffers } = tf.memory();
      cost(tinyConfig(), from(1, proxyV()), { crops: 1 });
      assert.throws(() => cost(tinyConfig(), from(1, proxyV({ factor: 3 }))), UsageError);
      assert.throws(
        () => cost(tinyConfig(), [visionZip({ dominant: 3, contextual: 1 }), from(1, proxyV())]),
        UsageError,
      );
      assert.equal(tf.getBackend(), engine);
      assert.equal(tf.backend(), backend);
      assert.equal(tf.memory().numTensors, numTensors);
      assert.equal(tf.memory().numDataBuffers, numDataBuffers);
    });

    it("a model whose weights lie on this engine is counted as its config is, and answers as before", () => {
      const lmm = LMM.random(tinyConfig(), 1, from(1, proxyV({ factor: 2 })));
      const answer = () => tf.tidy(() => [...lmm.logits([prompt()]).dataSync()]);
      const before = answer();
      const own = cost(lmm, { crops: 2, text: 7 });
      const shapes = cost(tinyConfig(), from(1, proxyV({ factor: 2 })), { crops: 2, text: 7 });
      assert.equal(own.flops, shapes.flops);
      assert.equal(own.parameters, shapes.parameters);
      assert.equal(own.kvCacheBytes, shapes.kvCacheBytes);
      assert.deepEqual(answer(), before);
      lmm.dispose();
    });
  });
});

describe("whatever an update computes is counted with no further word", () => {
  before(() => startEngine({ quiet: true }));

  it("an update of one's own with a matmul", () => {
    const mix = update("mix for the count", ({ vision }) =>
      tf.tidy(() => {
        const { before } = vision as { before: tf.Tensor3D };
        const [batch, tokens, hidden] = before.shape;
        const square = tf.zeros([hidden, hidden]);
        return tf
          .matMul(before.reshape([batch * tokens, hidden]), square as tf.Tensor2D)
          .reshape(before.shape) as tf.Tensor3D;
      }),
    );
    const mixed = route("mixed", { lanes: laneWith("vision", { layer: mix }) });
    const kept = route("kept", { lanes: laneWith("vision", { layer: "keep" }) });
    const settings = { crops: 3, text: 9 };
    const [own, without] = [mixed, kept].map((one) => cost(tinyConfig(), from(2, one), settings));
    const inOneLayer = 2 * 3 * 16 * 16 * 16;
    assert.equal((own?.flops as number) - (without?.flops as number), 2 * inOneLayer);
    assert.equal(own?.layers[2]?.byOperation["mix for the count"], inOneLayer);
    assert.equal(own?.layers[1]?.byOperation["mix for the count"], undefined);
  });

  it("the backward pass: two products for each of the forward pass where every operand has a gradient", () => {
    const lmm = LMM.random(tinyConfig(), 1, from(1, skipAttention()));
    const total = (tallies: readonly { multiplyAdds: number }[]) =>
      tallies.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0);
    const decoder = ({ layer }: { layer: string }) => /^\d+$/.test(layer);
    const loss = () =>
      tf.tidy(() => {
        const { streams } = lmm.prefill([{ parts: [picture(2), words(5)] }]);
        return ["vision", "newline", "text"]
          .map((kind) => streamOf(streams, kind).x.sum())
          .reduce((a, b) => a.add(b)) as tf.Scalar;
      });
    const forward = count(loss).tallies.filter(decoder);
    const both = count(() => valueAndGradients(loss, new Map(leaves(lmm.weights)))).tallies;
    const perLayer = (layer: number) => total(forward.filter((tally) => tally.layer === `${layer}`));
    assert.ok(perLayer(0) > 0 && perLayer(layers - 1) > 0);
    const rest =
      total(both.filter((tally) => tally.layer === "encoder")) +
      total(both.filter((tally) => tally.operation === "projector"));
    // The projector's first factors are counted outside layers; the backward pass has no layer of its own.
    const backward = total(both) - total(forward) - rest;
    const encoder = total(count(loss).tallies) - total(forward);
    const patches = 2 * 16 * 4 * 8; // pixels have no gradient, so that one product is missing
    assert.equal(backward, 2 * total(forward) + 2 * encoder - patches);
    lmm.dispose();
  });

  it("with nothing but what may be seen no route counts more than with everything", () => {
    const route = fc.constantFrom<(k: number) => Edits>(
      (k) => from(k, full()),
      (k) => from(k, maskAttention()),
      (k) => from(k, skipAttention()),
      (k) => from(k, skipFfn()),
      (k) => from(k, skipAttentionAndFfn()),
      (k) => from(k, proxyV({ factor: 2 })),
      (k) => from(k, proxyV({ factor: 4, sees: "drawn", positions: "block" })),
      (k) => from(k, proxyVNonSpatial({ queries: 3 })),
      () => fastV(),
      (k) => [visionZip({ dominant: 5, contextual: 2 }), from(k, proxyVNonSpatial({ queries: 2 }))],
    );
    const newlines = fc.constantFrom("inPlace", "early", "rows" as const);
    const whole = (min: number, max: number) => fc.integer({ min, max });
    fc.assert(
      fc.property(
        route,
        newlines,
        whole(0, layers),
        whole(1, 4),
        whole(1, 9),
        (edits, place, k, crops, text) => {
          const settings = { crops, text };
          const visible = cost(tinyConfig(place), edits(k), { ...settings, scores: "visible" }).flops;
          const all = cost(tinyConfig(place), edits(k), { ...settings, scores: "full" }).flops;
          assert.ok(visible <= all && visible > 0);
        },
      ),
      { numRuns: 40 },
    );
  });
});
