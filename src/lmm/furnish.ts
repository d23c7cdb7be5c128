import { tf } from "../backend/tf.ts";
import { DecoderLayer } from "../nn/decoderLayer.ts";
import type { Module, Source } from "../nn/module.ts";
import { leaves } from "../nn/tree.ts";
import { layerOpening } from "../routes/opening.ts";
import type { Plan } from "../routes/plan.ts";
import { updatesOf } from "../routes/route.ts";
import { definitionOf } from "../routes/update.ts";
import type { LMMConfig } from "./config.ts";
import { Inner, Model } from "./model.ts";

/** Adds the weights that a plan's updates and openings need and the model does not have. */
export function furnish(model: Model, { decoder }: LMMConfig, plan: Plan, source: Source): Model {
  const sizes = { hidden: decoder.hidden_size, eps: decoder.rms_norm_eps };
  const layers = plan.layers.map(({ before, route }, i) => {
    const layer = model.model.layers[i] as DecoderLayer;
    const at = `model.layers.${i}`;
    const updates: Record<string, Record<string, Module>> = {};
    for (const [kind, lane] of Object.entries(route.lanes)) {
      for (const { slot, update } of updatesOf(lane)) {
        const { build } = definitionOf(update);
        const path = `${at}.updates.${kind}.${slot}`;
        if (build)
          updates[kind] = {
            ...updates[kind],
            [slot]: reuse(
              layer.updates[kind]?.[slot],
              (from) => build(from, path, sizes, update.options),
              source,
            ),
          };
      }
    }
    const openings: Record<string, Module> = {};
    for (const opening of before) {
      const { build, makes } = layerOpening(opening);
      const kind = makes?.(opening.options);
      if (build && kind) {
        openings[kind] = reuse(
          layer.openings[kind],
          (from) => build(from, `${at}.openings.${kind}`, sizes, opening.options),
          source,
        );
      }
    }
    if (Object.keys(updates).length + Object.keys(openings).length === 0) return layer;
    const { self_attn, mlp, input_layernorm, post_attention_layernorm } = layer;
    return new DecoderLayer(
      self_attn,
      mlp,
      input_layernorm,
      post_attention_layernorm,
      { ...layer.updates, ...updates },
      { ...layer.openings, ...openings },
    );
  });
  const inner = Object.assign(Object.create(Inner.prototype), model.model, { layers });
  return Object.assign(Object.create(Model.prototype), model, { model: inner });
}

/** What the model has, where every tensor fits; else new from the source. */
function reuse(old: Module | undefined, build: (source: Source) => Module, source: Source): Module {
  if (!old) return build(source);
  const wanted: [string, number[]][] = [];
  tf.tidy(() => {
    build((path, shape) => {
      wanted.push([path, shape]);
      return tf.scalar(0);
    });
  });
  const have = leaves(old).map(([, tensor]) => tensor.shape);
  const fits =
    have.length === wanted.length &&
    wanted.every(([, shape], i) => tf.util.arraysEqual(shape, have[i] as number[]));
  return fits ? old : build(source);
}
