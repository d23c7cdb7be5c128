import assert from "node:assert/strict";
import { loadImage } from "@napi-rs/canvas";
import { readWhole } from "../../../kernel/display/tensor/sample.ts";
import { statistics } from "../../../kernel/display/tensor/statistics.ts";
import { startEngine, tf } from "../../../src/index.ts";
import { pictureIn, sanitised, shown } from "./shown.ts";

describe("how tensors are shown", () => {
  before(() => startEngine());

  const show = async (tensor: tf.Tensor) => {
    const before = tf.memory().numTensors;
    const made = await shown(tensor);
    assert.equal(tf.memory().numTensors, before, "no tensor is left behind");
    tensor.dispose();
    return made;
  };

  it("by shape, type, statistics and first values", async () => {
    const { text, html } = await show(tf.tensor1d([1, 2, 3, Number.NaN, 4.5]));
    assert.match(
      text,
      /^Tensor \[5\] float32\nmin 1, mean 2.625, max 4.5, std 1.293, NaN 1\n\[1, 2, 3, NaN, 4.5\]/,
    );
    assert.match(html, /<b>Tensor \[5\] float32<\/b> 5 values, 20 bytes/);
  });

  it("a matrix as a heat map that a sanitised notebook keeps", async () => {
    const { html, data, text } = await show(tf.linspace(-1, 1, 12).reshape([3, 4]));
    const image = await loadImage(pictureIn(sanitised(html)));
    assert.deepEqual([image.width, image.height], [96, 72]);
    assert.match(text, /heat map: blue -1, white 0, orange 1/);
    assert.equal(typeof data["image/png"], "string");
  });

  for (const [form, shape] of [
    ["channels last", [16, 20, 3]],
    ["channels last", [16, 20, 1]],
    ["channels last", [16, 20, 4]],
    ["channels first", [3, 16, 20]],
  ] as const)
    it(`[${shape}] as an image, ${form}`, async () => {
      const { html, text } = await show(tf.randomUniform([...shape], 0, 1));
      const image = await loadImage(pictureIn(html));
      assert.deepEqual([image.width, image.height], [20, 16]);
      assert.match(text, new RegExp(`image of 16 x 20 pixels, ${form}, black 0, white 1`));
    });

  it("in the colours that it holds", async () => {
    const { createCanvas } = await import("@napi-rs/canvas");
    const { html } = await show(tf.tile(tf.tensor1d([255, 0, 128], "int32").reshape([1, 1, 3]), [8, 8, 1]));
    const context = createCanvas(8, 8).getContext("2d");
    context.drawImage(await loadImage(pictureIn(html)), 0, 0);
    assert.deepEqual([...context.getImageData(3, 3, 1, 1).data], [255, 0, 128, 255]);
  });

  it("a huge one by a sample, never read as a whole", async () => {
    const tensor = tf.ones([readWhole / 1000 + 1, 1000]);
    tensor.data = () => assert.fail("read as a whole");
    const { text } = await show(tensor);
    assert.match(text, /of a sample of 65,536 of 4,001,000 values/);
    assert.match(text, /256 x 256 of it/);
  });

  it("whatever else they hold: text, complex numbers, nothing, or memory that is gone", async () => {
    assert.equal((await show(tf.tensor1d(["<a>", "b"]))).text, 'Tensor [2] string\n["<a>", "b"]');
    assert.equal((await show(tf.complex([1, 2], [3, -4]))).text, "Tensor [2] complex64\n[1 + 3i, 2 - 4i]");
    assert.equal((await show(tf.zeros([0, 3]))).text, "Tensor [0, 3] float32\nno values");
    assert.match(
      (await show(tf.scalar(3))).text,
      /^Tensor \[\] float32\nmin 3, mean 3, max 3, std 0, NaN 0\n\[3\]$/,
    );
    const gone = tf.zeros([2]);
    gone.dispose();
    assert.equal((await shown(gone)).text, "Tensor [2] float32, disposed: its memory is released");
    assert.match(
      (await show(tf.fill([2, 2], Number.NaN))).text,
      /min NaN, mean NaN, max NaN, std NaN, NaN 4/,
    );
  });

  it("with statistics that leave NaN and infinite values out", () => {
    const { nan, infinite, min, max, mean, std } = statistics([1e8 + 1, 1e8 + 3, Number.NaN, Infinity]);
    assert.deepEqual(
      { nan, infinite, min, max, mean, std },
      { nan: 1, infinite: 1, min: 1e8 + 1, max: 1e8 + 3, mean: 1e8 + 2, std: 1 },
    );
  });
});
