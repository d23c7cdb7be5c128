import { UsageError } from "../../errors.ts";
import type { Lane, Route } from "../route.ts";
import type { Kind } from "../stream.ts";
import { full } from "./full.ts";

/** The lanes of `full`, with another one for one kind. */
export function laneWith(kind: Kind, lane: Lane): Route["lanes"] {
  const { lanes } = full();
  if (lanes[kind]) return { ...lanes, [kind]: lane };
  throw new UsageError(`unknown kind "${kind}"; use ${Object.keys(lanes).join(", ")}`);
}
