import { tf } from "../../backend/tf.ts";
import { UsageError } from "../../errors.ts";
import { defineOpening } from "../opening.ts";
import type { Opening } from "../route.ts";
import { gatherTokens, type Kind, type Link, type Places, streamOf, tokens, withStandIn } from "../stream.ts";
import { checkedPositions, type ProxyPositions, proxyPlaces } from "./proxyPlaces.ts";

type DownsampleOptions = { kind: Kind; of: Kind; factor: number; positions: ProxyPositions };

const write = defineOpening<DownsampleOptions>("downsample", {
  at: "layer",
  makes: ({ kind }) => kind as Kind,
  needs: ({ of }) => [of as Kind],
  apply: (streams, { options }) => {
    const { kind, of, factor, positions } = options as DownsampleOptions;
    const { x, places } = streamOf(streams, of);
    const grid = gridOf(places, of);
    const blocks = blockIndex(places, factor);
    const stream = {
      kind,
      x: tf.tidy(() => shrink(x, grid, factor)),
      places: proxyPlaces(
        places,
        tokens(places) / factor ** 2,
        (token) => blocks[token] as number,
        positions,
      ),
    };
    return withStandIn(streams, stream, gridLink(of, kind, places, grid, factor));
  },
});

/**
 * Proxies as the downsampled grid of a kind: per crop bilinear, half-pixel centres, no antialiasing, as the
 * released code has it. `factor` is the reduction a side.
 */
export const downsample =
  (of: Kind, { factor = 4, positions = "released" }: { factor?: number; positions?: ProxyPositions } = {}) =>
  (kind: Kind): Opening =>
    write({ kind, of, factor, positions: checkedPositions(positions) });

type Grid = { rows: number; columns: number };

function gridOf(places: Places, kind: Kind): Grid {
  if (places.grid) return places.grid;
  throw new UsageError(
    `opening "downsample": the ${kind} tokens no longer fill a grid, some were dropped or merged; use learnedPooling instead`,
  );
}

/** The block of each token of a sample, counted crop by crop and row by row. */
function blockIndex(places: Places, factor: number): number[] {
  const { rows, columns } = places.grid as Grid;
  const fits = Number.isInteger(factor) && factor > 0 && rows % factor === 0 && columns % factor === 0;
  if (!fits) {
    const allowed = Array.from({ length: rows }, (_, i) => i + 1).filter(
      (f) => f > 1 && rows % f === 0 && columns % f === 0,
    );
    throw new UsageError(
      `route "proxyV": factor ${factor} does not divide the ${rows} x ${columns} grid of a crop; use ${allowed.join(", ")}`,
    );
  }
  const perRow = columns / factor;
  return Array.from({ length: tokens(places) }, (_, token) => {
    const [row, column] = [Math.floor(token / columns), token % columns];
    return Math.floor(row / factor) * perRow + Math.floor(column / factor);
  });
}

/**
 * Bilinear at half-pixel centres falls on the middle token of an odd block and between the middle two of an even
 * one, in each direction: slices and means, whose gradient every engine has right.
 */
function shrink(x: tf.Tensor3D, { columns }: Grid, factor: number): tf.Tensor3D {
  const [batch, count, hidden] = x.shape;
  const [low, size] = factor % 2 === 1 ? [(factor - 1) / 2, 1] : [factor / 2 - 1, 2];
  const middle = (y: tf.Tensor3D): tf.Tensor => y.slice([0, low, 0], [-1, size, -1]).mean(1);
  const rows = middle(x.reshape([(batch * count) / columns / factor, factor, columns * hidden]));
  const both = middle(rows.reshape([(batch * count) / factor ** 2, factor, hidden]));
  return both.reshape([batch, count / factor ** 2, hidden]);
}

function gridLink(of: Kind, by: Kind, places: Places, { columns }: Grid, factor: number): Link {
  return {
    of,
    by,
    weighted: false,
    spread: (x) =>
      tf.tidy(() => {
        const [batch, count, size] = x.shape;
        const across = x.reshape([batch * count, 1, size]).tile([1, factor, 1]);
        const down = across
          .reshape([(batch * count * factor) / columns, 1, columns * size])
          .tile([1, factor, 1]);
        return down.reshape([batch, count * factor ** 2, size]);
      }),
    keep: (index) => {
      const owner = blockIndex(places, factor);
      return indexLink(
        of,
        by,
        places.batch,
        index.map((token) => owner[token] as number),
      );
    },
  };
}

/** Once tokens were dropped: `owner` (`[batch * tokens]`) names the proxy of its sample that stands for each. */
function indexLink(of: Kind, by: Kind, batch: number, owner: Int32Array): Link {
  const perSample = owner.length / batch;
  return {
    of,
    by,
    weighted: false,
    spread: (x) => gatherTokens(x, owner),
    keep: (index) => {
      const sample = (i: number) => Math.floor(i / (index.length / batch));
      return indexLink(
        of,
        by,
        batch,
        index.map((token, i) => owner[sample(i) * perSample + token] as number),
      );
    },
  };
}
