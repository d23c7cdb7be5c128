import type { tf } from "../backend/tf.ts";
import { nearest, UsageError } from "../errors.ts";
import type { DecoderLayer } from "../nn/decoderLayer.ts";
import type { Module, Source } from "../nn/module.ts";
import type { Options, Update } from "./route.ts";
import type { Kind, Link } from "./stream.ts";

/** A kind in one layer: its states as they came in and as they leave, `[batch, tokens, hidden]` each. */
export interface View {
  readonly before: tf.Tensor3D;
  /** Computed when first asked for; two kinds that wait for each other are an error. */
  readonly after: tf.Tensor3D;
}

/** What an update may use besides the streams. */
export interface Tools {
  /** The states that enter what the update stands in for. */
  readonly state: tf.Tensor3D;
  /** The layer's own weights. */
  readonly layer: DecoderLayer;
  /** The update's own weights in this layer, if it brings any. */
  readonly weights: Module | undefined;
  readonly options: Options;
  /** The layer's values of the updated kind, `[batch, tokens, kvHeads * headSize]`, made once. */
  values(): tf.Tensor3D;
  /** Who stands for the updated kind. Throws when nobody does. */
  link(by?: Kind): Link;
  /** Gives every token of the updated kind what those that stand for it hold. */
  spread(x: tf.Tensor3D, by?: Kind): tf.Tensor3D;
}

/** The sizes that an update's weights are made for. */
export interface Sizes {
  readonly hidden: number;
  readonly eps: number;
}

/** How an update works, registered under its name. */
export interface UpdateDefinition {
  /** The states after what the update stands in for. */
  apply(streams: Readonly<Record<Kind, View>>, tools: Tools): tf.Tensor3D;
  /** The update's own weights at `path`, for a model of these sizes. */
  build?(source: Source, path: string, sizes: Sizes, options: Options): Module;
}

const registry = new Map<string, UpdateDefinition>();

/**
 * Makes an update of one's own under a name, usable in lanes at once. Writing it again under the same name
 * replaces it, as re-running a notebook cell does.
 *
 * @example
 * const gain = update("gain of the proxy", ({ vision, proxy }, { spread }) =>
 *   tf.add(vision.before, spread(tf.sub(proxy.after, proxy.before))));
 */
export function update(name: string, apply: UpdateDefinition["apply"]): Update {
  return defineUpdate(name, { apply })();
}

/** Registers an update that has options or weights, and returns the function that writes it. */
export function defineUpdate<O extends Options>(
  name: string,
  definition: UpdateDefinition,
): (options?: O) => Update {
  registry.set(name, definition);
  return (options) => ({ update: name, options: options ?? {} });
}

/** How an update works. Throws a `UsageError` for a name that nobody registered. */
export function definitionOf({ update: name }: Update): UpdateDefinition {
  const definition = registry.get(name);
  if (definition) return definition;
  const known = nearest(name, registry.keys()).join(", ");
  throw new UsageError(
    `unknown update "${name}"; register it with update("${name}", ...) or use one of ${known}`,
  );
}
