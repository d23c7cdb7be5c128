import { defineRoute } from "../plan.ts";
import type { Kind } from "../stream.ts";
import { laneWith } from "./lanes.ts";
import { valueOut } from "./valueOut.ts";

const make = defineRoute(
  "skipAttention",
  { kind: "vision" },
  ({ kind }) => ({ lanes: laneWith(kind, { sees: valueOut() }) }),
  "a list",
);

/** Tokens of a kind are keys and values for others and ask nothing themselves (paper, Table 1). */
export const skipAttention = (kind: Kind = "vision") => make({ kind });
