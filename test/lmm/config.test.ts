import assert from "node:assert/strict";
import fc from "fast-check";
import { Failure } from "../../src/errors.ts";
import { configFrom, gridOf } from "../../src/lmm/config.ts";
import { llm, llms } from "../../src/lmm/llms.ts";
import { tinyConfig } from "../support/tiny.ts";

/** What a plain Llama's config.json says. */
const llama = {
  model_type: "llama",
  num_hidden_layers: 2,
  hidden_size: 64,
  intermediate_size: 128,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  vocab_size: 100,
  rms_norm_eps: 1e-6,
  rope_theta: 500000,
};

describe("a config.json", () => {
  it("of this project comes back as it was saved", () => {
    for (const config of [tinyConfig("rows"), { ...tinyConfig("early"), alphabet: "ab c" }]) {
      assert.deepEqual(configFrom(JSON.parse(JSON.stringify(config))), config);
    }
    const { vision: _, ...blind } = tinyConfig();
    assert.deepEqual(configFrom(blind), blind);
  });

  it("of a plain Llama is read, with the defaults of its family", () => {
    const { decoder, vision, newlines } = configFrom(llama);
    assert.equal(vision, undefined);
    assert.equal(newlines, "inPlace");
    assert.equal(decoder.head_dim, 16);
    assert.equal(decoder.attention_bias, false);
    assert.equal(decoder.tie_word_embeddings, false);
    const { num_key_value_heads: _, rms_norm_eps: __, rope_theta: ___, ...least } = llama;
    const { num_key_value_heads, rms_norm_eps, rope_theta } = configFrom(least).decoder;
    assert.deepEqual([num_key_value_heads, rms_norm_eps, rope_theta], [4, 1e-6, 10000]);
  });

  it("of Qwen2 has biases on queries, keys and values, of others only where it says so", () => {
    assert.equal(configFrom({ ...llama, model_type: "qwen2" }).decoder.attention_bias, true);
    assert.equal(
      configFrom({ ...llama, model_type: "qwen2", attention_bias: false }).decoder.attention_bias,
      false,
    );
    assert.equal(configFrom({ ...llama, attention_bias: true }).decoder.attention_bias, true);
  });

  it("with positions scaled by nothing is as one that does not speak of it", () => {
    for (const rope of [
      { rope_scaling: null },
      { rope_parameters: { rope_type: "default", rope_theta: 500000 } },
    ]) {
      assert.deepEqual(configFrom({ ...llama, ...rope }), configFrom(llama));
    }
  });

  it("may keep its rope base where newer versions of transformers do", () => {
    const { rope_theta: _, ...rest } = llama;
    assert.equal(configFrom({ ...rest, rope_parameters: { rope_theta: 12345 } }).decoder.rope_theta, 12345);
  });

  it("with a vision encoder is CLIP ViT-L/14-336 where it says nothing else, read at the last layer but one", () => {
    const { vision } = configFrom({ ...llama, vision_config: {} });
    assert.ok(vision);
    assert.equal(gridOf(vision), 24);
    const {
      hidden_size,
      num_hidden_layers,
      num_attention_heads,
      hidden_act,
      class_token,
      select_layer,
      window_size,
    } = vision;
    assert.deepEqual(
      [
        hidden_size,
        num_hidden_layers,
        num_attention_heads,
        hidden_act,
        class_token,
        select_layer,
        window_size,
      ],
      [1024, 24, 16, "quick_gelu", true, -2, 14],
    );
    const other = configFrom({
      ...llama,
      mm_vision_select_layer: -1,
      vision_config: { hidden_act: "gelu", patch_size: 28 },
    }).vision;
    assert.deepEqual([other?.select_layer, other?.hidden_act, other?.window_size], [-1, "gelu", 28]);
  });

  it("of the released ProxyV code puts newlines one crop early, also where its proxies are switched off", () => {
    for (const proxyv of [true, false]) assert.equal(configFrom({ ...llama, proxyv }).newlines, "early");
    assert.equal(configFrom({ ...llama, proxyv: true, newlines: "inPlace" }).newlines, "inPlace");
  });
});

describe("a config.json that cannot be is refused by the name of what is wrong", () => {
  const cases: [unknown, RegExp][] = [
    [null, /^config\.json: expected an object$/],
    [[], /^config\.json: expected an object$/],
    [{ ...llama, hidden_size: undefined }, /hidden_size is missing; expected a number/],
    [{ ...llama, hidden_size: "64" }, /hidden_size is "64"; expected a number/],
    [{ ...llama, hidden_size: 0 }, /hidden_size is 0; expected a whole number above 0/],
    [{ ...llama, num_hidden_layers: -3 }, /num_hidden_layers is -3/],
    [{ ...llama, vocab_size: 2.5 }, /vocab_size is 2\.5/],
    [{ ...llama, vocab_size: 2 ** 40 }, /vocab_size is 1099511627776/],
    [{ ...llama, num_attention_heads: 5 }, /head_dim is 12\.8/],
    [{ ...llama, rope_theta: "big" }, /rope_theta is "big"/],
    [{ ...llama, vision_config: 3 }, /expected an object for the vision encoder/],
    [{ ...llama, vision_config: { image_size: 0 } }, /image_size is 0/],
    [{ ...llama, newlines: "nowhere" }, /newlines "nowhere"; use "inPlace", "early" or "rows"/],
    [{ ...llama, newline_token: 2 ** 30 }, /newline_token is 1073741824; the decoder has \d+ tokens/],
    [{ ...llama, newline_token: -1 }, /newline_token is -1; expected a whole number/],
    [{ ...llama, projector_size: 0 }, /projector_size is 0; expected a whole number above 0/],
    [{ ...llama, encoder: "cnn" }, /encoder "cnn"; use "vit" or "pieces"/],
    [{ ...llama, pretrained: { decoder: 3 } }, /pretrained: expected the name and the sha256 of a decoder/],
    [{ ...llama, vision_config: { pixels: "grey" } }, /pixels "grey"; use "ink" or "clip"/],
    [{ ...llama, num_key_value_heads: 3 }, /num_key_value_heads is 3; expected a divisor of the 4 heads/],
    [{ ...llama, head_dim: 15 }, /head_dim is 15; rotary embedding needs an even one/],
    [{ ...llama, hidden_act: "gelu" }, /hidden_act is "gelu"; the decoder has "silu" only/],
    [{ ...llama, rope_scaling: { type: "linear", factor: 4 } }, /positions are scaled by "linear"/],
    [{ ...llama, rope_parameters: { rope_type: "llama3" } }, /positions are scaled by "llama3"/],
    [
      { ...llama, vision_config: { num_attention_heads: 7 } },
      /hidden_size is 1024; expected a multiple of the encoder's 7 heads/,
    ],
    [
      { ...llama, vision_config: { image_size: 10, patch_size: 14 } },
      /image_size is 10; expected at least the patch_size 14/,
    ],
    [
      { ...llama, vision_config: { hidden_act: "relu" } },
      /hidden_act is "relu"; the encoder has "gelu" and "quick_gelu"/,
    ],
    [
      { ...llama, mm_vision_select_layer: 3, vision_config: {} },
      /select_layer is 3; the encoder has -1 to -25/,
    ],
  ];
  for (const [json, sentence] of cases) {
    it(sentence.source, () => {
      assert.throws(
        () => configFrom(json),
        (error: Error) => {
          assert.ok(error instanceof Failure, error.stack);
          assert.match(error.message, sentence);
          return true;
        },
      );
    });
  }

  it("whatever one of its fields holds, the error is a sentence", () => {
    const odd = fc.constantFrom<unknown>(-1, 0, 0.5, 1e300, Number.NaN, null, "x", [], {}, true);
    const fields = [
      ...Object.keys(llama),
      "head_dim",
      "vision_config",
      "newlines",
      "tie_word_embeddings",
      "rope_parameters",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...fields), odd, (field, value) => {
        try {
          configFrom({ ...llama, [field]: value });
        } catch (error) {
          assert.ok(error instanceof Failure, (error as Error).stack);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("the LLMs of the paper", () => {
  it("are six, each with CLIP's 576 tokens a crop, and an unknown name is told the nearest", () => {
    assert.equal(Object.keys(llms).length, 6);
    for (const config of Object.values(llms))
      assert.equal(gridOf(config.vision as NonNullable<typeof config.vision>), 24);
    assert.throws(() => llm("vicuna7b"), {
      name: "UsageError",
      message: /^unknown LLM "vicuna7b"; did you mean vicuna-7b\? There are vicuna-7b, /,
    });
  });
});
