import { count } from "../../backend/shapes/count.ts";
import { tf } from "../../backend/tf.ts";
import { DecoderLayer } from "../../nn/decoderLayer.ts";
import type { Source } from "../../nn/module.ts";
import { type Route, updatesOf } from "../route.ts";
import { type Kind, type Link, type Places, type Streams, tokens } from "../stream.ts";
import { definitionOf, type View } from "../update.ts";

/** A kind that the update of another one reads, before or after the layer. */
export interface Read {
  readonly kind: Kind;
  readonly slot: "layer" | "attention" | "ffn";
  readonly from: Kind;
  readonly when: "before" | "after";
}

/** So many channels that any usual share of them is a whole number. */
const sizes = { hidden: 20_160, heads: 2, kvHeads: 2, headSize: 12, ffn: 24, eps: 1e-5 };

/** Which other kinds the updates of a route read, noted while they run on the engine that knows only shapes. */
export const readsOf = (route: Route, streams: Streams): Read[] => count(() => heard(route, streams)).result;

function heard({ lanes }: Route, { byKind, links }: Streams): Read[] {
  const source: Source = (_, shape) => tf.fill(shape, 0);
  const layer = DecoderLayer.build(source, "", sizes);
  const stateOf = (kind: Kind) =>
    tf.fill([1, tokens(byKind[kind]?.places as Places), sizes.hidden], 0) as tf.Tensor3D;
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
          weights: build?.(source, "", sizes, update.options),
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
