import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { Failure } from "../../src/errors.ts";
import { loadCheckpoint, saveCheckpoint } from "../../src/lmm/checkpoint.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { openSafetensors, writeSafetensors } from "../../src/lmm/safetensors.ts";
import { toBfloat16 } from "../../src/nn/bfloat16.ts";
import { leaves } from "../../src/nn/tree.ts";
import { from, proxyV, update } from "../../src/routes/index.ts";
import { laneWith } from "../../src/routes/library/lanes.ts";
import { route } from "../../src/routes/route.ts";
import { temporaryFolder } from "../support/folder.ts";
import { openings, routes } from "../support/library.ts";
import { textLogits } from "../support/run.ts";
import { prompt, tinyConfig } from "../support/tiny.ts";

describe("a saved model", () => {
  before(() => startEngine({ quiet: true }));
  const path = temporaryFolder();

  for (const [name, edits] of [
    ...Object.entries(routes).map(([name, make]) => [name, make(1)] as const),
    ...Object.entries(openings),
  ]) {
    it(`${name}: comes back with its plan, every tensor and the same answers`, () => {
      const lmm = LMM.random(tinyConfig("early"), 1, edits);
      saveCheckpoint(lmm, path());
      const loaded = loadCheckpoint(path());
      assert.deepEqual(loaded.plan, lmm.plan);
      assert.deepEqual(loaded.config, lmm.config);
      const bits = (model: LMM) =>
        leaves(model.weights).map(([name, tensor]) => [name, tensor.shape, [...tensor.dataSync()]]);
      assert.deepEqual(bits(loaded), bits(lmm));
      assert.deepEqual(textLogits(loaded, [prompt()]), textLogits(lmm, [prompt()]));
      lmm.dispose();
      loaded.dispose();
    });
  }

  it("is two files, under the names that checkpoints use, and no other is left", () => {
    const lmm = LMM.random(tinyConfig(), 1, from(2, proxyV({ factor: 2 })));
    saveCheckpoint(lmm, path("in", "a", "new", "place"));
    const place = path("in", "a", "new", "place");
    assert.deepEqual(readdirSync(place).sort(), ["config.json", "model.safetensors"]);
    const file = openSafetensors(join(place, "model.safetensors"));
    for (const name of [
      "model.embed_tokens.weight",
      "model.layers.3.self_attn.q_proj.bias",
      "lm_head.weight",
      "model.image_newline",
      "model.mm_projector.2.weight",
      "model.vision_tower.vision_tower.vision_model.pre_layrnorm.weight",
      "model.layers.2.updates.vision.layer.context_proj.weight",
    ]) {
      assert.ok(file.entries.has(name), name);
    }
    assert.equal(file.metadata.format, "pt");
    file.close();
    lmm.dispose();
  });

  it("in bfloat16 comes back rounded to the nearest, half the size", () => {
    const lmm = LMM.random(tinyConfig(), 1);
    saveCheckpoint(lmm, path(), { dtype: "BF16" });
    const loaded = loadCheckpoint(path());
    const own = new Map(leaves(loaded.weights));
    for (const [path, tensor] of leaves(lmm.weights)) {
      const rounded = Uint32Array.from(toBfloat16(tensor.dataSync() as Float32Array), (half) => half << 16);
      assert.deepEqual(own.get(path)?.dataSync(), new Float32Array(rounded.buffer), path);
    }
    lmm.dispose();
    loaded.dispose();
  });

  it("may lie in several files", () => {
    const lmm = LMM.random(tinyConfig(), 1);
    saveCheckpoint(lmm, path());
    rmSync(path("model.safetensors"));
    const all = leaves(lmm.weights).map(
      ([name, tensor]) => [name, tensor.shape, tensor.dataSync() as Float32Array] as const,
    );
    writeSafetensors(path("model-00001-of-00002.safetensors"), all.slice(0, 20));
    writeSafetensors(path("model-00002-of-00002.safetensors"), all.slice(20));
    const loaded = loadCheckpoint(path());
    assert.deepEqual(textLogits(loaded, [prompt()]), textLogits(lmm, [prompt()]));
    lmm.dispose();
    loaded.dispose();
  });
});

describe("a checkpoint that cannot be loaded fails in one sentence that names what is wrong, and leaves no tensor", () => {
  before(() => startEngine({ quiet: true }));
  const path = temporaryFolder();

  /** Saves a model, spoils it, and expects the sentence. */
  const refused = (
    sentence: string | RegExp,
    spoil: (config: Record<string, unknown>) => unknown,
    edits = from(1, proxyV({ factor: 2 })),
  ) => {
    const lmm = LMM.random(tinyConfig(), 1, edits);
    saveCheckpoint(lmm, path());
    const file = path("config.json");
    const spoiled = spoil(JSON.parse(readFileSync(file, "utf8")));
    if (spoiled !== undefined)
      writeFileSync(file, typeof spoiled === "string" ? spoiled : JSON.stringify(spoiled));
    const held = tf.memory().numTensors;
    assert.throws(
      () => loadCheckpoint(path()),
      (error: Error) => {
        assert.ok(error instanceof Failure, error.stack);
        if (typeof sentence === "string") assert.ok(error.message.includes(sentence), error.message);
        else assert.match(error.message, sentence);
        assert.ok(!error.message.includes("\n"));
        return true;
      },
    );
    assert.equal(tf.memory().numTensors, held);
    lmm.dispose();
  };
  const weights =
    (change: (tensors: Map<string, { shape: number[]; values: Float32Array }>) => void) => () => {
      const model = path("model.safetensors");
      const file = openSafetensors(model);
      const all = new Map(
        [...file.entries].map(([name, { shape }]) => [name, { shape: [...shape], values: file.read(name) }]),
      );
      file.close();
      change(all);
      writeSafetensors(
        model,
        [...all].map(([name, { shape, values }]) => [name, shape, values] as const),
      );
      return undefined;
    };

  it("a missing tensor", () => {
    refused(
      "lacks the tensor model.layers.2.mlp.up_proj.weight",
      weights((all) => all.delete("model.layers.2.mlp.up_proj.weight")),
    );
  });
  it("a missing tensor of an update", () => {
    refused(
      "lacks the tensor model.layers.2.updates.vision.layer.proj.0.weight",
      weights((all) => all.delete("model.layers.2.updates.vision.layer.proj.0.weight")),
    );
  });
  it("a tensor of another shape", () => {
    const turned = weights((all) => {
      const one = all.get("model.layers.0.mlp.up_proj.weight");
      one?.shape.reverse();
    });
    refused(
      /model\.safetensors: model\.layers\.0\.mlp\.up_proj\.weight has shape \[16,24\]; its config\.json asks for \[24,16\]/,
      turned,
    );
  });
  it("a config that asks for more layers than there are", () => {
    refused("lacks the tensor model.layers.4.", ({ plan: _, ...config }) => ({
      ...config,
      decoder: { ...(config.decoder as object), num_hidden_layers: 5 },
    }));
  });
  it("a plan of another depth", () => {
    refused("config.json: a plan of 4 layers does not fit a model of 3", (config) => ({
      ...config,
      decoder: { ...(config.decoder as object), num_hidden_layers: 3 },
    }));
  });
  it("a plan that is none", () => {
    refused("config.json: not a plan", (config) => ({ ...config, plan: [] }));
  });
  it("a plan with an update that nobody registered", () => {
    const own = update("only here, for the test", ({ vision }) => vision.before);
    const edits = from(1, route("own", { lanes: laneWith("vision", { layer: own }) }));
    refused(
      'config.json: unknown update "elsewhere"',
      (config) => JSON.stringify(config).replaceAll("only here, for the test", "elsewhere"),
      edits,
    );
  });
  it("a config that is no JSON", () => refused(/config\.json is not JSON: /, () => "{"));
  it("a config that is a list", () => refused(/config\.json: expected an object/, () => []));
  it("a released config whose start layer is none", () => {
    refused("config.json", ({ plan: _, ...config }) => ({
      ...config,
      proxyv: true,
      proxyv_start_layer: "twelve",
    }));
  });
  it("no config", () => {
    assert.throws(() => loadCheckpoint(path()), {
      name: "Failure",
      message:
        /^no checkpoint at .*config\.json: expected a folder with config\.json and \.safetensors files$/,
    });
  });
  it("no weights", () => {
    writeFileSync(path("config.json"), JSON.stringify(tinyConfig()));
    mkdirSync(path("folder.safetensors"));
    assert.throws(() => loadCheckpoint(path()), {
      name: "Failure",
      message: /it has config\.json and no \.safetensors file$/,
    });
  });
  it("weights that are cut off", () => {
    refused(/model\.safetensors is not a whole safetensors file: /, () => {
      const model = path("model.safetensors");
      writeFileSync(model, readFileSync(model).subarray(0, -10));
      return undefined;
    });
  });
});
