import type { tf } from "../backend/tf.ts";
import { nearest, UsageError } from "../errors.ts";
import type { Module, Source } from "../nn/module.ts";
import type { Opening, Options } from "./route.ts";
import type { Kind, Streams } from "./stream.ts";
import type { Sizes } from "./update.ts";

/** What an opening before a layer may use besides the streams. */
export interface OpeningTools {
  readonly options: Options;
  readonly weights: Module | undefined;
  /**
   * The attention that the last prompt token paid each token of a kind in the layer before, mean over heads,
   * `[batch, tokens]`. Only for openings that say so in `ranks`.
   */
  rows(): tf.Tensor2D;
}

/** The vision encoder's output, before the projector. */
export interface Encoded {
  /** `[crops, tokens, width]` */
  readonly features: tf.Tensor3D;
  /** How much attention each token received, from the class token where there is one: `[crops, tokens]`. */
  readonly received: tf.Tensor2D;
  /** The keys of the tokens, mean over heads: `[crops, tokens, headSize]`. */
  readonly keys: tf.Tensor3D;
  /** The grid that the tokens fill, while they do. */
  readonly grid?: { readonly rows: number; readonly columns: number };
}

/** How an opening works, registered under its name. */
export type OpeningDefinition = LayerOpening | EncoderOpening;

export interface LayerOpening {
  readonly at: "layer";
  /** The kind it makes, if it makes one. */
  makes?(options: Options): Kind;
  /** The kinds it needs. */
  needs(options: Options): Kind[];
  /** The kind whose attention rows it ranks by, if it does. */
  ranks?(options: Options): Kind;
  build?(source: Source, path: string, sizes: Sizes, options: Options): Module;
  apply(streams: Streams, tools: OpeningTools): Streams;
}

export interface EncoderOpening {
  readonly at: "encoder";
  apply(encoded: Encoded, options: Options): Encoded;
}

const registry = new Map<string, OpeningDefinition>();

/** Registers an opening and returns the function that writes it. Writing it again replaces it. */
export function defineOpening<O extends Options>(
  name: string,
  definition: OpeningDefinition,
): (options: O) => Opening {
  registry.set(name, definition);
  return (options) => ({ opening: name, options });
}

/** An opening of one's own before a layer, without options: what it does to the streams. */
export function opening(name: string, apply: LayerOpening["apply"], needs: Kind[] = ["vision"]): Opening {
  return defineOpening(name, { at: "layer", needs: () => needs, apply })({});
}

/** How an opening works. Throws a `UsageError` for a name that nobody registered. */
export function openingDefinition({ opening: name }: Opening): OpeningDefinition {
  const definition = registry.get(name);
  if (definition) return definition;
  const known = nearest(name, registry.keys()).join(", ");
  throw new UsageError(
    `unknown opening "${name}"; register it with opening("${name}", ...) or use one of ${known}`,
  );
}

/** An opening that belongs before a layer. Throws for one that belongs at the encoder. */
export function layerOpening(opening: Opening): LayerOpening {
  const definition = openingDefinition(opening);
  if (definition.at === "layer") return definition;
  throw new UsageError(`opening "${opening.opening}" acts at the encoder, not before a layer`);
}

/** An opening that belongs at the encoder. Throws for one that belongs before a layer. */
export function encoderOpening(opening: Opening): EncoderOpening {
  const definition = openingDefinition(opening);
  if (definition.at === "encoder") return definition;
  throw new UsageError(`opening "${opening.opening}" acts before a layer, not at the encoder`);
}

/**
 * Openings that make new kinds: `spawn({ proxy: downsample("vision", { factor: 4 }) })`. Two sorts of proxies
 * are two names.
 */
export function spawn(makers: Readonly<Record<Kind, (kind: Kind) => Opening>>): Opening[] {
  return Object.entries(makers).map(([kind, make]) => make(kind));
}
