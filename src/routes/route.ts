import { UsageError } from "../errors.ts";
import type { Kind } from "./stream.ts";

/** How far a kind sees another: itself only; equal or earlier positions; any token of the same picture. */
export type Reach = "self" | "earlier" | "image";

/** Plain options, as they stand in JSON. */
export type Options = { readonly [name: string]: Option };
export type Option = string | number | boolean | null | readonly Option[] | Options;

/** An update by name: how a kind is carried on in place of attention, of the FFN, or of the layer. */
export type Update = {
  readonly update: string;
  readonly options: Options;
};

/** An opening by name: what happens to the streams before a layer, or to the encoder's output. */
export type Opening = {
  readonly opening: string;
  readonly options: Options;
};

/** Which kinds a lane's queries see; a list means `earlier` for each. */
export type Sees = readonly Kind[] | Readonly<Record<Kind, Reach>>;

/** The way of one kind through one layer. Without `ffn` the feed-forward network runs. */
export type Lane =
  | { readonly sees: Sees | Update | "keep"; readonly ffn?: true | Update | "keep" }
  | { readonly layer: Update | "keep" };

/** A lane for every kind, with a name. Plain data. A kind without a lane leaves before the layer. */
export interface Route {
  readonly name: string;
  readonly options: Options;
  readonly opens: readonly Opening[];
  readonly lanes: Readonly<Record<Kind, Lane>>;
}

/**
 * Writes a route. `opens` happens once, before the first layer that takes the route.
 *
 * @throws UsageError if text has no lane, or a lane says both or neither of `sees` and `layer`.
 */
export function route(
  name: string,
  {
    lanes,
    opens = [],
    options = {},
  }: { lanes: Route["lanes"]; opens?: readonly Opening[]; options?: Options },
): Route {
  if (!lanes.text) throw new UsageError(`route "${name}": text needs a lane, for the answer is read from it`);
  for (const [kind, lane] of Object.entries(lanes)) {
    const fault = faultOf(lane);
    if (fault) throw new UsageError(`route "${name}": the lane of ${kind} ${fault}`);
  }
  return { name, options, opens, lanes };
}

/** What is wrong with something that should be a lane, as the end of a sentence; undefined when it is one. */
export function faultOf(lane: unknown): string | undefined {
  if (typeof lane !== "object" || lane === null) return `is ${JSON.stringify(lane)}`;
  const { sees, layer, ffn } = lane as Record<string, unknown>;
  if ((sees === undefined) === (layer === undefined)) return 'needs either "sees" or "layer"';
  const given = (value: unknown) => JSON.stringify(value);
  if (layer !== undefined) {
    return layer === "keep" || isUpdate(layer)
      ? undefined
      : `has the layer ${given(layer)}; use "keep" or an update`;
  }
  if (![undefined, true, "keep"].includes(ffn as string) && !isUpdate(ffn)) {
    return `has the FFN ${given(ffn)}; use true, "keep" or an update`;
  }
  if (sees === "keep" || isUpdate(sees)) return undefined;
  const reach = Array.isArray(sees) ? sees.map((kind) => [kind, "earlier"]) : Object.entries(Object(sees));
  const known = reach.every(
    ([kind, far]) => typeof kind === "string" && ["self", "earlier", "image"].includes(far),
  );
  if (typeof sees === "object" && known) return undefined;
  return `sees ${given(sees)}; use a list of kinds, or for each kind "self", "earlier" or "image"`;
}

/** What a lane sees, kind by kind; undefined when an update stands in the place of attention. */
export function reaches(lane: Lane): Readonly<Record<Kind, Reach>> | undefined {
  if ("layer" in lane || lane.sees === "keep" || isUpdate(lane.sees)) return undefined;
  return isList(lane.sees)
    ? Object.fromEntries(lane.sees.map((kind) => [kind, "earlier" as const]))
    : lane.sees;
}

/** The kinds whose keys and values a layer makes: all that some lane sees. */
export function keyKinds({ lanes }: Route): Kind[] {
  return [...new Set(Object.values(lanes).flatMap((lane) => Object.keys(reaches(lane) ?? {})))];
}

/** The updates of a lane by what they stand in for. */
export function updatesOf(lane: Lane): { slot: "layer" | "attention" | "ffn"; update: Update }[] {
  const slots =
    "layer" in lane
      ? ([["layer", lane.layer]] as const)
      : ([
          ["attention", lane.sees],
          ["ffn", lane.ffn],
        ] as const);
  return slots.flatMap(([slot, value]) => (isUpdate(value) ? [{ slot, update: value }] : []));
}

function isUpdate(value: unknown): value is Update {
  const { update, options } = Object(value) as Partial<Update>;
  return typeof update === "string" && typeof options === "object" && options !== null;
}

function isList(sees: Sees): sees is readonly Kind[] {
  return Array.isArray(sees);
}
