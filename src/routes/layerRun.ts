import { within } from "../backend/meter.ts";
import { plainly } from "../backend/operations.ts";
import { counting } from "../backend/shapes/count.ts";
import { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import type { Attention } from "../nn/attention.ts";
import type { DecoderLayer } from "../nn/decoderLayer.ts";
import { KeysAndValues } from "../nn/keysAndValues.ts";
import { normLinears } from "../nn/normLinears.ts";
import { feedForward } from "../nn/swiglu.ts";
import type { Cached } from "./cache.ts";
import type { Pass } from "./pass.ts";
import { keyKinds, type Lane, type Reach, type Route, reaches, type Update, updatesOf } from "./route.ts";
import { type Kind, type Link, type Places, type Streams, streamOf, tokens } from "./stream.ts";
import { definitionOf, type View as Seen, type Tools } from "./update.ts";
import type { View } from "./view.ts";
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

type Projection = "q_proj" | "k_proj" | "v_proj";

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
    const { mlp, post_attention_layernorm: norm } = this.layer;
    if (!this.hears(kind, "ffn")) return feedForward(middle, norm, mlp);
    const y = plainly(() => mlp.apply(norm.apply(middle)));
    return middle.add(this.tap(kind, "ffn", y));
  }

  private attend(kind: Kind, lane: Lane, update: Update | undefined, x: tf.Tensor3D): tf.Tensor3D {
    const reach = reaches(lane);
    if (update) return this.update(kind, update, "attention", x);
    if (!reach) return x;
    const view = this.sight(kind, reach);
    for (const other of this.visible(reach)) this.keysAndValues(other);
    if (view.parties.length === 0) return x;
    const keys = this.join(view.parties);
    const inside = ["attention.scores", "attention.weights"].some((name) => this.hears(kind, name));
    const tap = (name: string, tensor: tf.Tensor) => this.tap(kind, `attention.${name}`, tensor);
    const y = this.attention.attend(this.queries(kind), keys, view, inside ? tap : undefined);
    return x.add(this.tap(kind, "attention", y));
  }

  /** The attention that the last prompt token pays every token of a kind, mean over heads: `[batch, tokens]`. */
  ranking(kind: Kind): tf.Tensor2D {
    return within({ operation: "ranking", kind: "text" }, () => {
      const { promptEnd } = this.options;
      const text = streamOf(this.streams, "text").places;
      if (!promptEnd)
        throw new UsageError(
          "ranking tokens by attention needs promptEnd, the last prompt token of each sample",
        );
      const reach = reaches(this.route.lanes.text as Lane) as Record<Kind, Reach>;
      const q = this.queries("text");
      const [batch, count, width] = q.shape;
      const rows = promptEnd.map((end, sample) => end + sample * count);
      const last = { kind: "text", places: pick(text, rows), offset: -1 };
      const view = this.pass.view(last, this.parties(reach), reach);
      const row = tf.gather(q.reshape([batch * count, width]), tf.tensor1d(rows, "int32"));
      const weights = this.attention.weights(row.reshape([batch, 1, width]), this.join(view.parties), view);
      const first = view.parties.findIndex((party) => party.kind === kind);
      const start = view.parties.slice(0, first).reduce((sum, { places }) => sum + tokens(places), 0);
      const size = [batch, tokens(streamOf(this.streams, kind).places)] as [number, number];
      return (weights.mean(1).reshape([batch, -1]) as tf.Tensor2D).slice([0, start], size);
    });
  }

  /** Where a kind stands, cached tokens first. */
  places(kind: Kind): Places {
    const old = this.options.cached[kind]?.places;
    const own = this.streams.byKind[kind]?.places;
    return old && own ? this.pass.joined(old, own) : ((old ?? own) as Places);
  }

  /** Keys and values of a kind: those of this pass behind the cached ones. */
  keysAndValues(kind: Kind): KeysAndValues {
    return this.once(`kv ${kind}`, () => {
      const { headSize } = this.attention;
      const at = (places: Places) => () => this.pass.angles(places, headSize);
      const old = this.options.cached[kind];
      const stream = this.streams.byKind[kind];
      const lots: KeysAndValues[] = [];
      if (old) lots.push(KeysAndValues.of(old.k.clone(), old.v.clone(), headSize, at(old.places)));
      if (stream) {
        const [k, v] = [this.projected(kind, "k_proj"), this.projected(kind, "v_proj")];
        lots.push(KeysAndValues.of(k, v, headSize, at(stream.places)));
      }
      return KeysAndValues.joined(lots);
    });
  }

  /** The kinds that a lane may see, as far as they are here; when counting in full, every key of the layer. */
  private visible(reach: Readonly<Record<Kind, Reach>>): Kind[] {
    return (counting() ? keyKinds(this.route) : Object.keys(reach)).filter((kind) => this.has(kind));
  }

  private parties(reach: Readonly<Record<Kind, Reach>>): Party[] {
    return this.visible(reach).map((kind) => ({ kind, places: this.places(kind) }));
  }

  private sight(kind: Kind, reach: Readonly<Record<Kind, Reach>>): View {
    return this.pass.view(this.queryParty(kind), this.parties(reach), reach);
  }

  private join(parties: readonly Party[]): KeysAndValues {
    const kinds = parties.map(({ kind }) => kind);
    return this.once(`join ${kinds}`, () =>
      KeysAndValues.joined(kinds.map((kind) => this.keysAndValues(kind))),
    );
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
    const views = new Proxy({} as Record<Kind, Seen>, {
      get: (_, other) => this.seen(String(other), update),
    });
    return within({ operation: update.update }, () => definitionOf(update).apply(views, tools));
  }

  private seen(kind: Kind, { update }: Update): Seen {
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

  private queries(kind: Kind): tf.Tensor3D {
    return this.projected(kind, "q_proj");
  }

  private values(kind: Kind): tf.Tensor3D {
    return this.projected(kind, "v_proj");
  }

  /** A projection of a kind's normalised states. Those that the route is sure to need are asked for together. */
  private projected(kind: Kind, name: Projection): tf.Tensor3D {
    const sure = this.once(`projections ${kind}`, () => this.project(kind, this.surely(kind)));
    return (
      sure[name] ?? (this.once(`${name} ${kind}`, () => this.project(kind, [name]))[name] as tf.Tensor3D)
    );
  }

  private project(kind: Kind, names: readonly Projection[]): Partial<Record<Projection, tf.Tensor3D>> {
    if (names.length === 0) return {};
    const { input_layernorm: norm, self_attn } = this.layer;
    const linears = names.map((name) => self_attn[name]);
    const made = within({ kind }, () =>
      normLinears(this.before(kind), norm, linears, names, () => this.normal(kind)),
    );
    return Object.fromEntries(names.map((name, i) => [name, made[i] as tf.Tensor3D]));
  }

  /** What is needed of a kind whatever its update may ask for: queries if it looks at something, keys and values if it is looked at. */
  private surely(kind: Kind): Projection[] {
    const reach = reaches(this.route.lanes[kind] as Lane);
    const looks = reach !== undefined && this.sight(kind, reach).parties.length > 0;
    return [
      ...(looks ? ["q_proj" as const] : []),
      ...(this.keys.has(kind) ? (["k_proj", "v_proj"] as const) : []),
    ];
  }

  /** The kinds that some kind here may look at. */
  private get keys(): Set<Kind> {
    return this.once("keys", () => {
      const lanes = Object.keys(this.streams.byKind).map((kind) => this.route.lanes[kind] as Lane);
      const kinds = lanes.map(reaches).flatMap((reach) => (reach ? this.visible(reach) : []));
      return new Set(kinds);
    });
  }

  private queryParty(kind: Kind): Party {
    const old = this.options.cached[kind];
    return { kind, places: streamOf(this.streams, kind).places, offset: old ? tokens(old.places) : 0 };
  }

  private hears(kind: Kind, name: string): boolean {
    return this.pass.hears(`${name}.${kind}`);
  }

  private tap<T extends tf.Tensor>(kind: Kind, name: string, x: T): T {
    return this.pass.tapTensor(`${name}.${kind}`, x) as T;
  }

  private once<T>(key: string, make: () => T): T {
    if (!this.done.has(key)) this.done.set(key, make());
    return this.done.get(key) as T;
  }
}

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
