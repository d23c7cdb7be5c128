import type { tf } from "../backend/tf.ts";

/**
 * A part of a model: an immutable object whose fields are tensors, numbers or further modules. A tensor's path
 * through the fields is its name in a checkpoint: `model.layers.3.self_attn.q_proj.weight`.
 */
export abstract class Module {
  declare private readonly _module: true;
}

/** Where a tensor of a module comes from: a checkpoint, a random start, or nowhere (shapes only). */
export type Source = (path: string, shape: number[], initial: Initial) => tf.Tensor;

/** How a tensor starts when nothing is loaded. */
export type Initial = { normal: number } | { uniform: number } | { value: number } | { values: Float32Array };

/** Dotted path of a part below `path`. */
export const join = (path: string, name: string | number): string => (path ? `${path}.${name}` : `${name}`);
