import { UsageError } from "../../errors.ts";
import { spawn } from "../opening.ts";
import { defineRoute } from "../plan.ts";
import type { Lane, Route, Sees } from "../route.ts";
import { downsample } from "./downsample.ts";
import { guidedMlp } from "./guidedMlp.ts";
import type { MlpOptions } from "./lightMlp.ts";

/** What proxies see: `released` as the paper's code has it, `drawn` as its figure: also all vision of their picture. */
export type ProxySees = "released" | "drawn";

/** The lanes of ProxyV around whatever spawns its proxies. */
export function proxyLanes(sees: ProxySees, update: MlpOptions): Route["lanes"] {
  const seen: Record<ProxySees, Sees> = {
    released: ["proxy", "newline", "text"],
    drawn: { vision: "image", proxy: "earlier", newline: "earlier", text: "earlier" },
  };
  if (!seen[sees]) throw new UsageError(`sees "${sees}": use "released" or "drawn"`);
  const read: Lane = { sees: ["vision", "newline", "text"] };
  return { vision: { layer: guidedMlp(update) }, proxy: { sees: seen[sees] }, newline: read, text: read };
}

/** The options of the update among a route's own. */
export const updateOptions = ({
  ratio,
  start,
}: {
  ratio: number | null;
  start: string | null;
}): MlpOptions => ({
  ...(ratio !== null && { ratio }),
  ...(start !== null && { start: start as NonNullable<MlpOptions["start"]> }),
});

/**
 * ProxyV (paper, section 4): a thumbnail of the vision grid, `factor` times smaller a side, goes through attention
 * and FFN in place of the full tokens and guides their light update.
 */
export const proxyV = defineRoute(
  "proxyV",
  {
    factor: 4,
    sees: "released" as ProxySees,
    positions: "released" as "released" | "block",
    ratio: null as number | null,
    start: null as string | null,
  },
  ({ factor, sees, positions, ...update }) => ({
    opens: spawn({ proxy: downsample("vision", { factor, positions }) }),
    lanes: proxyLanes(sees, updateOptions(update)),
  }),
);
