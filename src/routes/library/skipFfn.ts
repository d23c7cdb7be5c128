import { defineRoute } from "../plan.ts";
import type { Update } from "../route.ts";
import type { Kind } from "../stream.ts";
import { laneWith } from "./lanes.ts";

const make = defineRoute(
  "skipFfn",
  { kind: "vision", update: "keep" as Update | "keep" },
  ({ kind, update }) => ({
    lanes: laneWith(kind, { sees: ["vision", "newline", "text"], ffn: update }),
  }),
  "a list",
);

/** Tokens of a kind attend as ever and skip the FFN; an update may stand in its place. */
export const skipFfn = (kind: Kind = "vision", update: Update | "keep" = "keep") =>
  make({ kind, update: update });
