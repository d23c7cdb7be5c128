import { record, within } from "../backend/meter.ts";
import { byName, operation, runKernel } from "../backend/operations.ts";
import { tf } from "../backend/tf.ts";
import { silu } from "./activations.ts";
import { frozen, isPacked } from "./bfloat16.ts";
import { alike, Linear } from "./linear.ts";
import { join, Module, type Source } from "./module.ts";
import type { RMSNorm } from "./rmsNorm.ts";

/** `silu(gate) * up` of tensors of one shape. */
export const swiglu = operation("SwiGLU", {
  plain: (gate: tf.Tensor, up: tf.Tensor) => tf.tidy(() => silu(gate).mul(up)),
  call: (gate, up) => ({ inputs: { gate, up } }),
  result: ([h]) => h as tf.Tensor,
  gradient: ([dy], { gate, up }) => byName(["gate", "up"], runKernel("SwiGLUGrad", { dy, gate, up })),
});

/** The feed-forward network of Llama (Shazeer, 2020): `down(silu(gate(x)) * up(x))`. */
export class SwiGLU extends Module {
  constructor(
    readonly gate_proj: Linear,
    readonly up_proj: Linear,
    readonly down_proj: Linear,
  ) {
    super();
  }

  static build(
    source: Source,
    path: string,
    hidden: number,
    inner: number,
    initial?: number,
    initialOut = initial,
  ): SwiGLU {
    const start = (std: number | undefined) => (std === undefined ? {} : { initial: std });
    return new SwiGLU(
      Linear.build(source, join(path, "gate_proj"), hidden, inner, start(initial)),
      Linear.build(source, join(path, "up_proj"), hidden, inner, start(initial)),
      Linear.build(source, join(path, "down_proj"), inner, hidden, start(initialOut)),
    );
  }

  /** `[batch, tokens, hidden]` to the same shape. */
  apply(x: tf.Tensor3D): tf.Tensor3D {
    return tf.tidy(() => {
      const gate = within({ operation: "gate_proj" }, () => this.gate_proj.apply(x));
      const up = within({ operation: "up_proj" }, () => this.up_proj.apply(x));
      return within({ operation: "down_proj" }, () => this.down_proj.apply(swiglu(gate, up) as tf.Tensor3D));
    });
  }
}

/** What a decoder layer's second half makes of its states: `x + mlp(norm(x))`, `[batch, tokens, hidden]`. */
export const feedForward = operation("FeedForward", {
  plain: (x: tf.Tensor3D, norm: RMSNorm, mlp: SwiGLU): tf.Tensor3D =>
    tf.tidy(() => x.add(mlp.apply(norm.apply(x)))),
  call: (x, norm, mlp) => {
    const { gate_proj: gate, up_proj: up, down_proj: down } = mlp;
    if (gate.bias || !alike([gate, up, down])) return undefined;
    return {
      inputs: { x, norm: norm.weight, gate: gate.weight, up: up.weight, down: down.weight },
      attrs: { eps: norm.eps },
    };
  },
  result: ([y]) => y as tf.Tensor3D,
  tally: (x, _, { gate_proj, up_proj, down_proj }) =>
    Object.entries({ gate_proj, up_proj, down_proj }).map(([operation, { inputs, outputs }]) => ({
      operation,
      multiplyAdds: (x.size / gate_proj.inputs) * inputs * outputs,
    })),
  gradient: ([dy], inputs, [, r, g, u], _, wanted) => {
    const weights = ["gate", "up", "down"];
    const { x, gate } = inputs as { x: tf.Tensor; gate: tf.Tensor2D };
    const packed = isPacked(gate);
    const trained = !packed && weights.some(wanted);
    record((trained ? 2 : 1) * 3 * x.size * gate.shape[0]);
    const gradients = runKernel("FeedForwardGrad", { dy, ...inputs, r, g, u }, { weights: trained });
    return {
      ...byName(["x", "norm", ...(trained ? weights : [])], gradients),
      ...(packed && Object.fromEntries(weights.map((name) => [name, frozen]))),
    };
  },
});
