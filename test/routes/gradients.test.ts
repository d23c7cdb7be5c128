import assert from "node:assert/strict";
import { tf } from "../../src/backend/tf.ts";
import { configFrom, type LMMConfig } from "../../src/lmm/config.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import type { Inner } from "../../src/lmm/model.ts";
import { type CropForm, formOf, type Layout, layOut, type Sample, streamsOf } from "../../src/lmm/prompt.ts";
import type { Source } from "../../src/nn/module.ts";
import { leaves } from "../../src/nn/tree.ts";
import { fastV } from "../../src/routes/library/fastV.ts";
import { full } from "../../src/routes/library/full.ts";
import { lightMlp } from "../../src/routes/library/lightMlp.ts";
import { maskAttention } from "../../src/routes/library/maskAttention.ts";
import { proxyV } from "../../src/routes/library/proxyV.ts";
import { proxyVNonSpatial } from "../../src/routes/library/proxyVNonSpatial.ts";
import { pyramidDrop } from "../../src/routes/library/pyramidDrop.ts";
import { skipAttention } from "../../src/routes/library/skipAttention.ts";
import { skipAttentionAndFfn } from "../../src/routes/library/skipAttentionAndFfn.ts";
import { skipFfn } from "../../src/routes/library/skipFfn.ts";
import { visionZip } from "../../src/routes/library/visionZip.ts";
import { type Encoded, encoderOpening } from "../../src/routes/opening.ts";
import { type Edits, from } from "../../src/routes/plan.ts";
import type { Options } from "../../src/routes/route.ts";
import { runDecoder } from "../../src/routes/run.ts";
import { type Places, type Streams, streamOf, tokens } from "../../src/routes/stream.ts";
import { valueAndGradients } from "../../src/train/gradients.ts";
import { onEveryEngine } from "../support/engines.ts";
import { type Golden, goldenJson, goldenTensors, near, relativeError } from "../support/golden.ts";
import { throughReferenceKernels } from "../support/referenceKernels.ts";

interface Case {
  readonly name: string;
  readonly file: string;
  readonly decoder: Record<string, number | boolean | string>;
  readonly route: string;
  readonly options: Options;
  readonly startLayer: number | null;
  readonly newlines: LMMConfig["newlines"];
  readonly encoder: { readonly dominant: number; readonly contextual: number } | null;
  readonly samples: readonly {
    readonly text: number[];
    readonly crops: number[];
    readonly promptEnd: number;
  }[];
  readonly grid: number;
}

const cases = goldenJson<Case[]>("gradients/index.json");

/** Gradients in float32 against float64: relative distance as vectors. The worst seen is 3e-5, of a key bias, which softmax all but ignores. */
const tolerance = 5e-5;

describe("logits, loss and every gradient agree with an independent implementation in float64", () => {
  const suite = () => {
    for (const one of cases) {
      it(one.name, () => {
        const golden = goldenTensors(`gradients/${one.file}`);
        const before = tf.memory().numTensors;
        check(one, golden);
        assert.equal(tf.memory().numTensors, before, "a tensor was left behind");
      });
    }
  };
  onEveryEngine(suite);
  throughReferenceKernels(suite);
});

function check(one: Case, golden: Record<string, Golden>): void {
  const unused = new Set(Object.keys(golden).filter((name) => /^(model|lm_head)\./.test(name)));
  const stored: Source = (path, shape) => {
    const { values, shape: own } = golden[path] ?? assert.fail(`the golden file has no ${path}`);
    assert.deepEqual([...own], shape, path);
    unused.delete(path);
    return tf.tensor(values, shape);
  };
  const lmm = LMM.build(stored, configOf(one), ...editsOf(one));
  const newline = stored("model.image_newline", [lmm.config.decoder.hidden_size], {
    value: 0,
  }) as tf.Tensor1D;
  assert.deepEqual([...unused], [], "weights of the golden file that the model did not ask for");
  const features = tensor(golden.vision_features);
  const { layout, loss, logits } = forward(lmm, one, golden, newline, features);
  const tensors = new Map<string, tf.Tensor>([
    ...leaves(lmm.weights),
    ["model.image_newline", newline],
    ["vision_features", features],
  ]);
  const { value, gradients } = valueAndGradients(loss, tensors);

  checkPlaces(layout, golden);
  near(value.dataSync(), need(golden.loss).values, 2e-6, "loss");
  for (const kind of ["text", "newline"] as const) {
    const rows = [...need(golden[`present_${kind}`]).values].flatMap((here, row) => (here ? [row] : []));
    const expected = need(golden[`logits_${kind}`]);
    near(rowsOf(logits[kind] as Golden, rows), rowsOf(expected, rows), 2e-5, `logits of ${kind}`);
  }
  for (const [path, { shape }] of tensors) {
    const own = gradients.get(path);
    const expected = need(golden[`grad.${path}`]);
    assert.deepEqual([...expected.shape], shape, path);
    const error = relativeError(own?.dataSync() ?? new Float32Array(expected.values.length), expected.values);

    assert.ok(
      error <= tolerance,
      `gradient of ${path}: relative error ${error}, at most ${tolerance} expected`,
    );
  }
  tf.dispose([value, newline, features, ...gradients.values()]);
  lmm.dispose();
}

const need = (golden: Golden | undefined): Golden => golden ?? assert.fail("the golden file lacks a tensor");
const tensor = (golden: Golden | undefined): tf.Tensor =>
  tf.tensor(need(golden).values, [...need(golden).shape]);

function rowsOf({ shape, values }: Golden, rows: readonly number[]): number[] {
  const size = shape.at(-1) as number;
  return rows.flatMap((row) => [...values.subarray(row * size, (row + 1) * size)]);
}

function configOf({ decoder, newlines }: Case): LMMConfig {
  return configFrom({
    decoder: {
      num_hidden_layers: decoder.layers,
      hidden_size: decoder.hidden,
      intermediate_size: decoder.ffn,
      num_attention_heads: decoder.heads,
      num_key_value_heads: decoder.kvHeads,
      head_dim: decoder.headDim,
      vocab_size: decoder.vocab,
      rms_norm_eps: decoder.rmsNormEps,
      rope_theta: decoder.ropeTheta,
      attention_bias: decoder.qkvBias,
      tie_word_embeddings: false,
    },
    newlines,
  });
}

function editsOf({ route, options, startLayer, encoder }: Case): Edits[] {
  const {
    ratio,
    with: update,
    count,
    ...rest
  } = options as { ratio: number; with: string; count: number } & Record<string, never>;
  const start = startLayer ?? 0;
  const edits: Record<string, () => Edits> = {
    full: () => from(start, full()),
    maskAttention: () => from(start, maskAttention()),
    skipAttention: () => from(start, skipAttention()),
    skipFfn: () => from(start, skipFfn("vision", update === "keep" ? "keep" : lightMlp({ ratio }))),
    skipAttentionAndFfn: () => from(start, skipAttentionAndFfn("vision", lightMlp({ ratio }))),
    proxyV: () => from(start, proxyV(rest)),
    proxyVNonSpatial: () => from(start, proxyVNonSpatial({ ...rest, queries: count })),
    fastV: () => fastV(rest),
    pyramidDrop: () => pyramidDrop(rest),
  };
  const own = edits[route] ?? assert.fail(`no route ${route}`);
  return [own(), ...(encoder ? [visionZip(encoder)] : [])];
}

/** The loss as a function of the weights and of `features`, `[batch, crops, tokens, hidden]`. */
function forward(
  lmm: LMM,
  { samples, grid }: Case,
  golden: Record<string, Golden>,
  newline: tf.Tensor,
  features: tf.Tensor,
) {
  const [, crops, tokens, hidden] = features.shape as [number, number, number, number];
  const filled = samples.flatMap(({ crops: images }, sample) => {
    const count = images.reduce((sum, more) => sum + more, 0);
    return Array.from({ length: count }, (_, crop) => sample * crops + crop);
  });
  /** The crops that are there, without the padding behind a smaller sample. */
  const present = <T extends tf.Tensor>(x: tf.Tensor, size: number): T =>
    tf.gather(x.reshape([-1, tokens * size]), tf.tensor1d(filled, "int32")).reshape([-1, tokens, size]) as T;
  const encode = (): Encoded => {
    const seen = present<tf.Tensor3D>(features, hidden);
    const [received, keys] = golden.keys
      ? [
          present(tensor(golden.class_attention), 1).squeeze([2]),
          present(tensor(golden.keys), golden.keys.shape[3] as number),
        ]
      : [seen, seen];
    const encoded: Encoded = {
      features: seen,
      received: received as tf.Tensor2D,
      keys: keys as tf.Tensor3D,
      grid: { rows: grid, columns: grid },
    };
    return lmm.plan.encoder.reduce(
      (x, opening) => encoderOpening(opening).apply(x, opening.options),
      encoded,
    );
  };
  let form: CropForm = { tokens };
  tf.tidy(() => {
    form = formOf(encode());
  });
  const layout = layOut(samplesOf(samples, need(golden.text_ids)), form, lmm.config);
  const model = { embed_tokens: lmm.weights.model.embed_tokens, image_newline: newline } as unknown as Inner;
  const run = (): Streams =>
    runDecoder(lmm.weights.model.layers, lmm.plan, streamsOf(layout, model, encode().features), {
      rotaryBase: lmm.config.decoder.rope_theta,
      promptEnd: layout.promptEnd,
    }).streams;
  const logits: Record<string, Golden> = {};
  const loss = (): tf.Scalar => {
    const streams = run();
    checkKept(streams, golden);
    const [text, end] = ["text", "newline"].map((kind) => {
      const x = lmm.weights.logits(streamOf(streams, kind).x);
      logits[kind] = { shape: x.shape, values: x.dataSync() as Float32Array };
      return x;
    }) as [tf.Tensor3D, tf.Tensor3D];
    const parts = [{ logits: text, targets: golden.targets, weights: golden.target_weights }];
    if (golden.newline_targets) {
      parts.push({ logits: end, targets: golden.newline_targets, weights: golden.newline_target_weights });
    }
    const count = parts.reduce(
      (sum, { weights }) => sum + need(weights).values.reduce((a, b) => a + b, 0),
      0,
    );
    const sums = parts.map(({ logits: x, targets, weights }) => {
      const hot = tf
        .oneHot(tensor(targets).cast("int32").as1D(), x.shape[2])
        .mul(tensor(weights).reshape([-1, 1]));
      return tf
        .logSoftmax(x.reshape([-1, x.shape[2]]))
        .mul(hot)
        .sum()
        .mul(-1 / count);
    });
    return sums.reduce((a, b) => a.add(b)) as tf.Scalar;
  };
  return { layout, loss, logits };
}

function samplesOf(samples: Case["samples"], { values, shape }: Golden): Sample[] {
  return samples.map(({ text, crops, promptEnd }, sample) => {
    let at = sample * (shape[1] as number);
    const ids = (count: number) => {
      at += count;
      return [...values.subarray(at - count, at)];
    };
    const parts: Sample["parts"][number][] = [ids(text[0] as number)];
    crops.forEach((count, image) => {
      parts.push(
        { crops: Array.from({ length: count }, () => new Float32Array()) },
        ids(text[image + 1] as number),
      );
    });
    return { parts, promptLength: promptEnd + 1 };
  });
}

/** Where the tokens stand before the first layer. */
function checkPlaces(layout: Layout, golden: Record<string, Golden>): void {
  for (const kind of ["vision", "newline", "text"] as const) comparePlaces(kind, layout[kind], golden);
}

function comparePlaces(kind: string, places: Places, golden: Record<string, Golden>): void {
  const present = need(golden[`present_${kind}`]).values;
  assert.deepEqual([...places.present], [...present], `present_${kind}`);
  const there = (values: ArrayLike<number>) =>
    [...present].flatMap((one, i) => (one ? [values[i] as number] : []));
  for (const field of ["position", "image"] as const) {
    assert.deepEqual(
      there(places[field]),
      there(need(golden[`${field}_${kind}`]).values),
      `${field}_${kind}`,
    );
  }
  // The golden files count crops within their picture, the library within their sample.
  const perSample = tokens(places);
  const crops = [...places.crop].map((crop, i) => {
    const sample = Math.floor(i / perSample) * perSample;
    const first = places.image.findIndex((image, j) => j >= sample && image === places.image[i]);
    return crop < 0 ? crop : crop - (places.crop[first] as number);
  });
  assert.deepEqual(there(crops), there(need(golden[`crop_${kind}`]).values), `crop_${kind}`);
}

/** Where proxies were spawned, and which vision tokens were kept. */
function checkKept(streams: Streams, golden: Record<string, Golden>): void {
  if (golden.present_proxy) comparePlaces("proxy", streamOf(streams, "proxy").places, golden);
  const kept = golden.kept_1 ?? golden.kept_0;
  if (!kept) return;
  const { places } = streamOf(streams, "vision");
  const positions = need(golden.position_vision);
  const perSample = positions.shape[1] as number;
  const expected = [...kept.values].map((token, i) => {
    const sample = Math.floor(i / (kept.shape[1] as number));
    return token < 0 ? -1 : positions.values[sample * perSample + token];
  });
  assert.deepEqual(
    [...places.position].map((position, i) => (places.present[i] ? position : -1)),
    expected,
  );
}
