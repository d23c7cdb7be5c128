import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js";
import { tf } from "../tf.ts";
import { address, matMulScratch, simd } from "./simd.ts";

type Size = [number, number, number, number];
type Pair = [number, number];

interface Attributes {
  strides: Pair | number;
  pad: "valid" | "same" | number;
  dimRoundingMode?: "floor" | "round" | "ceil";
}

interface FilterGradient {
  inputs: { x: tf.TensorInfo; dy: tf.TensorInfo };
  backend: BackendWasm;
  attrs: Attributes & { filterShape: Size };
}

interface InputGradient {
  inputs: { dy: tf.TensorInfo; filter: tf.TensorInfo };
  backend: BackendWasm;
  attrs: Attributes & { inputShape: Size };
}

/**
 * The gradient of a convolution's filter, `[height, width, in, out]`, from `x [batch, y, x, in]` and
 * `dy [batch, y, x, out]`: for each place of the filter, the pixels that it saw times the gradients they went into.
 */
export function conv2dFilterGradient({ inputs: { x, dy }, backend, attrs }: FilterGradient): tf.TensorInfo {
  const info = layout(x.shape, attrs.filterShape, attrs, false);
  const { inChannels, outChannels, filterHeight, filterWidth } = info;
  const out = backend.makeOutput(attrs.filterShape, "float32");
  const pixels = tf.util.sizeFromShape(dy.shape.slice(0, 3));
  const seen = backend.makeOutput([pixels, inChannels], "float32");
  const work = matMulScratch(backend);
  const source = backend.typedArrayFromHeap(x);
  const rows = backend.typedArrayFromHeap(seen);
  for (let place = 0; place < filterHeight * filterWidth; place++) {
    rows.fill(0);
    overlap(info, place, (from, to) =>
      rows.set(source.subarray(from * inChannels, (from + 1) * inChannels), to * inChannels),
    );
    const to = address(backend, out) + place * inChannels * outChannels * 4;
    simd(backend).matMulBatch(
      1,
      address(backend, seen),
      0,
      true,
      address(backend, dy),
      0,
      false,
      to,
      inChannels,
      outChannels,
      pixels,
      0,
      work,
    );
  }
  backend.disposeData(seen.dataId);
  return out;
}

/** The gradient of a depthwise filter, `[height, width, in, multiplier]`, from `x` and `dy [batch, y, x, in * multiplier]`. */
export function depthwiseFilterGradient({
  inputs: { x, dy },
  backend,
  attrs,
}: FilterGradient): tf.TensorInfo {
  const info = layout(x.shape, attrs.filterShape, attrs, true);
  const { inChannels, outChannels, filterHeight, filterWidth } = info;
  const multiplier = outChannels / inChannels;
  const out = backend.makeOutput(attrs.filterShape, "float32");
  const [pixels, gradients] = [x, dy].map((tensor) => backend.typedArrayFromHeap(tensor)) as [
    Float32Array,
    Float32Array,
  ];
  const sums = new Float64Array(filterHeight * filterWidth * outChannels);
  for (let place = 0; place < filterHeight * filterWidth; place++) {
    const filter = place * outChannels;
    overlap(info, place, (from, to) => {
      for (let channel = 0; channel < outChannels; channel++) {
        const pixel = pixels[from * inChannels + Math.floor(channel / multiplier)] as number;
        (sums[filter + channel] as number) += pixel * (gradients[to * outChannels + channel] as number);
      }
    });
  }
  backend.typedArrayFromHeap(out).set(sums);
  return out;
}

/** The gradient of what a depthwise filter saw, `[batch, y, x, in]`. */
export function depthwiseInputGradient({
  inputs: { dy, filter },
  backend,
  attrs,
}: InputGradient): tf.TensorInfo {
  const info = layout(attrs.inputShape, filter.shape, attrs, true);
  const { inChannels, outChannels, filterHeight, filterWidth } = info;
  const multiplier = outChannels / inChannels;
  const out = backend.makeOutput(attrs.inputShape, "float32");
  const [gradients, weights] = [dy, filter].map((tensor) => backend.typedArrayFromHeap(tensor)) as [
    Float32Array,
    Float32Array,
  ];
  const sums = backend.typedArrayFromHeap(out).fill(0);
  for (let place = 0; place < filterHeight * filterWidth; place++) {
    overlap(info, place, (to, from) => {
      for (let channel = 0; channel < outChannels; channel++) {
        const weight = weights[place * outChannels + channel] as number;
        const gradient = gradients[from * outChannels + channel] as number;
        (sums[to * inChannels + Math.floor(channel / multiplier)] as number) += weight * gradient;
      }
    });
  }
  return out;
}

type Layout = tf.backend_util.Conv2DInfo;

function layout(
  input: number[],
  filter: number[],
  { strides, pad, dimRoundingMode }: Attributes,
  depthwise: boolean,
): Layout {
  return tf.backend_util.computeConv2DInfo(
    input as Size,
    filter as Size,
    strides,
    1,
    pad,
    dimRoundingMode,
    depthwise,
  );
}

/** Every pixel of the output for which a place of the filter lies on the input, with the pixel that it lies on. */
function overlap(info: Layout, place: number, visit: (input: number, output: number) => void): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, strideHeight, strideWidth, padInfo } = info;
  const down = Math.floor(place / info.filterWidth) - padInfo.top;
  const right = (place % info.filterWidth) - padInfo.left;
  for (let picture = 0; picture < batchSize; picture++) {
    for (let row = 0; row < outHeight; row++) {
      const y = row * strideHeight + down;
      if (y < 0 || y >= inHeight) continue;
      for (let column = 0; column < outWidth; column++) {
        const x = column * strideWidth + right;
        if (x < 0 || x >= inWidth) continue;
        visit((picture * inHeight + y) * inWidth + x, (picture * outHeight + row) * outWidth + column);
      }
    }
  }
}
