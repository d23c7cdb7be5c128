import { count } from "../../backend/shapes/count.ts";
import { tf } from "../../backend/tf.ts";
import { UsageError } from "../../errors.ts";
import { DecoderLayer } from "../../nn/decoderLayer.ts";
import type { Source } from "../../nn/module.ts";
import { learnedPooling } from "../library/learnedPooling.ts";
import { type Encoded, encoderOpening, layerOpening } from "../opening.ts";
import type { Plan } from "../plan.ts";
import { type Opening, type Route, updatesOf } from "../route.ts";
import { type Kind, type Link, type Places, type Streams, tokens } from "../stream.ts";
import { definitionOf, type View } from "../update.ts";

/** The prompt that is drawn: text, pictures of some crops, text. */
export interface Prompt {
  /** Text tokens before the pictures, and after them. */
  readonly text: readonly [number, number];
  /** The crops of each picture. */
  readonly pictures: readonly number[];
  /** Tokens a side of a crop's grid; unless said, the first usual one on which the openings work. */
  readonly grid?: number | undefined;
}

export type PlacesByKind = Readonly<Record<Kind, Places>>;

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

/** A kind that the update of another one reads, before or after the layer. */
export interface Read {
  readonly kind: Kind;
  readonly slot: "layer" | "attention" | "ffn";
  readonly from: Kind;
  readonly when: "before" | "after";
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
  readonly crops: number;
  readonly encoder: readonly Opened[];
  readonly layers: readonly Scene[];
}

/** Grids of usual vision encoders: between them any reduction up to 10 divides one. */
const usualGrids = [24, 20, 28, 27];

const sizes = { hidden: 24, heads: 2, kvHeads: 2, headSize: 12, ffn: 24, eps: 1e-5 };

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
    return { ...scene, reads: count(() => readsOf(route, streams)).result };
  });
  return { crops, encoder, layers };
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

interface Form {
  readonly perCrop: number;
  readonly grid: Encoded["grid"] | undefined;
}

const formOf = ({ features, grid }: Encoded): Form => ({ perCrop: features.shape[1], grid });

/** Text, then crop by crop its vision tokens and a newline, then text: one position after the other. */
function layOut({ text, pictures }: Prompt, { perCrop, grid }: Form): PlacesByKind {
  const found: Record<"vision" | "newline" | "text", [position: number, image: number, crop: number][]> = {
    vision: [],
    newline: [],
    text: [],
  };
  let [next, crop] = [0, 0];
  const add = (kind: keyof typeof found, count: number, image: number, crop: number) => {
    for (let i = 0; i < count; i++) found[kind].push([next++, image, crop]);
  };
  add("text", text[0], -1, -1);
  pictures.forEach((crops, image) => {
    for (let i = 0; i < crops; i++, crop++) {
      add("vision", perCrop, image, crop);
      add("newline", 1, image, crop);
    }
  });
  add("text", text[1], -1, -1);
  const places = (kind: keyof typeof found): Places => ({
    batch: 1,
    position: Int32Array.from(found[kind], ([position]) => position),
    image: Int32Array.from(found[kind], ([, image]) => image),
    crop: Int32Array.from(found[kind], ([, , crop]) => crop),
    present: new Uint8Array(found[kind].length).fill(1),
  });
  const vision = { ...places("vision"), perCrop, ...(grid && { grid }) };
  return { vision, newline: places("newline"), text: places("text") };
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

/**
 * Which other kinds the updates of a route read, noted while they run on the engine that knows only shapes: with so
 * many channels that any usual share of them is a whole number.
 */
function readsOf({ lanes }: Route, { byKind, links }: Streams): Read[] {
  const wide = { ...sizes, hidden: 20_160 };
  const source: Source = (_, shape) => tf.fill(shape, 0);
  const layer = DecoderLayer.build(source, "", wide);
  const stateOf = (kind: Kind) =>
    tf.fill([1, tokens(byKind[kind]?.places as Places), wide.hidden], 0) as tf.Tensor3D;
  return Object.entries(lanes).flatMap(([kind, lane]) =>
    updatesOf(lane).flatMap(({ slot, update }): Read[] => {
      const { build, apply } = definitionOf(update);
      const state = stateOf(kind);
      const found = new Map<string, Read>();
      const read = (from: Kind, when: Read["when"]): tf.Tensor3D => {
        if (byKind[from] && from !== kind) found.set(`${when} ${from}`, { kind, slot, from, when });
        return stateOf(from);
      };
      const view = (from: Kind): View => ({
        get before() {
          return read(from, "before");
        },
        get after() {
          return read(from, "after");
        },
      });
      const link = (by?: Kind): Link =>
        links.find((one) => one.of === kind && (by === undefined || one.by === by)) as Link;
      try {
        apply(new Proxy({}, { get: (_, from) => view(String(from)) }), {
          state,
          layer,
          weights: build?.(source, "", wide, update.options),
          options: update.options,
          values: () => layer.self_attn.values(layer.input_layernorm.apply(state)),
          link,
          spread: (x, by) => link(by).spread(x),
        });
      } catch {
        // What it read until it could go no further is drawn; what is wrong with it shows when it runs.
      }
      return [...found.values()];
    }),
  );
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
