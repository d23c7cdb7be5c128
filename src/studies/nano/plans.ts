import { fastV } from "../../routes/library/fastV.ts";
import { lightMlp } from "../../routes/library/lightMlp.ts";
import { maskAttention } from "../../routes/library/maskAttention.ts";
import { proxyV } from "../../routes/library/proxyV.ts";
import { proxyVNonSpatial } from "../../routes/library/proxyVNonSpatial.ts";
import { pyramidDrop } from "../../routes/library/pyramidDrop.ts";
import { skipAttention } from "../../routes/library/skipAttention.ts";
import { skipAttentionAndFfn } from "../../routes/library/skipAttentionAndFfn.ts";
import { skipFfn } from "../../routes/library/skipFfn.ts";
import { visionZip } from "../../routes/library/visionZip.ts";
import { type Edits, from } from "../../routes/plan.ts";

const each = <T>(name: string, layers: readonly number[], make: (k: number) => T): Record<string, T> =>
  Object.fromEntries(layers.map((k) => [`${name} from ${k}`, make(k)]));

/** Plans put into the trained model as it is. The paper's first study, and what else needs no training. */
export const trainingFree: Readonly<Record<string, Edits>> = {
  full: [],
  ...each("mask attention", [0, 1, 2, 3, 4, 5], (k) => from(k, maskAttention())),
  ...each("skip attention", [1, 2, 3, 4], (k) => from(k, skipAttention())),
  ...each("skip FFN", [1, 3, 5], (k) => from(k, skipFfn())),
  ...each("FastV", [1, 2, 3], (layer) => fastV({ layer, keep: 0.5 })),
  "PyramidDrop from 2": pyramidDrop({ layers: [2, 3, 4] }),
  VisionZip: visionZip({ dominant: 80, contextual: 10 }),
};

/** New parts are a quarter as wide as the model, as in the paper's 7B models, and start so that nothing jumps. */
const update = { ratio: 1 / 4, start: "matched" } as const;

/** A plan that is fine-tuned in the layers from `from` on. */
export interface FineTuned {
  readonly from: number;
  readonly edits: Edits;
}

const tuned = (name: string, layers: readonly number[], make: (k: number) => Edits) =>
  each(name, layers, (k): FineTuned => ({ from: k, edits: make(k) }));

/**
 * Plans that are fine-tuned, each for the same few steps; `full` too, so that no plan profits from the mere
 * training. The layers before the first edited one, and the encoder, stay as they are.
 */
export const fineTuned: Readonly<Record<string, FineTuned>> = {
  ...tuned("full", [1], () => []),
  ...tuned("skip attention", [2], (k) => from(k, skipAttention())),
  ...tuned("skip attention and FFN", [1, 2, 3], (k) =>
    from(k, skipAttentionAndFfn("vision", lightMlp(update))),
  ),
  ...tuned("ProxyV", [1, 2, 3], (k) => from(k, proxyV({ factor: 4, ...update }))),
  ...tuned("ProxyV drawn", [2], (k) => from(k, proxyV({ factor: 4, sees: "drawn", ...update }))),
  ...tuned("ProxyV non-spatial", [2], (k) => from(k, proxyVNonSpatial({ queries: 9, ...update }))),
};
