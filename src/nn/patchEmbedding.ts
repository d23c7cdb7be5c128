import { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import { join, Module, type Source } from "./module.ts";

/** A picture, `[channels, size, size]`, already normalised. */
export type Pixels = Float32Array;

/**
 * Cuts square pictures into windows, one every `stride` pixels, and projects each to `width`. Windows may be
 * larger than the stride: then they overlap, and what hangs over the edge is zero.
 */
export class PatchEmbedding extends Module {
  constructor(
    /** `[width, channels, window, window]`, as a convolution stores it. */
    readonly weight: tf.Tensor4D,
    readonly size: number,
    readonly stride: number,
  ) {
    super();
  }

  static build(
    source: Source,
    path: string,
    options: { width: number; channels: number; window: number; size: number; stride: number },
  ): PatchEmbedding {
    const { width, channels, window, size, stride } = options;
    const weight = source(join(path, "weight"), [width, channels, window, window], {
      uniform: 1 / Math.sqrt(channels * window * window),
    });
    return new PatchEmbedding(weight as tf.Tensor4D, size, stride);
  }

  /** `[pictures, grid * grid, width]`, row by row. A product of matrices: not every engine has a convolution's gradient. */
  apply(pictures: readonly Pixels[]): tf.Tensor3D {
    const [width, channels, window] = this.weight.shape;
    const columns = channels * window * window;
    return tf.tidy(() => {
      const patches = tf.tensor2d(this.cut(pictures, channels, window), [
        pictures.length * this.grid ** 2,
        columns,
      ]);
      return tf
        .matMul(patches, this.weight.reshape([width, columns]), false, true)
        .reshape([pictures.length, -1, width]);
    });
  }

  /** Windows a side. */
  get grid(): number {
    return Math.floor(this.size / this.stride);
  }

  private cut(pictures: readonly Pixels[], channels: number, window: number): Float32Array {
    const { size, stride, grid } = this;
    const margin = (window - stride) >> 1;
    const patches = new Float32Array(pictures.length * grid * grid * channels * window * window);
    let at = 0;
    for (const pixels of pictures) {
      if (pixels.length !== channels * size * size) {
        throw new UsageError(
          `a picture has ${pixels.length} values; expected ${channels} x ${size} x ${size}`,
        );
      }
      for (let row = 0; row < grid; row++) {
        for (let column = 0; column < grid; column++) {
          const left = column * stride - margin;
          const from = Math.max(0, left);
          const to = Math.min(size, left + window);
          for (let channel = 0; channel < channels; channel++) {
            for (let y = row * stride - margin; y < row * stride - margin + window; y++, at += window) {
              if (y < 0 || y >= size) continue;
              const line = (channel * size + y) * size;
              patches.set(pixels.subarray(line + from, line + to), at + from - left);
            }
          }
        }
      }
    }
    return patches;
  }
}
