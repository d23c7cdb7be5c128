import assert from "node:assert/strict";
import { writeSync } from "node:fs";
import { type Attributes, runKernel } from "../../../src/backend/operations.ts";
import { startEngine } from "../../../src/backend/start.ts";
import { tf } from "../../../src/backend/tf.ts";
import { type CallForm, calls } from "./calls.ts";
import { Draw } from "./kernels.ts";

/**
 * Calls every kernel with something changed at random: a shape, a type, what a tensor holds, an attribute, an input left
 * out or disposed of. Each call gives tensors or throws an `Error`; between them the unchanged calls must go on giving
 * the same, which shows what wrote where it should not. Writes what it is about to do, so that a crash is explained.
 */
const rounds = Number(process.env.FUZZ_ROUNDS ?? 4000);
const { instructions } = await startEngine({ backend: "tfjs-node", quiet: true });
if (!instructions) throw new Error('the fused operations have not been compiled; run "proxylab native"');

const draw = new Draw(Number(process.env.FUZZ_SEED ?? 1));
const pick = <T>(all: readonly T[]): T => all[draw.whole(all.length)] as T;

const dtypes = ["float32", "int32", "bool", "complex64", "string"] as const;
type Dtype = (typeof dtypes)[number];
interface Input {
  shape: number[];
  dtype: Dtype;
  fill: number | "usual";
  gone: "no" | "missing" | "disposed";
}
interface Call {
  inputs: Record<string, Input>;
  attrs: Record<string, unknown>;
}

const copyOf = ({ inputs, attrs }: CallForm): Call => ({
  inputs: Object.fromEntries(
    Object.entries(inputs).map(([name, { shape, dtype = "float32" }]): [string, Input] => [
      name,
      { shape: [...shape], dtype: dtype as Dtype, fill: "usual", gone: "no" },
    ]),
  ),
  attrs: structuredClone(attrs),
});

const numbers = [0, -1, 1, 1.5, 2, 3, 64, 256, 257, 2 ** 31 - 1, 2 ** 31, 2 ** 53, -(2 ** 31), 1e300];
const wrong = [
  ...numbers,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  undefined,
  null,
  "2",
  true,
  [],
  [1],
  [2, 2, 2, 2],
  [9, 9, 9, 9],
];
const fills = [Number.NaN, Number.POSITIVE_INFINITY, -1e38, 2 ** 31 - 1, -(2 ** 31), 5, -1];

const changes: readonly ((call: Call) => void)[] = [
  ({ inputs }) => {
    const { shape } = pick(Object.values(inputs));
    if (shape.length > 0) shape[draw.whole(shape.length)] = pick([0, 1, 2, 3, 4, 5, 6, 7, 8, 33, 65]);
  },
  ({ inputs }) => void pick(Object.values(inputs)).shape.push(pick([0, 1, 2])),
  ({ inputs }) => void pick(Object.values(inputs)).shape.shift(),
  ({ inputs }) => {
    pick(Object.values(inputs)).dtype = pick(dtypes);
  },
  ({ inputs }) => {
    pick(Object.values(inputs)).fill = pick(fills);
  },
  ({ inputs }) => {
    pick(Object.values(inputs)).gone = pick(["missing", "disposed"]);
  },
  (call) => {
    const name = pick(Object.keys(call.inputs));
    call.inputs[`${name.replace(/\d+$/, "")}${draw.whole(4)}`] = structuredClone(call.inputs[name] as Input);
  },
  ({ attrs }) => {
    if (Object.keys(attrs).length > 0) attrs[pick(Object.keys(attrs))] = pick(wrong);
  },
  ({ attrs }) => {
    if (Object.keys(attrs).length > 0) delete attrs[pick(Object.keys(attrs))];
  },
];

function tensorOf({ shape, dtype, fill, gone }: Input, salt: number): tf.Tensor | undefined {
  if (gone === "missing") return undefined;
  const made = () => {
    if (dtype === "string") return tf.fill(shape, "a");
    if (dtype === "complex64") return tf.zeros(shape, dtype);
    if (fill !== "usual") return tf.fill(shape, dtype === "float32" ? fill : Math.trunc(fill) || 0, dtype);
    const values = new Draw(salt).normal(shape.reduce((product, size) => product * size, 1));
    if (dtype === "float32") return tf.tensor(new Float32Array(values), shape);
    return tf
      .tensor(
        Int32Array.from(values, (x) => (x > 0 ? 1 : 0)),
        shape,
        "int32",
      )
      .cast(dtype);
  };
  const tensor = made();
  if (gone === "disposed") tensor.dispose();
  return tensor;
}

/** What a call gives, as text; throws what it throws. */
function outcome(name: string, { inputs, attrs }: Call): string {
  return tf.tidy(() => {
    const tensors = Object.entries(inputs).map(([key, input], i) => [key, tensorOf(input, i + 1)]);
    return runKernel(name, Object.fromEntries(tensors), attrs as Attributes)
      .map((y) => `${y.shape}: ${y.dataSync()}`)
      .join("; ") as unknown as tf.Scalar;
  }) as unknown as string;
}

const usual = new Map(Object.entries(calls).map(([name, form]) => [name, outcome(name, copyOf(form))]));
const before = tf.memory().numTensors;
const ended = { given: 0, refused: 0 };
for (let round = 0; round < rounds; round++) {
  const [name, form] = pick(Object.entries(calls));
  const call = copyOf(form);
  for (let i = draw.whole(3); i >= 0; i--) pick(changes)(call);
  writeSync(1, `${name} ${JSON.stringify(call)}\n`);
  try {
    outcome(name, call);
    ended.given++;
  } catch (error) {
    assert.ok(error instanceof Error && error.message.length > 0, `${error}`);
    // The gradient of gather is a kernel of tfjs's own, and so are its words where an input is missing.
    const own = name !== "UnsortedSegmentSum";
    assert.ok(!own || !/is not a function|not iterable|Cannot read/.test(error.message), error.stack);
    ended.refused++;
  }
  assert.equal(tf.memory().numTensors, before, "no tensor is left");
  if (round % 50 === 0)
    for (const [name, form] of Object.entries(calls))
      assert.equal(outcome(name, copyOf(form)), usual.get(name), `${name} gives what it gave before`);
}
writeSync(1, `${JSON.stringify(ended)}\n`);
