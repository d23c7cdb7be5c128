import { tf } from "../../../src/backend/tf.ts";
import { configFrom, type LMMConfig } from "../../../src/lmm/config.ts";
import { layOut } from "../../../src/lmm/prompt.ts";
import type { Stream, Streams } from "../../../src/routes/stream.ts";
import { states } from "./weights.ts";

/** The shape of one decoder layer and of a prompt. */
export interface LayerShape {
  readonly hidden: number;
  readonly heads: number;
  readonly ffn: number;
  readonly crops: number;
  /** Patches a side of a crop; 0 for no picture. */
  readonly grid: number;
  readonly text: number;
}

/** A model of one such layer. Its encoder and vocabulary are as small as may be: only the layer is measured. */
export const oneLayer = ({ hidden, heads, ffn, grid }: LayerShape): LMMConfig =>
  configFrom({
    num_hidden_layers: 1,
    hidden_size: hidden,
    intermediate_size: ffn,
    num_attention_heads: heads,
    vocab_size: 2,
    rms_norm_eps: 1e-5,
    ...(grid > 0 && {
      vision_config: {
        image_size: 14 * grid,
        patch_size: 14,
        hidden_size: 2,
        intermediate_size: 2,
        num_attention_heads: 1,
        num_hidden_layers: 1,
        select_layer: -1,
      },
    }),
  });

/** Random states where a prompt of one picture and text would have them before the first layer. */
export function streams({ hidden, crops, grid, text }: LayerShape, config: LMMConfig): Streams {
  const form = { tokens: grid * grid, grid: { rows: grid, columns: grid } };
  const picture = { crops: Array.from({ length: grid > 0 ? crops : 0 }, () => new Float32Array()) };
  const sample = { parts: [picture, Array.from({ length: text }, () => 0)] };
  const layout = layOut([sample], form, config);
  const byKind: Record<string, Stream> = {};
  for (const kind of ["vision", "newline", "text"] as const) {
    const places = layout[kind];
    const count = places.position.length;
    if (count > 0) byKind[kind] = { kind, x: states<tf.Rank.R3>(kind, [1, count, hidden]), places };
  }
  return { byKind, links: [] };
}

/** A few numbers that two programs can be held against each other by: of each kind its mean square and the last state's first four. */
export const summary = ({ byKind }: Streams): number[] =>
  ["vision", "newline", "text"].flatMap((kind) => {
    const x = byKind[kind]?.x as tf.Tensor3D;
    const [, count] = x.shape;
    return tf.tidy(() => [
      x.square().mean().dataSync()[0] as number,
      ...x.slice([0, count - 1, 0], [1, 1, 4]).dataSync(),
    ]);
  });
