import { type Lane, type Route, reaches, type Update, updatesOf } from "../route.ts";
import type { Kind } from "../stream.ts";

/** What stands in a place of a layer: the model's own operation, an update, or nothing, so that tokens pass. */
export type Content = "runs" | "kept" | Update;

export type Operation = "attention" | "FFN";

/** A place of a layer with what it stands for. */
export interface Place {
  readonly of: readonly Operation[];
  readonly content: Content;
}

/** The kinds that a lane sees, and how far, among those that have a lane. */
export const seenBy = ({ lanes }: Route, lane: Lane): [kind: Kind, reach: string][] =>
  Object.entries(reaches(lane) ?? {}).filter(([kind]) => lanes[kind]);

/** What a lane leads through, from the layer's input on. */
export function placesOf(route: Route, lane: Lane): Place[] {
  const updates = new Map(updatesOf(lane).map(({ slot, update }) => [slot, update]));
  if ("layer" in lane) return [{ of: ["FFN", "attention"], content: updates.get("layer") ?? "kept" }];
  const asks = seenBy(route, lane).length > 0;
  return [
    { of: ["attention"], content: updates.get("attention") ?? (asks ? "runs" : "kept") },
    { of: ["FFN"], content: updates.get("ffn") ?? (lane.ffn === "keep" ? "kept" : "runs") },
  ];
}

/** What stands in the place of one operation. */
export const contentOf = (route: Route, kind: Kind, operation: Operation): Content => {
  const lane = route.lanes[kind];
  return (lane && placesOf(route, lane).find(({ of }) => of.includes(operation))?.content) ?? "kept";
};
