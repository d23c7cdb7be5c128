import { rollup } from "d3";
import { type Count, count } from "../backend/shapes/count.ts";
import { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import type { Source } from "../nn/module.ts";
import { leaves, parameters } from "../nn/tree.ts";
import { cacheBytes } from "../routes/cache.ts";
import { type Encoded, encoderOpening } from "../routes/opening.ts";
import type { Edits } from "../routes/plan.ts";
import { runDecoder } from "../routes/run.ts";
import { type Places, type Streams, tokens } from "../routes/stream.ts";
import { gridOf, type LMMConfig } from "./config.ts";
import { LMM } from "./lmm.ts";
import { type CropForm, formOf, layOut } from "./prompt.ts";

/** How many tokens there are, and which of the two conventions counts attention's scores. */
export interface CostSettings {
  /** Crops of one picture; 5 unless said, as in the paper. */
  readonly crops?: number;
  /** Text tokens, all behind the picture; 50 unless said, as in the paper. */
  readonly text?: number;
  /** Newline tokens, evenly among the vision tokens; unless said, as many and where the model's config puts them. */
  readonly newline?: number;
  /** `full` (the paper's): every query with every key, masked or not. `visible`: only what may be seen. */
  readonly scores?: "full" | "visible";
}

/** One layer's share. */
export interface LayerCost {
  readonly route: string;
  readonly flops: number;
  readonly byOperation: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, number>>;
  /** The finest figures: FLOPs by operation and kind. */
  readonly cells: readonly { readonly operation: string; readonly kind: string; readonly flops: number }[];
}

/** What a prefill of the decoder takes. Two FLOPs a multiply-add, matmuls only: no encoder, projector or head. */
export interface Cost {
  readonly flops: number;
  readonly layers: readonly LayerCost[];
  /** Parameters of the whole model, updates included. */
  readonly parameters: number;
  /** Keys and values that decoding needs, in float32. */
  readonly kvCacheBytes: number;
  /** The most activation bytes alive at once, in float32, of the plain definitions. */
  readonly peakBytes: number;
  readonly settings: Required<CostSettings>;
  /** The same prefill of another model or plan beside it. */
  versus(baseline: LMM | LMMConfig | Cost): Comparison;
}

/** A cost beside a baseline's. */
export interface Comparison {
  readonly flops: number;
  readonly baselineFlops: number;
  /** The share of the baseline's FLOPs that is saved, in per cent. */
  readonly reducedPct: number;
  readonly layers: readonly {
    readonly layer: number;
    readonly route: string;
    readonly flops: number;
    readonly baselineFlops: number;
  }[];
}

/**
 * Counts the prefill of a model or, without weights, of a config under edits. It is the same forward pass, run on
 * the engine that knows only shapes. Synchronous; takes milliseconds for a 7B model.
 *
 * @example cost(llms["vicuna-7b"], from(12, proxyV()), { crops: 5, text: 50 }).flops
 */
export function cost(model: LMM, settings?: CostSettings): Cost;
export function cost(config: LMMConfig, edits: Edits, settings?: CostSettings): Cost;
export function cost(subject: LMM | LMMConfig, second?: Edits | CostSettings, third?: CostSettings): Cost {
  const isModel = subject instanceof LMM;
  const edits = isModel ? [] : (second as Edits);
  const given = (isModel ? (second as CostSettings | undefined) : third) ?? {};
  const settings = complete(given);
  const { result, counted } = count(() => {
    const lmm = isModel ? subject : LMM.build(shapesOnly, subject, edits ?? []);
    const counted = count(() => runCounted(lmm, settings));
    return { counted, result: { plan: lmm.plan, parameters: parameters(lmm.weights), ...counted.result } };
  }).result;
  return present(counted, result, settings, given);
}

const shapesOnly: Source = (_, shape) => tf.fill(shape, 0);

type Settings = Required<Omit<CostSettings, "newline">> & Pick<CostSettings, "newline">;

function complete({ crops = 5, text = 50, newline, scores = "full" }: CostSettings): Settings {
  const whole = (name: string, value: number, least: number) => {
    if (!Number.isInteger(value) || value < least || value > 1_000_000) {
      throw new UsageError(`${name} ${value}: expected a whole number from ${least} on`);
    }
  };
  whole("crops", crops, 1);
  whole("text", text, 1);
  if (newline !== undefined) whole("newline", newline, 0);
  if (scores !== "full" && scores !== "visible")
    throw new UsageError(`scores "${scores}": use "full" or "visible"`);
  return { crops, text, scores, ...(newline !== undefined && { newline }) };
}

/** Runs the decoder on made-up streams of the right shapes; returns the newlines there were and the bytes of the KV cache. */
function runCounted(lmm: LMM, { crops, text, newline }: Settings): { newline: number; kvCacheBytes: number } {
  const { decoder, vision } = lmm.config;
  if (!vision) throw new UsageError("this model has no vision encoder: there are no vision tokens to count");
  const side = gridOf(vision);
  const heads = vision.hidden_size / vision.num_attention_heads;
  const seen: Encoded = {
    features: tf.fill([crops, side * side, vision.hidden_size], 0),
    received: tf.fill([crops, side * side], 0),
    keys: tf.fill([crops, side * side, heads], 0),
    grid: { rows: side, columns: side },
  };
  const left = lmm.plan.encoder.reduce(
    (encoded, opening) => encoderOpening(opening).apply(encoded, opening.options),
    seen,
  );
  const form = formOf(left);
  const picture = { crops: Array.from({ length: crops }, () => new Float32Array()) };
  const sample = { parts: [picture, Array.from({ length: text }, () => 0)] };
  const places =
    newline === undefined ? layOut([sample], form, lmm.config) : spread(crops, form, newline, text);
  const streams = streamsAt(places, decoder.hidden_size);
  tf.dispose(leaves({ seen }).map(([, tensor]) => tensor));
  const { cache } = runDecoder(lmm.weights.model.layers, lmm.plan, streams, {
    rotaryBase: decoder.rope_theta,
    promptEnd: Int32Array.of(text - 1),
    keepCache: true,
  });
  return { newline: tokens(places.newline), kvCacheBytes: cacheBytes(cache) };
}

type PlacesOf = Readonly<Record<"vision" | "newline" | "text", Places>>;

function streamsAt(places: PlacesOf, hidden: number): Streams {
  const stream = (kind: keyof PlacesOf) => ({
    kind,
    x: tf.fill([1, tokens(places[kind]), hidden], 0) as tf.Tensor3D,
    places: places[kind],
  });
  return {
    byKind: {
      vision: stream("vision"),
      ...(tokens(places.newline) > 0 && { newline: stream("newline") }),
      text: stream("text"),
    },
    links: [],
  };
}

/** One picture whose newlines are spread evenly, and text behind it. */
function spread(
  crops: number,
  { tokens: perCrop, grid }: CropForm,
  newlines: number,
  text: number,
): PlacesOf {
  const tokens = crops * perCrop;
  // Newline i stands behind its share of the vision tokens: behind each crop when there is one a crop.
  const behind = Array.from({ length: newlines }, (_, i) => Math.ceil(((i + 1) * tokens) / newlines));
  const before = new Int32Array(tokens);
  for (const place of behind) if (place < tokens) before[place] = (before[place] as number) + 1;
  for (let token = 1; token < tokens; token++)
    before[token] = (before[token] as number) + (before[token - 1] as number);
  const cropOf = (token: number) => Math.min(crops - 1, Math.floor(token / perCrop));
  const places = (position: number[], crop: number[], image: number): Places => ({
    batch: 1,
    position: Int32Array.from(position),
    present: new Uint8Array(position.length).fill(1),
    image: new Int32Array(position.length).fill(image),
    crop: Int32Array.from(crop),
  });
  const range = (length: number) => Array.from({ length }, (_, i) => i);
  const vision = places(
    range(tokens).map((i) => i + (before[i] as number)),
    range(tokens).map(cropOf),
    0,
  );
  return {
    vision: { ...vision, perCrop, ...(grid && { grid }) },
    newline: places(
      behind.map((place, i) => place + i),
      behind.map((place) => cropOf(place - 1)),
      0,
    ),
    text: places(
      range(text).map((i) => tokens + newlines + i),
      range(text).fill(-1),
      -1,
    ),
  };
}

interface Ran {
  readonly plan: LMM["plan"];
  readonly parameters: number;
  readonly newline: number;
  readonly kvCacheBytes: number;
}

function present({ tallies, peakBytes }: Count, ran: Ran, settings: Settings, given: CostSettings): Cost {
  const layers = ran.plan.layers.map(({ route }, i): LayerCost => {
    const cells = tallies
      .filter(({ layer }) => layer === `${i}`)
      .map(({ operation, kind, multiplyAdds, visibleMultiplyAdds }) => ({
        operation,
        kind,
        flops: 2 * (settings.scores === "full" ? multiplyAdds : Math.round(visibleMultiplyAdds)),
      }));
    const by = (field: "operation" | "kind") => Object.fromEntries(rollup(cells, sum, (cell) => cell[field]));
    return { route: route.name, flops: sum(cells), byOperation: by("operation"), byKind: by("kind"), cells };
  });
  const own: Cost = {
    flops: sum(layers),
    layers,
    parameters: ran.parameters,
    kvCacheBytes: ran.kvCacheBytes,
    peakBytes,
    settings: { ...settings, newline: ran.newline },
    versus: (baseline) => compare(own, costOf(baseline, given)),
  };
  return own;
}

function costOf(baseline: LMM | LMMConfig | Cost, settings: CostSettings): Cost {
  if (baseline instanceof LMM) return cost(baseline, settings);
  return "flops" in baseline ? baseline : cost(baseline, [], settings);
}

function compare(own: Cost, baseline: Cost): Comparison {
  return {
    flops: own.flops,
    baselineFlops: baseline.flops,
    reducedPct: 100 * (1 - own.flops / baseline.flops),
    layers: own.layers.map(({ route, flops }, layer) => ({
      layer,
      route,
      flops,
      baselineFlops: baseline.layers[layer]?.flops ?? 0,
    })),
  };
}

const sum = (parts: readonly { readonly flops: number }[]): number =>
  parts.reduce((total, { flops }) => total + flops, 0);
