export { type DrawOptions, drawPlan, drawRoute, type PlanDrawOptions } from "./draw.ts";
export { editNames, editsByName } from "./library/byName.ts";
export { downsample } from "./library/downsample.ts";
export { fastV } from "./library/fastV.ts";
export { full } from "./library/full.ts";
export { guidedMlp } from "./library/guidedMlp.ts";
export { keepRanked } from "./library/keepRanked.ts";
export { learnedPooling } from "./library/learnedPooling.ts";
export { lightMlp } from "./library/lightMlp.ts";
export { maskAttention } from "./library/maskAttention.ts";
export { proxyV } from "./library/proxyV.ts";
export { proxyVNonSpatial } from "./library/proxyVNonSpatial.ts";
export { pyramidDrop } from "./library/pyramidDrop.ts";
export { skipAttention } from "./library/skipAttention.ts";
export { skipAttentionAndFfn } from "./library/skipAttentionAndFfn.ts";
export { skipFfn } from "./library/skipFfn.ts";
export { valueOut } from "./library/valueOut.ts";
export { visionZip } from "./library/visionZip.ts";
export { type Encoded, opening, spawn } from "./opening.ts";
export type { Taps } from "./pass.ts";
export {
  atEncoder,
  before,
  defineRoute,
  type Edit,
  type Edits,
  from,
  type Plan,
  planFromJson,
  planOf,
  planToCode,
  planToJson,
} from "./plan.ts";
export { type Lane, type Opening, type Reach, type Route, route, type Update } from "./route.ts";
export {
  type Kind,
  keepTokens,
  type Link,
  type Places,
  type Stream,
  type Streams,
  streamOf,
} from "./stream.ts";
export { defineUpdate, type Tools, update, type View } from "./update.ts";
export { sees } from "./visibility.ts";
