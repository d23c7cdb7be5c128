import { record, within } from "../backend/meter.ts";
import { byName, operation, runKernel } from "../backend/operations.ts";
import type { tf } from "../backend/tf.ts";
import { frozen, isPacked } from "./bfloat16.ts";
import { alike, type Linear } from "./linear.ts";
import type { RMSNorm } from "./rmsNorm.ts";

/**
 * Several projections of the same normalised states `[batch, tokens, in]`, each under the name of its operation. Where
 * they run plainly the states themselves are asked for, which others may share.
 */
export const normLinears = operation("RMSNormLinears", {
  plain: (
    _: tf.Tensor3D,
    __: RMSNorm,
    linears: readonly Linear[],
    names: readonly string[],
    normal: () => tf.Tensor3D,
  ): tf.Tensor3D[] =>
    linears.map((linear, i) => within({ operation: names[i] as string }, () => linear.apply(normal()))),
  call: (x, norm, linears) =>
    alike(linears)
      ? {
          inputs: {
            x,
            norm: norm.weight,
            ...numbered("weight", linears, ({ weight }) => weight),
            ...numbered("bias", linears, ({ bias }) => bias),
          },
          attrs: { eps: norm.eps, count: linears.length },
        }
      : undefined,
  results: (_, __, linears) => linears.length,
  result: (outputs) => outputs as tf.Tensor3D[],
  tally: (x, _, linears, names) =>
    linears.map((linear, i) => ({
      operation: names[i] as string,
      multiplyAdds: x.size * linear.outputs,
    })),
  gradient: (dy, inputs, outputs, _, wanted) => {
    const list = (name: string) => Object.keys(inputs).filter((one) => one.startsWith(name));
    const [weights, biases] = [list("weight"), list("bias")];
    const packed = isPacked(inputs.weight0 as tf.Tensor);
    const trained = !packed && weights.some(wanted);
    const { x, norm } = inputs as { x: tf.Tensor; norm: tf.Tensor };
    const columns = dy.reduce((sum, { shape }) => sum + (shape[2] as number), 0);
    record((trained ? 2 : 1) * x.size * columns);
    const given = {
      ...Object.fromEntries(dy.map((one, i) => [`dy${i}`, one])),
      ...{ x, norm, r: outputs[dy.length] },
      ...Object.fromEntries(weights.map((name) => [name, inputs[name]])),
    };
    const attrs = { count: dy.length, weights: trained, biases: biases.length > 0 };
    const gradients = runKernel("RMSNormLinearsGrad", given, attrs);
    return {
      ...byName(["x", "norm", ...(trained ? weights : []), ...biases], gradients),
      ...(packed && Object.fromEntries(weights.map((name) => [name, frozen]))),
    };
  },
});

const numbered = (name: string, linears: readonly Linear[], of: (linear: Linear) => tf.Tensor | undefined) =>
  Object.fromEntries(linears.map((linear, i) => [`${name}${i}`, of(linear)]));
