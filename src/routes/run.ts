import { within } from "../backend/meter.ts";
import { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import type { DecoderLayer } from "../nn/decoderLayer.ts";
import type { Cached, KvCache } from "./cache.ts";
import { type LayerOptions, LayerRun } from "./layerRun.ts";
import { layerOpening } from "./opening.ts";
import { Pass, type PassOptions } from "./pass.ts";
import type { Plan } from "./plan.ts";
import { type Lane, type Opening, type Route, reaches } from "./route.ts";
import type { Kind, Places, Stream, Streams } from "./stream.ts";

/** How a decoder is run. */
export interface RunOptions extends PassOptions {
  /** The index of the last prompt token in each sample's text; rankings ask for its attention. */
  readonly promptEnd?: Int32Array;
  /** The cache of what came before; then only new text runs, and no opening. */
  readonly cache?: KvCache;
  /** Whether to give a cache back. */
  readonly keepCache?: boolean;
}

/** A plan's layers in order: openings, then the route. The whole model is this fold. */
export function runDecoder(
  layers: readonly DecoderLayer[],
  plan: Plan,
  streams: Streams,
  options: RunOptions,
): { streams: Streams; cache: KvCache } {
  const pass = new Pass(options);
  const cached: Record<Kind, Cached>[] = [];
  let state = streams;
  let rows: Partial<Record<Kind, tf.Tensor2D>> = {};
  try {
    plan.layers.forEach(({ before, route }, i) => {
      const layer = layers[i] as DecoderLayer;
      within({ layer: `${i}` }, () => {
        if (!options.cache) {
          for (const opening of before) state = open(opening, layer, state, rows, pass.at(i));
        }
        const ranked = options.cache ? [] : rankedKinds(plan.layers[i + 1]?.before ?? []);
        const step = runLayer(layer, route, only(state, route), pass.at(i), {
          ...options,
          ranked,
          cached: options.cache?.layers[i] ?? {},
        });
        state = step.streams;
        rows = step.rows;
        cached.push(step.cached);
      });
    });
    pass.checkPaths();
  } finally {
    pass.release();
  }
  return { streams: state, cache: { layers: cached } };
}

/** A kind without a lane leaves, and with it what it stood for and what stood for it. */
function only({ byKind, links }: Streams, { lanes }: Route): Streams {
  return {
    byKind: Object.fromEntries(Object.entries(byKind).filter(([kind]) => lanes[kind])),
    links: links.filter(({ of, by }) => lanes[of] && lanes[by]),
  };
}

const rankedKinds = (openings: readonly Opening[]): Kind[] =>
  openings.flatMap((opening) => layerOpening(opening).ranks?.(opening.options) ?? []);

function open(
  opening: Opening,
  layer: DecoderLayer,
  streams: Streams,
  rows: Partial<Record<Kind, tf.Tensor2D>>,
  pass: Pass,
): Streams {
  const definition = layerOpening(opening);
  const kind = definition.makes?.(opening.options);
  return within({ operation: opening.opening, kind: kind ?? "" }, () => {
    const opened = definition.apply(streams, {
      options: opening.options,
      weights: kind === undefined ? undefined : layer.openings[kind],
      rows: () => {
        const row = rows[definition.ranks?.(opening.options) ?? ""];
        if (row) return row;
        throw new UsageError(
          `opening "${opening.opening}": it asks for attention rows but does not say so in "ranks"`,
        );
      },
    });
    return { ...opened, byKind: mapStreams(opened, (stream) => pass.tap(`opened.${stream.kind}`, stream)) };
  });
}

function mapStreams({ byKind }: Streams, f: (stream: Stream) => Stream): Record<Kind, Stream> {
  return Object.fromEntries(Object.entries(byKind).map(([kind, stream]) => [kind, f(stream)]));
}

/** One layer: every kind takes its lane. Everything but the states, the kept keys and the rankings is released. */
function runLayer(
  layer: DecoderLayer,
  route: Route,
  streams: Streams,
  pass: Pass,
  options: LayerOptions & { keepCache?: boolean },
) {
  const kinds = Object.keys(streams.byKind);
  const decoded = Object.keys(reaches(route.lanes.text as Lane) ?? {});
  const kept: { kind: Kind; places: Places }[] = [];
  const tensors = tf.tidy(() => {
    const run = new LayerRun(layer, route, streams, pass, options);
    const after = kinds.map((kind) => run.after(kind));
    const rows = options.ranked.map((kind) => run.ranking(kind));
    const cache = (options.keepCache ? decoded : []).flatMap((kind) => {
      if (!run.has(kind)) return [];
      const { k, v } = run.keysAndValues(kind).form();
      kept.push({ kind, places: run.places(kind) });
      return [k, v];
    });
    return [...after, ...rows, ...cache];
  });
  const rest = tensors.slice(kinds.length);
  return {
    streams: {
      ...streams,
      byKind: mapStreams(streams, (stream) => ({
        ...stream,
        x: tensors[kinds.indexOf(stream.kind)] as tf.Tensor3D,
      })),
    },
    rows: Object.fromEntries(options.ranked.map((kind, i) => [kind, rest[i] as tf.Tensor2D])),
    cached: Object.fromEntries(
      kept.map(({ kind, places }, i) => {
        const [k, v] = rest.slice(options.ranked.length + 2 * i) as tf.Tensor4D[];
        return [kind, { k, v, places } as Cached];
      }),
    ),
  };
}
