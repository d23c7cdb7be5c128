import { counting } from "../backend/shapes/count.ts";
import { tf } from "../backend/tf.ts";
import { nearest, UsageError } from "../errors.ts";
import { type RotaryAngles, rotaryAngles } from "../nn/rotaryEmbedding.ts";
import type { Reach } from "./route.ts";
import { type Kind, type Places, type Stream, tokens } from "./stream.ts";
import { type Shared, View } from "./view.ts";
import { type Party, placesTable } from "./visibility.ts";

/**
 * Hears and edits activations by path: `layers.7.attention.weights.text`, `layers.3.output.vision`. Nothing is
 * kept unless a path asks for it.
 */
export interface Taps {
  /** Called with the activation at each path; the tensor is released after the call. */
  readonly observe?: Readonly<Record<string, (x: tf.Tensor) => void>>;
  /** What stands in place of the activation at each path; it must keep the shape. */
  readonly edit?: Readonly<Record<string, (x: tf.Tensor) => tf.Tensor>>;
}

/** What the layers of one pass share. */
export interface PassOptions {
  readonly rotaryBase: number;
  readonly taps?: Taps | undefined;
}

/** One pass through the decoder: rotary angles and visibility are worked out once and serve every layer that asks for them. */
export class Pass implements Shared {
  readonly kinds: Kind[] = [];
  private readonly kept: tf.Tensor[] = [];
  private readonly placesOf = new Map<string, tf.Tensor3D>();
  private readonly anglesOf = new Map<Places, RotaryAngles>();
  private readonly views = new Map<string, View>();
  private readonly ids = new Map<Places, number>();
  private readonly joins = new Map<string, Places>();
  private readonly heard = new Set<string>();
  private readonly offered = new Set<string>();
  layer = 0;

  constructor(private readonly options: PassOptions) {}

  /** The same pass, now at a layer. */
  at(layer: number): this {
    this.layer = layer;
    return this;
  }

  get rotaryBase(): number {
    return this.options.rotaryBase;
  }

  /** Nothing where the base is 0: then nothing is rotated. */
  angles(places: Places, headSize: number): RotaryAngles | undefined {
    if (this.rotaryBase === 0) return undefined;
    const known = this.anglesOf.get(places);
    if (known) return known;
    const { position, batch } = places;
    const angles = counting()
      ? emptyAngles(batch, position.length / batch, headSize)
      : rotaryAngles(position, batch, headSize, this.options.rotaryBase);
    this.keep(angles.cos);
    this.keep(angles.sin);
    this.anglesOf.set(places, angles);
    return angles;
  }

  view(queries: Party, keys: readonly Party[], reach: Readonly<Record<Kind, Reach>>): View {
    for (const { kind } of [queries, ...keys]) if (!this.kinds.includes(kind)) this.kinds.push(kind);
    const key = `${this.name([queries, ...keys])}; ${Object.entries(reach)}`;
    const known = this.views.get(key);
    if (known) return known;
    const view = new View(queries, keys, reach, this);
    this.views.set(key, view);
    return view;
  }

  /** Where some tokens stand, as kernels want to know it: `[batch, tokens, 5]`, see `Sight`. */
  places(parties: readonly Party[]): tf.Tensor3D {
    const key = this.name(parties);
    const known = this.placesOf.get(key);
    if (known) return known;
    const table = placesTable(parties, (kind) => this.kinds.indexOf(kind));
    const made = tf.tensor3d(table, [parties[0]?.places.batch ?? 0, sumOf(parties), 5], "int32");
    this.keep(made);
    this.placesOf.set(key, made);
    return made;
  }

  /** The places of cached tokens with new ones behind them. */
  joined(old: Places, added: Places): Places {
    const key = `${this.id(old)} ${this.id(added)}`;
    const known = this.joins.get(key);
    if (known) return known;
    const { batch } = old;
    const cat = <A extends Int32Array | Uint8Array>(a: A, b: A): A => {
      const [m, n] = [a.length / batch, b.length / batch];
      const all = new (a.constructor as new (n: number) => A)(a.length + b.length);
      for (let sample = 0; sample < batch; sample++) {
        all.set(a.subarray(sample * m, (sample + 1) * m), sample * (m + n));
        all.set(b.subarray(sample * n, (sample + 1) * n), sample * (m + n) + m);
      }
      return all;
    };
    const places: Places = {
      batch,
      position: cat(old.position, added.position),
      present: cat(old.present, added.present),
      image: cat(old.image, added.image),
      crop: cat(old.crop, added.crop),
    };
    this.joins.set(key, places);
    return places;
  }

  tap(name: string, stream: Stream): Stream {
    return { ...stream, x: this.tapTensor(name, stream.x) as tf.Tensor3D };
  }

  /** Whether an activation under `layers.<layer>.<name>` is to be heard or edited. */
  hears(name: string): boolean {
    const { observe, edit } = this.options.taps ?? {};
    if (!observe && !edit) return false;
    const path = `layers.${this.layer}.${name}`;
    this.offered.add(path);
    return edit?.[path] !== undefined || observe?.[path] !== undefined;
  }

  /** Lets an activation be heard and edited under `layers.<layer>.<name>`. */
  tapTensor(name: string, x: tf.Tensor): tf.Tensor {
    const { observe, edit } = this.options.taps ?? {};
    if (!observe && !edit) return x;
    const path = `layers.${this.layer}.${name}`;
    this.offered.add(path);
    const editor = edit?.[path];
    const y = editor ? editor(x) : x;
    if (!tf.util.arraysEqual(x.shape, y.shape)) {
      throw new UsageError(`edit of ${path}: expected shape [${x.shape}], given [${y.shape}]`);
    }
    observe?.[path]?.(y);
    if (editor || observe?.[path]) this.heard.add(path);
    return y;
  }

  /** Releases what the layers shared. */
  release(): void {
    tf.dispose(this.kept);
  }

  /** Says so when a path that was asked for does not exist. */
  checkPaths(): void {
    const { observe = {}, edit = {} } = this.options.taps ?? {};
    const missed = Object.keys({ ...observe, ...edit }).find((path) => !this.heard.has(path));
    if (missed) {
      throw new UsageError(
        `no activation named ${missed}; the nearest are ${nearest(missed, this.offered).join(", ")}`,
      );
    }
  }

  private id(places: Places): number {
    const id = this.ids.get(places) ?? this.ids.size;
    this.ids.set(places, id);
    return id;
  }

  keep(tensor: tf.Tensor | undefined): void {
    if (tensor) this.kept.push(tf.keep(tensor));
  }

  private name(parties: readonly Party[]): string {
    return parties.map(({ kind, places, offset = 0 }) => `${kind} ${this.id(places)} ${offset}`).join(", ");
  }
}

const sumOf = (parties: readonly Party[]): number =>
  parties.reduce((sum, { places }) => sum + tokens(places), 0);

function emptyAngles(batch: number, tokens: number, headSize: number): RotaryAngles {
  const shape: [number, number, number, number] = [batch, 1, tokens, headSize];
  return { cos: tf.fill(shape, 0), sin: tf.fill(shape, 0) };
}
