import { tf } from "../backend/tf.ts";
import type { LMM } from "../lmm/lmm.ts";
import type { Sample } from "../lmm/prompt.ts";
import { leaves } from "../nn/tree.ts";

const norm = /^model\.layers\.(\d+)\.updates\.([^.]+)\.\w+\.layernorm_post\.weight$/;

/**
 * Sets the norm at the end of each update of `lmm` to the scale that its stream has behind the same layer of the
 * model it was made from, measured on samples. Together with a zero second matrix (`start: "matched"`) an update
 * then begins as the identity, up to scale. The model that comes back owns the new weights.
 */
export function matchScales(lmm: LMM, base: LMM, samples: readonly Sample[]): LMM {
  const wanted = leaves(lmm.weights).flatMap(([path, tensor]) => {
    const [, layer, kind] = norm.exec(path) ?? [];
    return layer === undefined
      ? []
      : [{ path, size: tensor.size, activation: `layers.${layer}.output.${kind}` }];
  });
  if (wanted.length === 0) return lmm.withTensors(new Map());
  const scales = new Map<string, number>();
  const observe = Object.fromEntries(
    wanted.map(({ activation }) => [
      activation,
      (x: tf.Tensor) => void scales.set(activation, x.square().mean().sqrt().dataSync()[0] as number),
    ]),
  );
  tf.tidy(() => void base.prefill(samples, { taps: { observe } }));
  return lmm.withTensors(
    new Map(
      wanted.map(({ path, size, activation }) => [path, tf.fill([size], scales.get(activation) as number)]),
    ),
  );
}
