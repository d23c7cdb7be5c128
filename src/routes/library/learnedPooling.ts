import { tf } from "../../backend/tf.ts";
import { UsageError } from "../../errors.ts";
import { Linear } from "../../nn/linear.ts";
import { join, Module } from "../../nn/module.ts";
import { defineOpening } from "../opening.ts";
import type { Opening } from "../route.ts";
import { gatherTokens, type Kind, type Link, type Places, streamOf, tokens, withStandIn } from "../stream.ts";
import { checkedPositions, type ProxyPositions, proxyPlaces } from "./proxyPlaces.ts";

/** The learned queries of the proxies and the projection of the tokens' keys, named as in the released code. */
class ProxyInitializer extends Module {
  constructor(
    readonly Wk: Linear,
    /** `[queries, inner]` */
    readonly proxyv_tokens: tf.Tensor2D,
  ) {
    super();
  }
}

type PoolingOptions = { kind: Kind; of: Kind; queries: number; positions: ProxyPositions };

const write = defineOpening<PoolingOptions>("learnedPooling", {
  at: "layer",
  makes: ({ kind }) => kind as Kind,
  needs: ({ of }) => [of as Kind],
  build: (source, path, { hidden }, { queries }) => {
    const inner = hidden >= 1024 ? hidden / 4 : hidden / 2; // as the released code, like the guided update's
    const tokens = source(join(path, "proxyv_tokens"), [queries as number, inner], {
      normal: 1 / Math.sqrt(4 * inner),
    });
    return new ProxyInitializer(Linear.build(source, join(path, "Wk"), hidden, inner), tokens as tf.Tensor2D);
  },
  apply: (streams, { options, weights }) => {
    const { kind, of, queries, positions } = options as PoolingOptions;
    const { x, places } = streamOf(streams, of);
    const perCrop = perCropOf(places, of);
    const crops = tokens(places) / perCrop;
    const logits = tf.tidy(() => affinity(x, perCrop, weights as ProxyInitializer));
    const pooled = tf.tidy(() =>
      tf
        .matMul(tf.softmax(logits), x.reshape([-1, perCrop, x.shape[2]]))
        .reshape([x.shape[0], crops * queries, x.shape[2]]),
    ) as tf.Tensor3D;
    const stream = { kind, x: pooled, places: cropPlaces(places, perCrop, queries, positions) };
    // Back from proxies to tokens: the same affinities, normalised over the proxies.
    const weight = tf.tidy(() => tf.softmax(logits.transpose([0, 2, 1]) as tf.Tensor3D));
    return withStandIn(streams, stream, mixtureLink(of, kind, weight, places.batch));
  },
});

/**
 * Proxies as mixtures of a crop's tokens by learned queries (paper, section 4.3): needs no grid, only crops of
 * equally many tokens. `queries` is the number of proxies a crop.
 */
export const learnedPooling =
  (
    of: Kind,
    { queries = 36, positions = "released" }: { queries?: number; positions?: ProxyPositions } = {},
  ) =>
  (kind: Kind): Opening => {
    if (!(Number.isInteger(queries) && queries > 0)) {
      throw new UsageError(`opening "learnedPooling": queries ${queries}: expected a whole number above 0`);
    }
    return write({ kind, of, queries, positions: checkedPositions(positions) });
  };

function perCropOf(places: Places, kind: Kind): number {
  if (places.perCrop) return places.perCrop;
  throw new UsageError(
    `opening "learnedPooling": the crops no longer have equally many ${kind} tokens, some were dropped; put it before that`,
  );
}

/** `Q (Wk x)^T / sqrt(inner)`, `[batch * crops, queries, perCrop]`. */
function affinity(x: tf.Tensor3D, perCrop: number, { Wk, proxyv_tokens }: ProxyInitializer): tf.Tensor3D {
  const [queries, inner] = proxyv_tokens.shape;
  const keys = Wk.apply(x).reshape([-1, inner]);
  const products = tf.matMul(keys, proxyv_tokens, false, true).mul(1 / Math.sqrt(inner));
  return products.reshape([-1, perCrop, queries]).transpose([0, 2, 1]) as tf.Tensor3D;
}

/** Every proxy of a crop stands for the whole crop, so `block` is the crop's last position. */
function cropPlaces(of: Places, perCrop: number, queries: number, positions: ProxyPositions): Places {
  const crops = tokens(of) / perCrop;
  const one = proxyPlaces(of, crops, (token) => Math.floor(token / perCrop), "block");
  const repeat = <A extends Int32Array | Uint8Array>(values: A): A => {
    const all = new (values.constructor as new (n: number) => A)(values.length * queries);
    return all.map((_, i) => values[Math.floor(i / queries)] as number) as A;
  };
  const { position, present, image, crop } = one;
  const many = {
    batch: of.batch,
    position: repeat(position),
    present: repeat(present),
    image: repeat(image),
    crop: repeat(crop),
    perCrop: queries,
  };
  return positions === "block" ? many : { ...many, position: countedFrom(of, many) };
}

/** Positions counted from each picture's first. */
function countedFrom(of: Places, proxies: Places): Int32Array {
  const perSample = tokens(proxies);
  const firsts = new Map<string, number>();
  of.position.forEach((position, i) => {
    if (!of.present[i]) return;
    const key = `${Math.floor(i / tokens(of))} ${of.image[i]}`;
    firsts.set(key, Math.min(firsts.get(key) ?? position, position));
  });
  const next = new Map(firsts);
  return proxies.image.map((image, i) => {
    const key = `${Math.floor(i / perSample)} ${image}`;
    const position = next.get(key) ?? 0;
    next.set(key, position + 1);
    return position;
  });
}

/** `weight`: `[batch * crops, tokens, queries]`. */
function mixtureLink(of: Kind, by: Kind, weight: tf.Tensor3D, batch: number): Link {
  const [all, perCrop, queries] = weight.shape;
  const crops = all / batch;
  return {
    of,
    by,
    weighted: true,
    spread: (x) =>
      tf.tidy(() => {
        const mixed = tf.matMul(weight, x.reshape([all, queries, x.shape[2]]));
        return mixed.reshape([batch, crops * perCrop, x.shape[2]]);
      }),
    keep: (index) => {
      const kept = index.length / batch;
      // A token's weights over its own crop's proxies, laid among those of all crops.
      const own = gatherTokens(weight.reshape([batch, crops * perCrop, queries]), index);
      const inCrop = tf.buffer([batch, kept, crops, 1]);
      for (const [i, token] of index.entries()) {
        inCrop.set(1, Math.floor(i / kept), i % kept, Math.floor(token / perCrop), 0);
      }
      const wide = own.reshape([batch, kept, 1, queries]).mul(inCrop.toTensor());
      return denseLink(of, by, wide.reshape([batch, kept, crops * queries]));
    },
  };
}

/** `weight`: `[batch, tokens, proxies]`. */
function denseLink(of: Kind, by: Kind, weight: tf.Tensor3D): Link {
  return {
    of,
    by,
    weighted: true,
    spread: (x) => tf.matMul(weight, x),
    keep: (index) => denseLink(of, by, gatherTokens(weight, index)),
  };
}
