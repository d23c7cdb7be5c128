import { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";

/** What a token is: `vision`, `proxy`, `newline`, `text`, or a name of one's own. */
export type Kind = string;

/**
 * Where the tokens of one kind stand. Every array is `[batch * tokens]`, sample after sample. It says nothing of
 * their states, so it stays the same object from layer to layer until an opening drops, merges or makes tokens.
 */
export interface Places {
  readonly batch: number;
  /** The rotary position. */
  readonly position: Int32Array;
  /** 1 for a token, 0 for padding. */
  readonly present: Uint8Array;
  /** Which picture of its sample a token belongs to; -1 for none. */
  readonly image: Int32Array;
  /** Which crop of its sample a token belongs to; -1 for none. */
  readonly crop: Int32Array;
  /** Tokens a crop, while every crop has the same number. */
  readonly perCrop?: number;
  /** The grid that a crop's tokens fill, while they do. */
  readonly grid?: { readonly rows: number; readonly columns: number };
}

/** The tokens of one kind in a batch, with their states `[batch, tokens, hidden]`. */
export interface Stream {
  readonly kind: Kind;
  readonly x: tf.Tensor3D;
  readonly places: Places;
}

/** Who stands for whom: tokens of kind `by` stand for tokens of kind `of`. */
export interface Link {
  readonly of: Kind;
  readonly by: Kind;
  /** True when a token is stood for by a weighted mixture instead of by one token. */
  readonly weighted: boolean;
  /** Gives every token of `of` what those that stand for it hold: `[batch, by, any]` to `[batch, of, any]`. */
  spread(x: tf.Tensor3D): tf.Tensor3D;
  /** The same link once only the tokens at `index` (`[batch * kept]`, within their sample) are left of `of`. */
  keep(index: Int32Array): Link;
}

/** All streams of a batch between two layers. */
export interface Streams {
  readonly byKind: Readonly<Record<Kind, Stream>>;
  readonly links: readonly Link[];
}

/** The number of tokens a sample, padding included. */
export const tokens = ({ position, batch }: Places): number => position.length / batch;

/** The stream of a kind. Throws when nothing has made it. */
export function streamOf({ byKind }: Streams, kind: Kind): Stream {
  const stream = byKind[kind];
  if (!stream) throw new UsageError(`no ${kind} tokens here; there are ${Object.keys(byKind).join(", ")}`);
  return stream;
}

/** The same streams with one added or replaced. */
export function withStream(
  streams: Streams,
  stream: Stream,
  links: readonly Link[] = streams.links,
): Streams {
  return { byKind: { ...streams.byKind, [stream.kind]: stream }, links };
}

/** The same streams with a new kind that stands for others; what stood under its name before is forgotten. */
export function withStandIn(streams: Streams, stream: Stream, link: Link): Streams {
  const others = streams.links.filter(({ of, by }) => of !== stream.kind && by !== stream.kind);
  return withStream(streams, stream, [...others, link]);
}

/** Rows `index` (`[batch * kept]`, counted within each sample) of `[batch, tokens, size]`. */
export function gatherTokens(x: tf.Tensor3D, index: Int32Array): tf.Tensor3D {
  return tf.tidy(() => {
    const [batch, count, size] = x.shape;
    const kept = index.length / batch;
    const rows = index.map((token, i) => token + Math.floor(i / kept) * count);
    return tf
      .gather(x.reshape([batch * count, size]), tf.tensor1d(rows, "int32"))
      .reshape([batch, kept, size]);
  });
}

/**
 * Keeps only some tokens of a stream, in the order given. Positions stay with their tokens; the grid is gone, and
 * links carry on.
 */
export function keepTokens(streams: Streams, kind: Kind, index: Int32Array, present: Uint8Array): Streams {
  const { x, places } = streamOf(streams, kind);
  const kept = index.length / places.batch;
  const pick = (values: Int32Array): Int32Array =>
    index.map((token, i) => values[token + Math.floor(i / kept) * tokens(places)] as number);
  const stream: Stream = {
    kind,
    x: gatherTokens(x, index),
    places: {
      batch: places.batch,
      position: pick(places.position),
      image: pick(places.image),
      crop: pick(places.crop),
      present,
    },
  };
  return withStream(
    streams,
    stream,
    streams.links.map((link) => (link.of === kind ? link.keep(index) : link)),
  );
}
