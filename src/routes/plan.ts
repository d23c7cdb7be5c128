import { nearest, UsageError } from "../errors.ts";
import { encoderOpening, layerOpening } from "./opening.ts";
import { faultOf, type Opening, type Options, type Route, reaches, updatesOf } from "./route.ts";
import type { Kind } from "./stream.ts";
import { definitionOf } from "./update.ts";

/** What a model does with its tokens: openings at the encoder, then openings and a route for every layer. */
export interface Plan {
  readonly encoder: readonly Opening[];
  readonly layers: readonly { readonly before: readonly Opening[]; readonly route: Route }[];
}

/** A step towards a plan, plain data: a route from a layer on, openings before a layer, or at the encoder. */
export type Edit =
  | { readonly from: number; readonly route: Route }
  | { readonly before: number; readonly opens: readonly Opening[] }
  | { readonly encoder: readonly Opening[] };

/** Anything that `with` takes: edits, lists of them, or whole plans. */
export type Edits = Edit | readonly Edits[];

/** The route from layer `k` on. Its openings happen before layer `k` only. Layer `L` of `L` means never. */
export const from = (k: number, route: Route): Edit => ({ from: k, route });

/** Openings before one layer. */
export const before = (k: number, ...opens: Opening[]): Edit => ({ before: k, opens });

/** Openings at the encoder's output, in order. */
export const atEncoder = (...opens: Opening[]): Edit => ({ encoder: opens });

/** The kinds that a picture and a prompt bring; openings make the others. */
export const givenKinds: readonly Kind[] = ["vision", "newline", "text"];

/**
 * Applies edits, in order, to the plan in which every layer takes `base`.
 *
 * @throws UsageError for a layer outside the model, a kind that a layer needs and nothing has made, or an
 *   unknown update or opening.
 */
export function planOf(layers: number, base: Route, ...edits: Edits[]): Plan {
  const start: Plan = {
    encoder: [],
    layers: Array.from({ length: layers }, () => ({ before: [], route: base })),
  };
  return edit(start, ...edits);
}

/** The same plan with edits applied. */
export function edit(plan: Plan, ...edits: Edits[]): Plan {
  const result = flatten(edits).reduce(apply, plan);
  validate(result);
  return result;
}

const flatten = (edits: Edits): Edit[] => (isList(edits) ? edits.flatMap(flatten) : [edits]);
const isList = (edits: Edits): edits is readonly Edits[] => Array.isArray(edits);

function apply(plan: Plan, edit: Edit): Plan {
  if ("encoder" in edit) return { ...plan, encoder: [...plan.encoder, ...edit.encoder] };
  const last = plan.layers.length;
  const layer = "from" in edit ? edit.from : edit.before;
  const most = "from" in edit ? last : last - 1;
  if (!Number.isInteger(layer) || layer < 0 || layer > most) {
    const what =
      "from" in edit
        ? `route "${edit.route.name}": start layer`
        : `opening "${edit.opens[0]?.opening}": layer`;
    throw new UsageError(`${what} ${layer} is outside the model; it has ${last} layers, use 0 to ${most}`);
  }
  return {
    ...plan,
    layers: plan.layers.map((step, i) => {
      if ("before" in edit) return i === layer ? { ...step, before: [...step.before, ...edit.opens] } : step;
      if (i < layer) return step;
      const kept = step.before.filter((opening) => !makesSomething(opening));
      return { before: i === layer ? [...kept, ...edit.route.opens] : kept, route: edit.route };
    }),
  };
}

const makesSomething = (opening: Opening): boolean =>
  layerOpening(opening).makes?.(opening.options) !== undefined;

/** Checks that every name is known and that every kind a layer needs is there. */
export function validate({ encoder, layers }: Plan): void {
  for (const opening of encoder) encoderOpening(opening);
  let kinds = new Set(givenKinds);
  layers.forEach(({ before, route }, i) => {
    const missing = (kind: Kind, who: string) =>
      new UsageError(
        `layer ${i}: ${who} needs ${kind} tokens, and nothing has made them; there are ${[...kinds].join(", ")}`,
      );
    for (const opening of before) {
      const definition = layerOpening(opening);
      const needed = [
        ...definition.needs(opening.options),
        ...(definition.ranks ? [definition.ranks(opening.options)] : []),
      ];
      for (const kind of needed) if (!kinds.has(kind)) throw missing(kind, `opening "${opening.opening}"`);
      if (definition.ranks) checkRanking(opening, i, layers[i - 1]?.route);
      const made = definition.makes?.(opening.options);
      if (made) kinds.add(made);
    }
    for (const [kind, lane] of Object.entries(route.lanes)) {
      const here = `route "${route.name}"`;
      const fault = faultOf(lane);
      if (fault) throw new UsageError(`layer ${i}: ${here}: the lane of ${kind} ${fault}`);
      if (!kinds.has(kind)) throw missing(kind, here);
      for (const key of Object.keys(reaches(lane) ?? {})) {
        if (!kinds.has(key)) throw missing(key, `${here}, the lane of ${kind},`);
        if (route.lanes[key]) continue;
        throw new UsageError(
          `layer ${i}: ${here}: the lane of ${kind} sees ${key}, which has no lane of its own; { layer: "keep" } keeps it as it is`,
        );
      }
      for (const { update } of updatesOf(lane)) definitionOf(update);
    }
    kinds = new Set([...kinds].filter((kind) => route.lanes[kind]));
  });
}

function checkRanking({ opening }: Opening, layer: number, previous: Route | undefined): void {
  if (!previous) {
    throw new UsageError(
      `opening "${opening}" ranks by the attention of the layer before; use it before layer 1 or later, not ${layer}`,
    );
  }
  if (!reaches(previous.lanes.text as NonNullable<Route["lanes"][string]>)) {
    throw new UsageError(
      `opening "${opening}" before layer ${layer} ranks by attention, and text attends to nothing in the layer before`,
    );
  }
}

/** A plan as JSON text. */
export const planToJson = (plan: Plan): string => JSON.stringify(plan);

/** A plan from JSON text, validated: data is never evaluated. */
export function planFromJson(text: string): Plan {
  const plan = parse(text);
  const layers = isObject(plan) ? plan.layers : undefined;
  if (!isObject(plan) || !isOpenings(plan.encoder) || !Array.isArray(layers)) {
    throw new UsageError(`not a plan: expected { "encoder": [...], "layers": [...] }`);
  }
  for (const [i, step] of layers.entries()) {
    if (!isObject(step) || !isOpenings(step.before) || !isRoute(step.route)) {
      throw new UsageError(
        `not a plan: layer ${i} needs "before", a list of openings, and "route", with a name and lanes`,
      );
    }
  }
  validate(plan as unknown as Plan);
  return plan as unknown as Plan;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`not a plan: ${(error as Error).message}`);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isOpenings = (value: unknown): value is Opening[] =>
  Array.isArray(value) &&
  value.every((one) => isObject(one) && typeof one.opening === "string" && isObject(one.options));

const isRoute = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.name === "string" &&
  isObject(value.options) &&
  isOpenings(value.opens) &&
  isObject(value.lanes) &&
  isObject(value.lanes.text);

/** How the function that is called in a notebook takes a route's options: `f({ factor: 2 })` or `f("vision", "keep")`. */
type Takes = "an object" | "a list";

const makers = new Map<string, { make: (options?: Options) => Route; defaults: Options; takes: Takes }>();

/** Lets plans print as calls of a route's maker, and lets routes be made by name. */
export function defineRoute<O extends Options>(
  name: string,
  defaults: O,
  lanes: (options: O) => { lanes: Route["lanes"]; opens?: readonly Opening[] },
  takes: Takes = "an object",
): (options?: Partial<O>) => Route {
  const make = (given: Partial<O> = {}): Route => {
    const unknown = Object.keys(given).find((option) => !(option in defaults));
    if (unknown) {
      throw new UsageError(
        `route "${name}" has no option "${unknown}"; it has ${Object.keys(defaults).join(", ") || "none"}`,
      );
    }
    const options = { ...defaults, ...given };
    const { lanes: byKind, opens = [] } = lanes(options);
    return { name, options, lanes: byKind, opens };
  };
  makers.set(name, { make: make as (options?: Options) => Route, defaults, takes });
  return make;
}

/** The routes that can be made by name, with their default options. */
export const routeNames = (): string[] => [...makers.keys()];

/** Makes a route of the library by name. Throws a `UsageError` for a name or an option that it does not have. */
export function routeByName(name: string, options: Options = {}): Route {
  const maker = makers.get(name);
  if (!maker)
    throw new UsageError(
      `unknown route "${name}"; the nearest are ${nearest(name, makers.keys()).join(", ")}`,
    );
  return maker.make(options);
}

/** The default options of a route of the library. */
export const routeDefaults = (name: string): Options => makers.get(name)?.defaults ?? {};

/** The code that makes a plan: a list of edits to paste into a notebook cell. */
export function planToCode({ encoder, layers }: Plan): string {
  const lines = encoder.length > 0 ? [`atEncoder(${encoder.map(code).join(", ")})`] : [];
  let last = "full()";
  for (const [k, { before, route }] of layers.entries()) {
    const openings = (list: readonly Opening[]) => {
      if (list.length > 0) lines.push(`before(${k}, ${list.map(code).join(", ")})`);
    };
    const own = routeToCode(route);
    if (own === last) {
      openings(before);
      continue;
    }
    // `from` takes away what makes tokens and puts the route's own openings behind the rest.
    const { length } = route.opens;
    const at = before.findIndex((one, i) =>
      length > 0 ? same(before.slice(i, i + length), route.opens) : makesSomething(one),
    );
    const kept = at < 0 ? before.length : at;
    openings(before.slice(0, kept));
    lines.push(`from(${k}, ${own})`);
    openings(before.slice(kept + length));
    last = own;
  }
  return lines.join(",\n");
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function routeToCode({ name, options, lanes, opens }: Route): string {
  const maker = /^[A-Za-z_$][\w$]*$/.test(name) ? makers.get(name) : undefined;
  const fits = maker && Object.keys(options).every((option) => option in maker.defaults);
  const made = fits ? maker.make(options) : undefined;
  if (maker && same(made?.lanes, lanes) && same(made?.opens, opens)) {
    const isOwn = (option: string) => !same(maker.defaults[option], options[option]);
    const names = Object.keys(maker.defaults);
    const given = names.filter(isOwn);
    if (given.length === 0) return `${name}()`;
    const inOrder = names.slice(0, names.findLastIndex(isOwn) + 1).map((option) => code(options[option]));
    const byName = code(Object.fromEntries(given.map((option) => [option, options[option]])));
    return `${name}(${maker.takes === "a list" ? inOrder.join(", ") : byName})`;
  }
  const body = {
    ...(opens.length > 0 && { opens }),
    lanes,
    ...(Object.keys(options).length > 0 && { options }),
  };
  return `route(${JSON.stringify(name)}, ${code(body)})`;
}

/** A plain value as a TypeScript literal. */
function code(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(code).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([key, field]) => `${/^\w+$/.test(key) ? key : JSON.stringify(key)}: ${code(field)}`,
  );
  return `{ ${fields.join(", ")} }`;
}
