import { tf } from "../../backend/tf.ts";
import { UsageError } from "../../errors.ts";
import type { Source } from "../../nn/module.ts";
import { learnedPooling } from "../library/learnedPooling.ts";
import { type Encoded, encoderOpening, layerOpening } from "../opening.ts";
import type { Plan } from "../plan.ts";
import type { Opening, Route } from "../route.ts";
import { type Kind, type Places, type Streams, tokens } from "../stream.ts";
import { formOf, layOut, type PlacesByKind, type Prompt } from "./prompt.ts";
import { type Read, readsOf } from "./reads.ts";

/** What an opening did to the tokens of a prompt. */
export interface Opened {
  readonly opening: Opening;
  readonly before: PlacesByKind;
  readonly after: PlacesByKind;
  /** The kinds it took. */
  readonly needs: readonly Kind[];
  /** The kind whose tokens it ranked by attention. */
  readonly ranks?: Kind | undefined;
}

/** One layer of the plan with the tokens that a prompt has there. */
export interface Scene {
  readonly route: Route;
  readonly opened: readonly Opened[];
  /** The tokens as they come to the layer's openings, and as they enter the layer. */
  readonly entering: PlacesByKind;
  readonly inside: PlacesByKind;
  readonly reads: readonly Read[];
  /** Kinds of the route that nothing before the layer makes, drawn as two tokens a crop. */
  readonly unmade: readonly Kind[];
}

/** A plan with the tokens of one prompt on their way through it. */
export interface Rehearsal {
  readonly encoder: readonly Opened[];
  readonly layers: readonly Scene[];
}

/** The made-up model that openings run on. */
const sizes = { hidden: 24, eps: 1e-5 };

/** Grids of usual vision encoders: between them any reduction up to 10 divides one. */
const usualGrids = [24, 20, 28, 27];

/**
 * Takes a prompt through the openings of a plan as they run, on a model of 24 channels with made-up values: what
 * is drawn of the tokens is what happened to them. Two runs give the same.
 *
 * @throws UsageError as the openings throw it, or for an update or opening that nobody registered.
 */
export function rehearse(plan: Plan, prompt: Prompt): Rehearsal {
  const grids = prompt.grid === undefined ? usualGrids : [prompt.grid];
  let refusal: unknown;
  for (const grid of grids) {
    try {
      return onPlainEngine(() => perform(plan, prompt, grid));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      refusal ??= error;
    }
  }
  throw refusal;
}

/** On the engine that has every operation and needs no start; the one in use comes back whatever happens. */
function onPlainEngine<T>(f: () => T): T {
  const before = tf.engine().backendName ?? tf.getBackend();
  void tf.setBackend("cpu");
  (tf.backend() as unknown as { firstUse: boolean }).firstUse = false; // it would advertise tfjs-node
  tf.engine().startScope("drawing");
  try {
    return f();
  } finally {
    tf.engine().endScope();
    if (before) void tf.setBackend(before);
  }
}

function perform(plan: Plan, prompt: Prompt, grid: number): Rehearsal {
  const random = values();
  const crops = prompt.pictures.reduce((sum, count) => sum + count, 0);
  const source: Source = (_, shape) => random(shape);
  const { encoder, form } = encode(plan.encoder, crops, grid, prompt, random);

  let streams = streamsIn(layOut(prompt, form), random);
  let last: Scene | undefined;
  const layers = plan.layers.map(({ before, route }): Scene => {
    const entering = placesOf(streams);
    const opened = before.map((opening) => {
      const earlier = placesOf(streams);
      const definition = layerOpening(opening);
      const weights = definition.build?.(source, "", sizes, opening.options);
      const ranks = definition.ranks?.(opening.options);
      const rows = () => random([1, tokens(earlier[ranks ?? "text"] as Places)]) as tf.Tensor2D;
      streams = definition.apply(streams, { options: opening.options, weights, rows });
      const needs = definition.needs(opening.options);
      return { opening, before: earlier, after: placesOf(streams), needs, ranks };
    });
    const unmade = Object.keys(route.lanes).filter((kind) => !streams.byKind[kind]);
    for (const kind of unmade) streams = standIn(kind, streams, source);
    const scene = { route, opened, entering, inside: placesOf(streams), unmade };
    streams = staying(streams, route);
    const same = last?.route === route && before.length === 0;
    last = { ...scene, reads: same && last ? last.reads : readsOf(route, streams) };
    return last;
  });
  return { encoder, layers };
}

/** The encoder's openings on crops of `grid` x `grid` tokens, and the form in which they leave it. */
function encode(openings: readonly Opening[], crops: number, grid: number, prompt: Prompt, random: Values) {
  let encoded: Encoded = {
    features: random([crops, grid * grid, 4]) as tf.Tensor3D,
    received: random([crops, grid * grid]) as tf.Tensor2D,
    keys: random([crops, grid * grid, 4]) as tf.Tensor3D,
    grid: { rows: grid, columns: grid },
  };
  const placesIn = (one: Encoded): PlacesByKind => layOut(prompt, formOf(one));
  const encoder = openings.map((opening): Opened => {
    const before = placesIn(encoded);
    encoded = encoderOpening(opening).apply(encoded, opening.options);
    return { opening, before, after: placesIn(encoded), needs: ["vision"] };
  });
  return { encoder, form: formOf(encoded) };
}

function streamsIn(places: PlacesByKind, random: Values): Streams {
  const stream = (kind: Kind, of: Places) => ({
    kind,
    places: of,
    x: random([1, tokens(of), sizes.hidden]) as tf.Tensor3D,
  });
  return {
    byKind: Object.fromEntries(Object.entries(places).map(([kind, of]) => [kind, stream(kind, of)])),
    links: [],
  };
}

const placesOf = ({ byKind }: Streams): PlacesByKind =>
  Object.fromEntries(Object.entries(byKind).map(([kind, { places }]) => [kind, places]));

/** A kind without a lane leaves, and who stood for it or by it goes with it. */
function staying({ byKind, links }: Streams, { lanes }: Route): Streams {
  return {
    byKind: Object.fromEntries(Object.entries(byKind).filter(([kind]) => lanes[kind])),
    links: links.filter(({ of, by }) => lanes[of] && lanes[by]),
  };
}

/** Two tokens a crop of a kind that the route has and nothing here makes: a plan's other openings may. */
function standIn(kind: Kind, streams: Streams, source: Source): Streams {
  const opening = learnedPooling("vision", { queries: 2 })(kind);
  const { build, apply } = layerOpening(opening);
  const weights = build?.(source, "", sizes, opening.options);
  return apply(streams, { options: opening.options, weights, rows: () => tf.zeros([1, 1]) });
}

type Values = (shape: number[]) => tf.Tensor;

/** Numbers between 0 and 1 that look random and are the same every time. */
function values(): Values {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return (shape) => tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, next), shape);
}
