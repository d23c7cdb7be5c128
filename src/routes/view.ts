import { counting } from "../backend/shapes/count.ts";
import { tf } from "../backend/tf.ts";
import type { Mask, Sight } from "../nn/attention.ts";
import type { RotaryAngles } from "../nn/rotaryEmbedding.ts";
import type { Reach } from "./route.ts";
import { type Kind, type Places, tokens } from "./stream.ts";
import { type Party, reachNumbers, sees } from "./visibility.ts";
import { seenBy } from "./visiblePairs.ts";

/** What the views of one pass share, made when first asked for and kept until the pass ends. */
export interface Shared {
  readonly rotaryBase: number;
  /** The kinds met so far; a kind's number is its index. */
  readonly kinds: readonly Kind[];
  places(parties: readonly Party[]): tf.Tensor3D;
  angles(places: Places, headSize: number): RotaryAngles | undefined;
  keep(tensor: tf.Tensor | undefined): void;
}

const hidden = -1e9;

/**
 * The rule over some queries and the keys of other tokens, in their order. What it takes the form of is made only when
 * somebody asks for that form, and a mask only where something is hidden. Padding asks nothing, so it does not count
 * among the visible pairs. When counting, no party is left out: the full convention counts masked entries too.
 */
export class View implements Sight {
  /** Which of the keys' parties are seen at all; the others need not be computed with. */
  readonly parties: readonly Party[];
  private readonly seen: readonly ((query: number) => number)[];
  private totals?: { readonly visible: number; readonly hides: boolean; readonly some: Float32Array };
  private made?: Mask;

  constructor(
    private readonly queries: Party,
    keys: readonly Party[],
    private readonly reach: Readonly<Record<Kind, Reach>>,
    private readonly shared: Shared,
  ) {
    const all = keys.map((party) => ({ party, seen: seenBy(reach[party.kind], queries, party) }));
    const kept = counting()
      ? all
      : all.filter(({ seen }) => queries.places.position.some((_, query) => seen(query) > 0));
    this.parties = kept.map(({ party }) => party);
    this.seen = kept.map(({ seen }) => seen);
  }

  get rotaryBase(): number {
    return this.shared.rotaryBase;
  }

  get kinds(): number {
    return this.shared.kinds.length;
  }

  get reaches(): number[] {
    const { kinds } = this.shared;
    const own = kinds.map((key) => {
      const reach = this.reach[key];
      return reach === undefined ? 0 : reachNumbers[reach];
    });
    return kinds.flatMap((kind) => (kind === this.queries.kind ? own : kinds.map(() => 0)));
  }

  get visible(): number {
    return this.total().visible;
  }

  places(): { queries: tf.Tensor3D; keys: tf.Tensor3D } {
    return { queries: this.shared.places([this.queries]), keys: this.shared.places(this.parties) };
  }

  angles(headSize: number): RotaryAngles | undefined {
    return this.shared.angles(this.queries.places, headSize);
  }

  mask(): Mask {
    this.made ??= this.make();
    return this.made;
  }

  private make(): Mask {
    const { batch } = this.queries.places;
    const height = tokens(this.queries.places);
    const { hides, some } = this.total();
    const mask = {
      bias: hides ? upload(this.bias(), [batch, 1, height, this.width]) : undefined,
      some: some.every((one) => one === 1) ? undefined : upload(some, [batch, 1, height, 1]),
    };
    this.shared.keep(mask.bias);
    this.shared.keep(mask.some);
    return mask;
  }

  private get width(): number {
    return this.parties.reduce((sum, { places }) => sum + tokens(places), 0);
  }

  private keysSeen(row: number): number {
    return this.seen.reduce((sum, count) => sum + count(row), 0);
  }

  private total() {
    if (this.totals) return this.totals;
    const { present } = this.queries.places;
    const some = new Float32Array(present.length);
    let [pairs, all] = [0, 0];
    for (let row = 0; row < some.length; row++) {
      const own = this.keysSeen(row);
      if (own > 0) some[row] = 1;
      if (present[row]) pairs += own;
      all += own;
    }
    const entries = some.length * this.width;
    this.totals = { visible: pairs / (entries || 1), hides: all < entries, some };
    return this.totals;
  }

  /** 0 where a query sees a key; what it does not see is hidden. No values are needed to count. */
  private bias(): Float32Array | undefined {
    if (counting()) return undefined;
    const rows = this.queries.places.position.length;
    const bias = new Float32Array(rows * this.width);
    for (let row = 0; row < rows; row++) if (this.keysSeen(row) < this.width) this.hide(bias, row);
    return bias;
  }

  private hide(bias: Float32Array, row: number): void {
    const sample = Math.floor(row / tokens(this.queries.places));
    let at = row * this.width;
    for (const party of this.parties) {
      const rule = this.reach[party.kind];
      const count = tokens(party.places);
      for (let key = sample * count; key < (sample + 1) * count; key++, at++) {
        if (!sees(rule, this.queries, row, party, key)) bias[at] = hidden;
      }
    }
  }
}

function upload(values: Float32Array | undefined, shape: [number, number, number, number]): tf.Tensor4D {
  return values ? tf.tensor4d(values, shape) : tf.fill(shape, 0);
}
