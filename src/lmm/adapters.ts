import type { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import { Linear } from "../nn/linear.ts";
import type { Source } from "../nn/module.ts";
import { at, modules, replace } from "../nn/tree.ts";
import type { Model } from "./model.ts";

/** The size of a low-rank adapter, and the factor on what it adds. */
export interface AdapterSize {
  readonly rank: number;
  readonly scaling: number;
}

/** Which linear layers of a model get adapters, and how large. */
export interface AdapterOptions {
  /** 16 unless said. */
  readonly rank?: number;
  /** The factor is `alpha / rank`; twice the rank unless said. */
  readonly alpha?: number;
  /** Paths of linear layers; every projection of the decoder's layers unless said. */
  readonly paths?: RegExp;
  /** Of the first matrices; the second are zero, so that nothing changes until they are trained. */
  readonly seed?: number;
}

const projections = /^model\.layers\.\d+\.(self_attn|mlp)\.\w+$/;

/** The adapters that options ask for, by path. */
export function adaptersFor(
  model: Model,
  { rank = 16, alpha = 2 * rank, paths = projections }: AdapterOptions,
): Map<string, AdapterSize> {
  if (!Number.isInteger(rank) || rank < 1)
    throw new UsageError(`rank ${rank}: expected a whole number from 1 on`);
  if (!Number.isFinite(alpha)) throw new UsageError(`alpha ${alpha}: expected a number`);
  const found = modules(model).filter(([path, module]) => module instanceof Linear && paths.test(path));
  if (found.length === 0) throw new UsageError(`no linear layer has a path like ${paths}`);
  return new Map(found.map(([path]) => [path, { rank, scaling: alpha / rank }]));
}

/** The adapters that a model has, by path. */
export function adaptersOf(model: Model): Map<string, AdapterSize> {
  return new Map(
    modules(model).flatMap(([path, module]): [string, AdapterSize][] =>
      module instanceof Linear && module.lora_A && module.scaling !== undefined
        ? [[path, { rank: module.lora_A.outputs, scaling: module.scaling }]]
        : [],
    ),
  );
}

/** The same model with adapters, whose matrices come from `source`; all else is shared. */
export function adapt(model: Model, adapters: ReadonlyMap<string, AdapterSize>, source: Source): Model {
  let adapted = model;
  for (const [path, { rank, scaling }] of adapters) {
    const layer = at(model, path);
    if (!(layer instanceof Linear))
      throw new UsageError(`${path} is no linear layer: it cannot have an adapter`);
    const { inputs, outputs, weight, bias } = layer;
    const matrix = (name: string, shape: [number, number], initial: Parameters<Source>[2]) =>
      new Linear(source(`${path}.${name}.weight`, shape, initial) as tf.Tensor2D);
    const lora_A = matrix("lora_A", [rank, inputs], { uniform: 1 / Math.sqrt(inputs) });
    const lora_B = matrix("lora_B", [outputs, rank], { value: 0 });
    adapted = replace(adapted, path, new Linear(weight, bias, { lora_A, lora_B, scaling }));
  }
  return adapted;
}

/** Adapters as a checkpoint's `config.json` has them, checked. */
export function adaptersFromJson(json: unknown): Map<string, AdapterSize> {
  if (json === undefined) return new Map();
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new UsageError("adapters: expected an object of sizes by path");
  return new Map(
    Object.entries(json).map(([path, size]: [string, Partial<AdapterSize> | null]) => {
      const { rank, scaling } = size ?? {};
      if (!Number.isInteger(rank) || (rank as number) < 1 || !Number.isFinite(scaling))
        throw new UsageError(`adapters: ${path}: expected { rank, scaling }, given ${JSON.stringify(size)}`);
      return [path, { rank: rank as number, scaling: scaling as number }];
    }),
  );
}
