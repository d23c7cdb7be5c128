import type { PlacesByKind } from "./prompt.ts";
import type { Opened, Rehearsal, Scene } from "./rehearsal.ts";

/** Pixels; `tracks` is the breadth of all tokens together, `gap` the room for openings. */
export const size = {
  left: 108,
  right: 64,
  tracks: 130,
  least: 4,
  slot: 20,
  gap: 18,
  encoder: 58,
  lead: 26,
} as const;

/** The tokens of the prompt over some way of the strip. */
export interface Stretch {
  readonly places: PlacesByKind;
  readonly from: number;
  readonly to: number;
  /** The layer; missing at the encoder. */
  readonly scene?: Scene;
}

/** Openings between two stretches. */
export interface Mark {
  readonly x: number;
  readonly opened: readonly Opened[];
}

/**
 * Where everything stands from left to right: the encoder, if something happens there, and the layers, behind what
 * enters them if something happens first.
 */
export function layOut({ encoder, layers }: Rehearsal, width: number) {
  const stretches: Stretch[] = [];
  const marks: Mark[] = [];
  let x: number = size.left;
  const add = (length: number, places: PlacesByKind, scene?: Scene) => {
    stretches.push({ places, from: x, to: x + length, ...(scene && { scene }) });
    x += length;
  };
  const open = (opened: readonly Opened[]) => {
    if (opened.length === 0) return;
    marks.push({ x: x + size.gap / 2 - 1, opened });
    x += size.gap;
  };
  if (encoder[0]) add(size.encoder, encoder[0].before);
  open(encoder);
  if (layers[0]?.opened.length) add(size.lead, layers[0].entering);
  const gaps = layers.filter(({ opened }) => opened.length > 0).length;
  const length = Math.max(6, (width - size.right - x - gaps * size.gap) / layers.length);
  for (const scene of layers) {
    open(scene.opened);
    const staying = Object.entries(scene.inside).filter(([kind]) => scene.route.lanes[kind]);
    add(length, Object.fromEntries(staying), scene);
  }
  return { stretches, marks, end: x };
}
