import { spawn } from "../opening.ts";
import { defineRoute } from "../plan.ts";
import { learnedPooling } from "./learnedPooling.ts";
import { type ProxySees, proxyLanes, updateOptions } from "./proxyV.ts";

/** ProxyV with proxies by learned pooling (paper, Table 6): needs no grid, so it works behind token reduction. */
export const proxyVNonSpatial = defineRoute(
  "proxyVNonSpatial",
  {
    queries: 36,
    sees: "released" as ProxySees,
    positions: "released" as "released" | "block",
    ratio: null as number | null,
    start: null as string | null,
  },
  ({ queries, sees, positions, ...update }) => ({
    opens: spawn({ proxy: learnedPooling("vision", { queries, positions }) }),
    lanes: proxyLanes(sees, updateOptions(update)),
  }),
);
