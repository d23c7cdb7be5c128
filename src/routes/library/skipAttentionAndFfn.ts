import { defineRoute } from "../plan.ts";
import type { Update } from "../route.ts";
import type { Kind } from "../stream.ts";
import { laneWith } from "./lanes.ts";
import { lightMlp } from "./lightMlp.ts";

const make = defineRoute(
  "skipAttentionAndFfn",
  { kind: "vision", update: lightMlp() as Update | "keep" },
  ({ kind, update }) => ({ lanes: laneWith(kind, { layer: update }) }),
  "a list",
);

/** One light MLP stands for attention and FFN of a kind, which stays key and value for others (paper, Table 2). */
export const skipAttentionAndFfn = (kind: Kind = "vision", update: Update | "keep" = lightMlp()) =>
  make({ kind, update });
