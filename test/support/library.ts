import { downsample } from "../../src/routes/library/downsample.ts";
import { fastV } from "../../src/routes/library/fastV.ts";
import { full } from "../../src/routes/library/full.ts";
import { keepRanked } from "../../src/routes/library/keepRanked.ts";
import { lightMlp } from "../../src/routes/library/lightMlp.ts";
import { maskAttention } from "../../src/routes/library/maskAttention.ts";
import { proxyV } from "../../src/routes/library/proxyV.ts";
import { proxyVNonSpatial } from "../../src/routes/library/proxyVNonSpatial.ts";
import { pyramidDrop } from "../../src/routes/library/pyramidDrop.ts";
import { skipAttention } from "../../src/routes/library/skipAttention.ts";
import { skipAttentionAndFfn } from "../../src/routes/library/skipAttentionAndFfn.ts";
import { skipFfn } from "../../src/routes/library/skipFfn.ts";
import { visionZip } from "../../src/routes/library/visionZip.ts";
import { spawn } from "../../src/routes/opening.ts";
import { before, type Edits, from } from "../../src/routes/plan.ts";
import { route } from "../../src/routes/route.ts";
import { layers } from "./tiny.ts";

const zip = () => visionZip({ dominant: 5, contextual: 3 });

/** Every route of the library, from layer `k` on, in the sizes of the tiny model. */
export const routes: Readonly<Record<string, (k: number) => Edits>> = {
  full: (k) => from(k, full()),
  maskAttention: (k) => from(k, maskAttention()),
  skipAttention: (k) => from(k, skipAttention()),
  "skipFfn, keep": (k) => from(k, skipFfn()),
  "skipFfn, lightMlp": (k) => from(k, skipFfn("vision", lightMlp({ ratio: 1 / 2 }))),
  skipAttentionAndFfn: (k) => from(k, skipAttentionAndFfn()),
  "skipAttentionAndFfn, keep": (k) => from(k, skipAttentionAndFfn("vision", "keep")),
  proxyV: (k) => from(k, proxyV({ factor: 2 })),
  "proxyV, block": (k) => from(k, proxyV({ factor: 2, positions: "block" })),
  "proxyV, drawn": (k) => from(k, proxyV({ factor: 2, sees: "drawn" })),
  "proxyV, drawn, block, factor 4": (k) => from(k, proxyV({ factor: 4, sees: "drawn", positions: "block" })),
  proxyVNonSpatial: (k) => from(k, proxyVNonSpatial({ queries: 3 })),
  "proxyVNonSpatial, drawn, block": (k) =>
    from(k, proxyVNonSpatial({ queries: 2, sees: "drawn", positions: "block" })),
};

/** Openings of the library and combinations of them with routes. */
export const openings: Readonly<Record<string, Edits>> = {
  fastV: fastV({ layer: 2 }),
  pyramidDrop: pyramidDrop({ layers: [1, 3], keep: 0.4 }),
  visionZip: zip(),
  "visionZip, then skipAttention": [zip(), from(1, skipAttention())],
  "visionZip, then proxyVNonSpatial": [zip(), from(1, proxyVNonSpatial({ queries: 3 }))],
  "visionZip, then fastV": [zip(), fastV({ layer: 2 })],
  "proxyV, then fastV": [from(1, proxyV({ factor: 2 })), fastV({ layer: 2 })],
  "proxyVNonSpatial, then pyramidDrop": [
    from(1, proxyVNonSpatial({ queries: 3 })),
    pyramidDrop({ layers: [2, 3] }),
  ],
  "proxies and a drop before one layer": [
    from(1, proxyV({ factor: 2 })),
    before(1, keepRanked({ of: "vision", keep: 0.5 })),
  ],
  "fastV, then maskAttention": [fastV({ layer: 1 }), from(2, maskAttention())],
  "ProxyV in the middle only": [from(1, proxyV({ factor: 2 })), from(layers - 1, full())],
  "all vision leaves": from(2, route("text only", { lanes: { text: { sees: ["text"] } } })),
  "text sees proxies": from(
    1,
    route("read proxies", {
      opens: spawn({ proxy: downsample("vision", { factor: 2 }) }),
      lanes: {
        vision: { layer: "keep" },
        proxy: { sees: { vision: "image", proxy: "earlier" } },
        text: { sees: ["proxy", "text"] },
      },
    }),
  ),
};
