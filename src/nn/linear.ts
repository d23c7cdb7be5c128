import { record } from "../backend/meter.ts";
import { operation, runKernel, withGradient } from "../backend/operations.ts";
import { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import { frozen, isPacked, unpack, unpackedShape } from "./bfloat16.ts";
import { lowRankLinear } from "./lowRank.ts";
import { join, Module, type Source } from "./module.ts";

/** `x W^T` with weights in bfloat16, which are unpacked for each product and not kept. */
const packedProduct = (x: tf.Tensor2D, weight: tf.Tensor2D): tf.Tensor2D =>
  withGradient(
    { x, weight },
    () => [tf.matMul(x, unpack(weight), false, true)],
    ([dy], { weight: kept }) => ({
      x: () => tf.matMul(dy as tf.Tensor2D, unpack(kept as tf.Tensor)),
      weight: frozen,
    }),
  )[0] as tf.Tensor2D;

/** `x W^T + b` of rows `[rows, in]`, with weights `[out, in]`. */
export const linear = operation("Linear", {
  plain: (x: tf.Tensor2D, weight: tf.Tensor2D, bias?: tf.Tensor1D): tf.Tensor2D =>
    tf.tidy(() => {
      const y = isPacked(weight) ? packedProduct(x, weight) : tf.matMul(x, weight, false, true);
      return (bias ? y.add(bias) : y) as tf.Tensor2D;
    }),
  call: (x, weight, bias) => ({ inputs: { x, weight, bias } }),
  result: ([y]) => y as tf.Tensor2D,
  tally: (x, weight) => [{ multiplyAdds: x.size * weight.shape[0] }],
  gradient: ([dy], { x, weight }) => {
    const through = (kernel: string, other: "x" | "weight") => () => {
      record((x as tf.Tensor).size * (weight as tf.Tensor).shape[0]);
      return runKernel(kernel, { dy, [other]: other === "x" ? x : weight })[0] as tf.Tensor;
    };
    return {
      x: through("LinearGradX", "weight"),
      weight: isPacked(weight as tf.Tensor) ? frozen : through("LinearGradWeight", "x"),
      bias: () => (dy as tf.Tensor).sum(0),
    };
  },
});

/** What a low-rank adapter adds to a linear layer: `scaling` times `B A`, under the names that PEFT gives them. */
export interface Adapter {
  /** `[rank, in]`. */
  readonly lora_A: Linear;
  /** `[out, rank]`. */
  readonly lora_B: Linear;
  readonly scaling: number;
}

/**
 * `x W^T + b` over the last axis, and what an adapter adds. The weight is stored as checkpoints store it, `[out, in]`, or
 * packed in bfloat16.
 */
export class Linear extends Module {
  declare readonly lora_A?: Linear;
  declare readonly lora_B?: Linear;
  declare readonly scaling?: number;

  constructor(
    readonly weight: tf.Tensor2D,
    readonly bias?: tf.Tensor1D,
    adapter?: Adapter,
  ) {
    super();
    if (!bias) delete (this as { bias?: tf.Tensor1D }).bias;
    if (adapter) Object.assign(this, adapter);
  }

  /** A linear layer from `inputs` to `outputs`, started as PyTorch starts one: uniform within `1 / sqrt(inputs)`. */
  static build(
    source: Source,
    path: string,
    inputs: number,
    outputs: number,
    options: { bias?: boolean; initial?: number } = {},
  ): Linear {
    const initial =
      options.initial === undefined ? { uniform: 1 / Math.sqrt(inputs) } : { normal: options.initial };
    return new Linear(
      source(join(path, "weight"), [outputs, inputs], initial) as tf.Tensor2D,
      options.bias ? (source(join(path, "bias"), [outputs], { value: 0 }) as tf.Tensor1D) : undefined,
    );
  }

  get inputs(): number {
    return unpackedShape(this.weight)[1];
  }

  get outputs(): number {
    return this.weight.shape[0];
  }

  /** `[..., in]` to `[..., out]`. Flattened to two axes: with more, tfjs has no right gradient of matMul. */
  apply<T extends tf.Tensor>(x: T): T {
    const { inputs, outputs } = this;
    if (x.shape.at(-1) !== inputs) {
      throw new UsageError(`linear layer: expected [..., ${inputs}], given [${x.shape}]`);
    }
    return tf.tidy(
      () => this.product(x.reshape([-1, inputs])).reshape([...x.shape.slice(0, -1), outputs]) as T,
    );
  }

  private product(rows: tf.Tensor2D): tf.Tensor2D {
    const { weight, bias, lora_A, lora_B, scaling = 1 } = this;
    if (!lora_A || !lora_B) return linear(rows, weight, bias);
    return lowRankLinear(rows, weight, lora_A.weight, lora_B.weight, scaling, bias);
  }
}

/** Whether one kernel can serve several layers at once: no adapters, all packed or none, all with biases or none. */
export const alike = (linears: readonly Linear[]): boolean =>
  linears.every(({ lora_A }) => lora_A === undefined) &&
  new Set(linears.map(({ weight, bias }) => `${isPacked(weight)} ${bias === undefined}`)).size === 1;
