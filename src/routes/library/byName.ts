import { nearest, UsageError } from "../../errors.ts";
import { type Edits, from, routeByName, routeDefaults, routeNames } from "../plan.ts";
import type { Options, Update } from "../route.ts";
import { fastV } from "./fastV.ts";
import "./full.ts";
import { lightMlp, type MlpOptions } from "./lightMlp.ts";
import "./maskAttention.ts";
import "./proxyV.ts";
import "./proxyVNonSpatial.ts";
import { pyramidDrop } from "./pyramidDrop.ts";
import "./skipAttention.ts";
import { skipAttentionAndFfn } from "./skipAttentionAndFfn.ts";
import { skipFfn } from "./skipFfn.ts";
import { visionZip } from "./visionZip.ts";

/** An edit of the library as a command line or a form names it. */
interface Named {
  /** Its options with their defaults; null where the library decides. */
  readonly options: Options;
  /** The layer it starts at when none is said, in a model of so many layers; null for an edit at the encoder. */
  start(layers: number): number | null;
  edits(start: number, options: Options, layers: number): Edits;
}

const mlp = ({ ratio, start }: Options): MlpOptions => ({
  ...(ratio != null && { ratio: ratio as number }),
  ...(start != null && { start: start as NonNullable<MlpOptions["start"]> }),
});

const update = (options: Options): Update | "keep" => {
  if (options.update === "keep" && options.ratio != null) {
    throw new UsageError(
      `ratio ${options.ratio}: it shapes a light MLP, and "keep" has none; add update lightMlp`,
    );
  }
  if (options.update === "keep") return "keep";
  if (options.update === "lightMlp") return lightMlp(mlp(options));
  throw new UsageError(`update "${options.update}": use "keep" or "lightMlp"`);
};

/** PyramidDrop's layers 12, 20 and 26 of 32, moved to another first layer or another depth in proportion. */
const stages = (first: number, layers: number): number[] =>
  [0, 0.4, 0.7].map((share) => Math.round(first + share * (layers - first)));

const flat: Record<string, Named> = {
  skipFfn: {
    options: { kind: "vision", update: "keep", ratio: null },
    start: () => 0,
    edits: (k, options) => from(k, skipFfn(options.kind as string, update(options))),
  },
  skipAttentionAndFfn: {
    options: { kind: "vision", update: "lightMlp", ratio: null },
    start: () => 0,
    edits: (k, options) => from(k, skipAttentionAndFfn(options.kind as string, update(options))),
  },
  fastV: {
    options: { keep: 0.5 },
    start: () => 2,
    edits: (layer, { keep }) => fastV({ layer, keep: keep as number }),
  },
  pyramidDrop: {
    options: { keep: 0.5, layers: null },
    start: (layers) => Math.round((12 / 32) * layers),
    edits: (first, { keep, layers: at }, layers) =>
      pyramidDrop({
        keep: keep as number,
        layers: (at as readonly number[] | null)?.slice() ?? stages(first, layers),
      }),
  },
  visionZip: {
    options: { dominant: 360, contextual: 40 },
    start: () => null,
    edits: (_, { dominant, contextual }) =>
      visionZip({ dominant: dominant as number, contextual: contextual as number }),
  },
};

/** The names of all routes and openings that can be asked for. */
export const editNames = (): string[] => [...new Set([...routeNames(), ...Object.keys(flat)])];

/** A named edit. Throws a `UsageError` that lists the names for one that is not there. */
export function namedEdit(name: string): Named {
  const own = Object.hasOwn(flat, name) ? flat[name] : undefined;
  if (own) return own;
  if (routeNames().includes(name)) {
    return {
      options: routeDefaults(name),
      start: () => 0,
      edits: (k, options) => from(k, routeByName(name, options)),
    };
  }
  throw new UsageError(
    `unknown route "${name}"; did you mean ${nearest(name, editNames(), 1)[0]}? There are ${editNames().join(", ")}`,
  );
}

/**
 * The edits that a text names: one name, or several joined by `+` (`visionZip+proxyVNonSpatial`). Options go to
 * whichever of them has one of that name.
 *
 * @throws UsageError for an unknown name, or an option that none of them has.
 */
export function editsByName(
  text: string,
  layers: number,
  start: number | undefined,
  given: Options = {},
): { edits: Edits[]; start: number | null } {
  const parts = text.split("+").map((name) => namedEdit(name.trim()));
  for (const option of Object.keys(given)) {
    if (parts.some(({ options }) => option in options)) continue;
    const known = parts.flatMap(({ options }) => Object.keys(options));
    throw new UsageError(`route "${text}" has no option "${option}"; it has ${known.join(", ") || "none"}`);
  }
  const starts = parts.map((part) => (part.start(layers) === null ? null : (start ?? part.start(layers))));
  const edits = parts.map((part, i) => {
    const own = Object.entries(given).filter(([option]) => option in part.options);
    return part.edits(starts[i] ?? 0, { ...part.options, ...Object.fromEntries(own) }, layers);
  });
  return { edits, start: starts.find((one) => one !== null) ?? null };
}
