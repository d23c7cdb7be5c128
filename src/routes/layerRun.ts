import { within } from "../backend/meter.ts";
import { counting } from "../backend/shapes/count.ts";
import { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import type { Attention } from "../nn/attention.ts";
import type { DecoderLayer } from "../nn/decoderLayer.ts";
import type { Cached } from "./cache.ts";
import type { Pass } from "./pass.ts";
import { keyKinds, type Lane, type Reach, type Route, reaches, type Update, updatesOf } from "./route.ts";
import { type Kind, type Link, type Places, type Stream, type Streams, streamOf, tokens } from "./stream.ts";
import { definitionOf, type Tools, type View } from "./update.ts";
import type { Party } from "./visibility.ts";

/** What a layer needs besides its weights, route and streams. */
export interface LayerOptions {
  /** The index of the last prompt token in each sample's text. */
  readonly promptEnd?: Int32Array;
  /** The kinds that the openings behind this layer rank by attention. */
  readonly ranked: readonly Kind[];
  /** Keys and values of what came before, when decoding. */
  readonly cached: Readonly<Record<Kind, Cached>>;
}

/** One layer under way: what is asked for is computed once, in whatever order the lanes need it. */
export class LayerRun {
  private readonly done = new Map<string, unknown>();
  private readonly waiting: Kind[] = [];

  constructor(
    private readonly layer: DecoderLayer,
    private readonly route: Route,
    private readonly streams: Streams,
    private readonly pass: Pass,
    private readonly options: LayerOptions,
  ) {}

  has(kind: Kind): boolean {
    return kind in this.streams.byKind || kind in this.options.cached;
  }

  /** The states of a kind after the layer. */
  after(kind: Kind): tf.Tensor3D {
    return this.once(`after ${kind}`, () => {
      if (this.waiting.includes(kind)) {
        const circle = [...this.waiting.slice(this.waiting.indexOf(kind)), kind].join(" waits for ");
        throw new UsageError(`route "${this.route.name}": ${circle}; use "before" in one of the updates`);
      }
      this.waiting.push(kind);
      const x = within({ kind }, () => this.travel(kind, this.route.lanes[kind] as Lane));
      this.waiting.pop();
      return this.tap(kind, "output", x);
    });
  }

  private travel(kind: Kind, lane: Lane): tf.Tensor3D {
    const x = this.before(kind);
    const slots = new Map(updatesOf(lane).map(({ slot, update }) => [slot, update]));
    if ("layer" in lane)
      return lane.layer === "keep" ? x : this.update(kind, slots.get("layer") as Update, "layer", x);
    const middle = this.attend(kind, lane, slots.get("attention"), x);
    if (lane.ffn === "keep") return middle;
    const ffn = slots.get("ffn");
    if (ffn) return this.update(kind, ffn, "ffn", middle);
    const y = this.layer.mlp.apply(this.layer.post_attention_layernorm.apply(middle));
    return middle.add(this.tap(kind, "ffn", y));
  }

  private attend(kind: Kind, lane: Lane, update: Update | undefined, x: tf.Tensor3D): tf.Tensor3D {
    const reach = reaches(lane);
    if (update) return this.update(kind, update, "attention", x);
    if (!reach) return x;
    const view = this.pass.view(this.queryParty(kind), this.parties(reach), reach);
    if (view.parties.length === 0) return x;
    const { k, v } = this.join(view.parties);
    const tap = (name: string, tensor: tf.Tensor) => this.tap(kind, `attention.${name}`, tensor);
    const y = this.attention.attend(this.queries(kind), k, v, view, tap);
    return x.add(this.tap(kind, "attention", y));
  }

  /** The attention that the last prompt token pays every token of a kind, mean over heads: `[batch, tokens]`. */
  ranking(kind: Kind): tf.Tensor2D {
    return tf.tidy(() =>
      within({ operation: "ranking", kind: "text" }, () => {
        const { promptEnd } = this.options;
        const text = streamOf(this.streams, "text").places;
        if (!promptEnd)
          throw new UsageError(
            "ranking tokens by attention needs promptEnd, the last prompt token of each sample",
          );
        const reach = reaches(this.route.lanes.text as Lane) as Record<Kind, Reach>;
        const q = this.queries("text");
        const [batch, heads, count, headSize] = q.shape;
        const rows = promptEnd.map((end, sample) => end + sample * count);
        const row = tf
          .gather(
            q.transpose([0, 2, 1, 3]).reshape([batch * count, heads * headSize]),
            tf.tensor1d(rows, "int32"),
          )
          .reshape([batch, heads, 1, headSize]) as tf.Tensor4D;
        const { parties, ...mask } = this.pass.view(
          { kind: "text", places: pick(text, rows), offset: -1 },
          this.parties(reach),
          reach,
        );
        const weights = this.attention.weights(row, this.join(parties).k, mask).mean(1).reshape([batch, -1]);
        const start = parties
          .slice(
            0,
            parties.findIndex((party) => party.kind === kind),
          )
          .reduce((sum, { places }) => sum + tokens(places), 0);
        return weights.slice([0, start], [batch, tokens(streamOf(this.streams, kind).places)]) as tf.Tensor2D;
      }),
    );
  }

  /** Keys and values of a kind: those of this pass behind the cached ones. */
  keysAndValues(kind: Kind): Cached {
    return this.once(`kv ${kind}`, () => {
      const old = this.options.cached[kind];
      const stream = this.streams.byKind[kind];
      if (!stream) return clone(old as Cached);
      return within({ kind }, () => {
        const k = this.attention.keys(this.normal(kind), this.angles(stream));
        const v = this.values(kind);
        if (!old) return { k, v, places: stream.places };
        return {
          k: tf.concat([old.k, k], 2),
          v: tf.concat([old.v, v], 2),
          places: this.pass.joined(old.places, stream.places),
        };
      });
    });
  }

  /** The kinds that a lane may see, as far as they are here; when counting in full, every key of the layer. */
  private parties(reach: Readonly<Record<Kind, Reach>>): Party[] {
    const kinds = (counting() ? keyKinds(this.route) : Object.keys(reach)).filter((kind) => this.has(kind));
    return kinds.map((kind) => ({ kind, places: this.keysAndValues(kind).places }));
  }

  private join(parties: readonly Party[]): { k: tf.Tensor4D; v: tf.Tensor4D } {
    const kinds = parties.map(({ kind }) => kind);
    return this.once(`join ${kinds}`, () => {
      const all = kinds.map((kind) => this.keysAndValues(kind));
      const cat = (xs: tf.Tensor4D[]) => (xs.length === 1 ? (xs[0] as tf.Tensor4D) : tf.concat(xs, 2));
      return { k: cat(all.map(({ k }) => k)), v: cat(all.map(({ v }) => v)) };
    });
  }

  private update(
    kind: Kind,
    update: Update,
    slot: "layer" | "attention" | "ffn",
    state: tf.Tensor3D,
  ): tf.Tensor3D {
    const link = (by?: Kind): Link => {
      const found = this.streams.links.find((one) => one.of === kind && (by === undefined || one.by === by));
      if (found) return found;
      throw new UsageError(
        `update "${update.update}": nothing stands for ${kind}${by ? ` as ${by}` : ""}; spawn proxies before`,
      );
    };
    const tools: Tools = {
      state,
      layer: this.layer,
      weights: this.layer.updates[kind]?.[slot],
      options: update.options,
      values: () => this.values(kind),
      link,
      spread: (x, by) => link(by).spread(x),
    };
    const views = new Proxy({} as Record<Kind, View>, {
      get: (_, other) => this.view(String(other), update),
    });
    return within({ operation: update.update }, () => definitionOf(update).apply(views, tools));
  }

  private view(kind: Kind, { update }: Update): View {
    if (!this.streams.byKind[kind]) {
      throw new UsageError(
        `update "${update}" asks for ${kind}, and layer ${this.pass.layer} has only ${Object.keys(this.streams.byKind).join(", ")}`,
      );
    }
    const { before, after } = { before: () => this.before(kind), after: () => this.after(kind) };
    return {
      get before() {
        return before();
      },
      get after() {
        return after();
      },
    };
  }

  private get attention(): Attention {
    return this.layer.self_attn;
  }

  private before(kind: Kind): tf.Tensor3D {
    return this.once(`before ${kind}`, () => this.tap(kind, "input", streamOf(this.streams, kind).x));
  }

  private normal(kind: Kind): tf.Tensor3D {
    return this.once(`normal ${kind}`, () => this.layer.input_layernorm.apply(this.before(kind)));
  }

  private queries(kind: Kind): tf.Tensor4D {
    const stream = streamOf(this.streams, kind);
    return this.once(`queries ${kind}`, () =>
      within({ kind }, () => this.attention.queries(this.normal(kind), this.angles(stream))),
    );
  }

  private values(kind: Kind): tf.Tensor4D {
    return this.once(`values ${kind}`, () =>
      within({ kind }, () => this.attention.values(this.normal(kind))),
    );
  }

  private queryParty(kind: Kind): Party {
    const old = this.options.cached[kind];
    return { kind, places: streamOf(this.streams, kind).places, offset: old ? tokens(old.places) : 0 };
  }

  private angles({ places }: Stream) {
    return this.pass.angles(places, this.attention.headSize);
  }

  private tap<T extends tf.Tensor>(kind: Kind, name: string, x: T): T {
    return this.pass.tapTensor(`${name}.${kind}`, x) as T;
  }

  private once<T>(key: string, make: () => T): T {
    if (!this.done.has(key)) this.done.set(key, make());
    return this.done.get(key) as T;
  }
}

const clone = ({ k, v, places }: Cached): Cached => ({ k: k.clone(), v: v.clone(), places });

function pick({ batch, position, present, image, crop }: Places, rows: Int32Array): Places {
  const at = (values: Int32Array): Int32Array => rows.map((row) => values[row] as number);
  return {
    batch,
    position: at(position),
    image: at(image),
    crop: at(crop),
    present: Uint8Array.from(rows, (row) => present[row] as number),
  };
}
