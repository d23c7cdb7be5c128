import assert from "node:assert/strict";
import { currentEngine, type EngineName, startEngine } from "../../../src/backend/start.ts";
import { tf } from "../../../src/backend/tf.ts";

/** How long each axis is. */
const size: Record<string, number> = { a: 2, b: 3, c: 4, d: 5, e: 2 };

describe("einsum on the wasm engine", () => {
  let previous: EngineName | undefined;

  before(async () => {
    previous = currentEngine()?.chosen;
    await startEngine({ backend: "wasm", quiet: true });
  });

  after(() => previous && startEngine({ backend: previous, quiet: true }));

  const equations = [
    "ab->ba",
    "ab->ab",
    "abc->b",
    "ab->",
    "ab,bc->ac",
    "ab,cb->ca",
    "ab,cb->bca",
    "abc,acd->abd",
    "abcd,abed->abce",
    "abcd,eacd->baec",
    "ab,cd->abcd",
    "ab,ab->ab",
    "ab,ab->",
    "ab,cd->ac",
    "abc,cd->dba",
    "a,b->ab",
    "a,a->",
    "ab,->ba",
  ];

  for (const dtype of ["float32", "int32"] as const)
    for (const equation of equations)
      it(`computes ${equation} of ${dtype} as nested loops do`, () => {
        const [given, wanted] = equation.split("->") as [string, string];
        const terms = given.split(",");
        const shapeOf = (axes: string) => [...axes].map((axis) => size[axis] as number);
        const tensors = terms.map((term, i) => numbers(shapeOf(term), i, dtype));
        const before = [tf.memory().numTensors, tf.engine().backend.numDataIds()] as [number, number];
        const out = tf.einsum(equation, ...tensors);
        const shared = tensors.some(({ dataId }) => dataId === out.dataId);
        assert.deepEqual(
          [tf.memory().numTensors, tf.engine().backend.numDataIds()],
          [before[0] + 1, before[1] + (shared ? 0 : 1)],
        );
        assert.deepEqual([out.dtype, out.shape], [dtype, shapeOf(wanted)]);
        const expected = loops(
          terms,
          wanted,
          tensors.map((x) => [...x.dataSync()]),
        );
        out.dataSync().forEach((value, i) => {
          assert.ok(Math.abs(value - (expected[i] as number)) < 1e-4, `entry ${i} is ${value}`);
        });
        tf.dispose([out, ...tensors]);
      });

  it("says what is wrong with sizes that differ", () => {
    assert.throws(() => tf.einsum("ab,bc->ac", tf.ones([2, 3]), tf.ones([4, 2])), /Expected dimension 3/);
  });
});

/** The sum, in float64, over every choice of all indices. */
function loops(terms: string[], wanted: string, values: number[][]): number[] {
  const axes = [...new Set([...terms.join(""), ...wanted])];
  const choices = axes.reduce((product, axis) => product * (size[axis] as number), 1);
  const out: number[] = Array(tf.util.sizeFromShape([...wanted].map((axis) => size[axis] as number))).fill(0);
  for (let choice = 0; choice < choices; choice++) {
    const index: Record<string, number> = {};
    let left = choice;
    for (const axis of axes) {
      index[axis] = left % (size[axis] as number);
      left = Math.floor(left / (size[axis] as number));
    }
    const at = (term: string) =>
      [...term].reduce((place, axis) => place * (size[axis] as number) + (index[axis] as number), 0);
    const product = terms.reduce((so, term, i) => so * (values[i]?.[at(term)] as number), 1);
    (out[at(wanted)] as number) += product;
  }
  return out;
}

const numbers = (shape: number[], seed: number, dtype: "float32" | "int32"): tf.Tensor =>
  tf
    .range(0, tf.util.sizeFromShape(shape))
    .mul(0.7)
    .add(seed)
    .sin()
    .mul(dtype === "int32" ? 9 : 1)
    .reshape(shape)
    .cast(dtype);
