import assert from "node:assert/strict";
import { tf } from "../../src/backend/tf.ts";
import { Attention } from "../../src/nn/attention.ts";
import { crossEntropy, ignored } from "../../src/nn/crossEntropy.ts";
import { DecoderLayer } from "../../src/nn/decoderLayer.ts";
import { KeysAndValues } from "../../src/nn/keysAndValues.ts";
import { LayerNorm } from "../../src/nn/layerNorm.ts";
import { Linear } from "../../src/nn/linear.ts";
import type { Source } from "../../src/nn/module.ts";
import { PatchEmbedding } from "../../src/nn/patchEmbedding.ts";
import { Projector } from "../../src/nn/projector.ts";
import { RMSNorm } from "../../src/nn/rmsNorm.ts";
import { rotaryAngles, rotate } from "../../src/nn/rotaryEmbedding.ts";
import { SwiGLU } from "../../src/nn/swiglu.ts";
import { ViTBlock } from "../../src/nn/vitBlock.ts";
import { full } from "../../src/routes/library/full.ts";
import { UpdateMlp } from "../../src/routes/library/guidance.ts";
import { Pass } from "../../src/routes/pass.ts";
import { planOf } from "../../src/routes/plan.ts";
import { runDecoder } from "../../src/routes/run.ts";
import { streamOf } from "../../src/routes/stream.ts";
import type { Party } from "../../src/routes/visibility.ts";
import { valueAndGradients } from "../../src/train/gradients.ts";
import { onEveryEngine } from "../support/engines.ts";
import { type Golden, goldenJson, goldenTensors, relativeError } from "../support/golden.ts";
import { throughReferenceKernels } from "../support/referenceKernels.ts";

interface ModuleCase {
  readonly name: string;
  readonly leaves: readonly string[];
}

/** A module's result from its leaves (inputs and weights); what has no gradient is read from `constant`. */
type Build = (source: Source, constant: (name: string) => Golden) => tf.Tensor;

const { modules } = goldenJson<{ modules: ModuleCase[] }>("gradients/modules.json");
const golden = goldenTensors("gradients/modules.safetensors");
const eps = 1e-5;

const builds: Record<string, Build> = {
  linear: (source) => Linear.build(source, "", 7, 6, { bias: true }).apply(source("x", [2, 5, 7], none)),
  rmsNorm: (source) => RMSNorm.build(source, "", 8, eps).apply(source("x", [2, 5, 8], none)),
  layerNorm: (source) => LayerNorm.build(source, "", 8, eps).apply(source("x", [2, 5, 8], none)),
  rotaryEmbedding: (source, constant) => {
    const angles = rotaryAngles(ints(constant("position")), 2, 8, 10000);
    return headsFirst(rotate(headsFirst(source("x", [2, 6, 3, 8], none)), angles));
  },
  attention: (source, constant) => attend(source, constant, 4),
  groupedQueryAttention: (source, constant) => attend(source, constant, 2),
  swiglu: (source) => SwiGLU.build(source, "", 8, 12).apply(source("x", [2, 5, 8], none) as tf.Tensor3D),
  decoderLayer: (source) => {
    const layer = DecoderLayer.build(source, "", {
      ...{ hidden: 8, heads: 2, kvHeads: 1, headSize: 4, bias: true, ffn: 12, eps },
    });
    const x = source("x", [2, 6, 8], none) as tf.Tensor3D;
    const position = Int32Array.from({ length: 12 }, (_, i) => i % 6);
    const alone = new Int32Array(12).fill(-1);
    const present = new Uint8Array(12).fill(1);
    const text = { kind: "text", x, places: { batch: 2, position, present, image: alone, crop: alone } };
    const run = runDecoder(
      [layer],
      planOf(1, full()),
      { byKind: { text }, links: [] },
      { rotaryBase: 10000 },
    );
    return streamOf(run.streams, "text").x;
  },
  vitBlock: (source) => {
    const block = ViTBlock.build(source, "", { width: 8, heads: 2, ffn: 12, eps, activation: "quick_gelu" });
    return block.apply(source("x", [2, 6, 8], none) as tf.Tensor3D);
  },
  // The golden pictures are 8 x 12; put into squares of 12 they are the first two rows of patches.
  patchEmbedding: (source, constant) => {
    const { values } = constant("x");
    const squares = [0, 1].map((picture) => {
      const square = new Float32Array(3 * 144);
      for (const channel of [0, 1, 2]) {
        const at = (picture * 3 + channel) * 96;
        square.set(values.subarray(at, at + 96), channel * 144);
      }
      return square;
    });
    const module = PatchEmbedding.build(source, "", {
      width: 5,
      channels: 3,
      window: 4,
      size: 12,
      stride: 4,
    });
    return module.apply(squares).slice([0, 0, 0], [-1, 6, -1]);
  },
  projector: (source) => Projector.build(source, "", 7, 8).apply(source("x", [2, 5, 7], none) as tf.Tensor3D),
  lightMlp: (source) => {
    const mlp = UpdateMlp.build(source, "", { hidden: 8, eps }, { ratio: 1 / 4 }, false);
    return mlp.apply(source("x", [2, 5, 8], none) as tf.Tensor3D);
  },
  crossEntropy: (source, constant) => {
    const counts = constant("target_weights").values;
    const labels = ints(constant("targets")).map((label, i) => (counts[i] ? label : ignored));
    return crossEntropy(source("x", [2, 6, 11], none) as tf.Tensor3D, labels).reshape([1]);
  },
};

/** A picture is data here, not a tensor: it has no gradient. */
const withoutGradient = new Set(["patchEmbedding.x"]);

/** Float32 against float64, as vectors. */
const tolerance = 1e-5;

describe("results and gradients of every module agree with an independent implementation in float64", () => {
  const suite = () => {
    for (const { name, leaves } of modules) it(name, () => check(name, leaves));
  };
  onEveryEngine(suite);
  throughReferenceKernels(suite);

  it("no module of the golden file is left out", () => {
    const names = modules.map(({ name }) => name);
    assert.deepEqual(Object.keys(builds).sort(), names.sort());
  });
});

function check(name: string, leaves: readonly string[]): void {
  const constant = (leaf: string): Golden => golden[`${name}.${leaf}`] ?? assert.fail(`no ${name}.${leaf}`);
  const differentiable = leaves.filter((leaf) => !withoutGradient.has(`${name}.${leaf}`));
  const tensors = new Map(differentiable.map((leaf) => [leaf, tensor(constant(leaf))]));
  const source: Source = (path, shape) => {
    const leaf = tensors.get(path) ?? assert.fail(`${name} asks for ${path}, which the golden file has not`);
    assert.deepEqual(leaf.shape, shape, path);
    return leaf;
  };
  const build = builds[name] ?? assert.fail(`no module ${name}`);
  let y: ArrayLike<number> = [];
  const { value, gradients } = valueAndGradients(() => {
    const result = build(source, constant);
    y = result.dataSync();
    return result.mul(tensor(constant("upstream"))).sum();
  }, tensors);
  close(y, constant("y"), `${name}.y`);
  for (const [leaf, gradient] of gradients) close(gradient.dataSync(), constant(`grad.${leaf}`), leaf);
  assert.deepEqual([...gradients.keys()], differentiable, "every leaf has a gradient");
  tf.dispose([value, ...tensors.values(), ...gradients.values()]);
}

function close(given: ArrayLike<number>, { values }: Golden, what: string): void {
  const error = relativeError(given, values);
  assert.ok(error <= tolerance, `${what}: relative error ${error}, at most ${tolerance} expected`);
}

const none = { value: 0 };
const tensor = ({ values, shape }: Golden): tf.Tensor => tf.tensor(values, [...shape]);
const ints = ({ values }: Golden): Int32Array => Int32Array.from(values);
const headsFirst = (x: tf.Tensor): tf.Tensor4D => x.transpose([0, 2, 1, 3]);

/** Attention with nothing but itself: its output projection is the identity. */
function attend(source: Source, constant: (name: string) => Golden, kvHeads: number): tf.Tensor {
  const identity = new Linear(tf.eye(16) as tf.Tensor2D);
  const attention = new Attention(
    { q_proj: identity, k_proj: identity, v_proj: identity, o_proj: identity },
    4,
    kvHeads,
    4,
  );
  const of = (name: string, tokens: number, heads: number) =>
    source(name, [2, tokens, heads, 4], none).reshape([2, tokens, heads * 4]) as tf.Tensor3D;
  const [q, k, v] = [of("q", 5, 4), of("k", 7, kvHeads), of("v", 7, kvHeads)];
  const pass = new Pass({ rotaryBase: 0 });
  const view = pass.view(...partiesOf(constant), { key: "earlier" });
  const mixed = attention.attend(q, KeysAndValues.of(k, v, 4), view);
  pass.release();
  return mixed.reshape([2, 5, 4, 4]);
}

/** A query sees the present keys at equal or earlier positions. */
function partiesOf(constant: (name: string) => Golden): [Party, Party[]] {
  const party = (kind: string, position: Int32Array, present: ArrayLike<number>): Party => {
    const nothing = new Int32Array(position.length).fill(-1);
    return {
      kind,
      places: { batch: 2, position, present: Uint8Array.from(present), image: nothing, crop: nothing },
    };
  };
  const query = ints(constant("query_position"));
  const keys = party("key", ints(constant("key_position")), constant("key_present").values);
  return [party("query", query, new Uint8Array(query.length).fill(1)), [keys]];
}
