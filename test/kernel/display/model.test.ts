import assert from "node:assert/strict";
import {
  cost,
  from,
  full,
  Linear,
  LMM,
  llms,
  proxyV,
  skipAttention,
  startEngine,
  tf,
} from "../../../src/index.ts";
import { tinyConfig } from "../../support/tiny.ts";
import { sanitised, shown } from "./shown.ts";

describe("how models are shown", () => {
  let lmm: LMM;
  before(async () => {
    await startEngine();
    lmm = LMM.random(tinyConfig());
  });
  after(() => lmm.dispose());

  it("as a tree to unfold with shapes, parameters, and each layer's route and share of the FLOPs", async () => {
    const edited = lmm.with(from(2, skipAttention("vision")));
    const { html, text } = await shown(edited);
    assert.match(text, /^LMM\n {2}.* parameters\n[\s\S]*plan: from\(2, skipAttention/);
    assert.match(text, /0-1: DecoderLayer, .* parameters, route full, \d.* % of the FLOPs ■+, each/);
    assert.match(text, /2-3: DecoderLayer, .* route skipAttention/);
    assert.match(text, /q_proj: Linear, .*: weight float32 \[16, 16\]; bias float32 \[16\]/);
    assert.equal(html.match(/<details/g)?.length, html.match(/<\/details>/g)?.length);
    assert.equal(sanitised(html), html);
    const shares = [...text.matchAll(/(\d+)(?:-(\d+))?: DecoderLayer.*, ([\d.]+) % of/g)];
    const sum = shares.reduce(
      (sum, [, first, last, share]) => sum + (Number(last ?? first) - Number(first) + 1) * Number(share),
      0,
    );
    assert.ok(Math.abs(sum - 100) < 0.5, `${sum}`);
  });

  it("a module by itself, shared and disposed tensors named", async () => {
    const { text } = await shown(lmm.weights.model.layers[0]);
    assert.match(
      text,
      /^DecoderLayer: .* parameters\n├─ self_attn: Attention \(heads 4, kvHeads 2, headSize 4\)/,
    );
    const weight = tf.zeros([2, 2]);
    const linear = new Linear(weight as tf.Tensor2D, weight as never);
    weight.dispose();
    assert.match((await shown(linear)).text, /bias: float32 \[2, 2\], the same as weight, disposed/);
  });

  it("without a vision encoder, saying why FLOPs are not counted", async () => {
    const { vision: _, ...config } = tinyConfig();
    const blind = LMM.random(config);
    assert.match((await shown(blind)).text, /FLOPs are not counted: .*no vision encoder/);
    blind.dispose();
  });
});

describe("how routes, plans and costs are shown", () => {
  it("routes and plans as their drawings, and in words", async () => {
    const route = await shown(proxyV({ factor: 4 }));
    assert.match(String(route.data["image/svg+xml"]), /^<svg[^>]*xmlns=/);
    assert.match(route.text, /^route "proxyV" \{"factor":4[\s\S]*vision +layer: guidedMlp/);
    assert.match(route.html, /^<img alt="[^"]*" width="\d+" src="data:image\/svg\+xml;base64,/);
    assert.match((await shown(from(3, full()))).text, /^from layer 3 on: route "full"/);
    const plan = await shown(LMM.random(tinyConfig()).with(from(1, skipAttention("vision"))).plan);
    assert.match(plan.text, /^plan of 4 layers\nfrom\(1, skipAttention/);
    assert.equal(Buffer.from(String(plan.data["image/png"]), "base64").subarray(1, 4).toString(), "PNG");
  });

  it("costs and comparisons as small tables, layers that are alike in one row", async () => {
    const lighter = cost(llms["vicuna-7b"] as never, from(12, proxyV()));
    assert.match(
      (await shown(lighter)).text,
      /^23.2 TFLOPs \(prefill of 5 crops[\s\S]*\n0-11 +full[\s\S]*\n12-31 +proxyV/,
    );
    const { text, html } = await shown(lighter.versus(llms["vicuna-7b"] as never));
    assert.match(text, /^23.2 TFLOPs against 42.5 TFLOPs: 45.5 % less\n/);
    assert.match(html, /<table>[\s\S]*<td[^>]*>12-31<\/td>/);
  });
});
