import { before, type Edit } from "../plan.ts";
import { keepRankedAs } from "./keepRanked.ts";

const drop = keepRankedAs("pyramidDrop");

/** PyramidDrop (Xing et al., 2024): before each of some layers the better ranked share of the vision tokens is kept. */
export const pyramidDrop = ({ layers = [12, 20, 26], keep = 0.5 } = {}): Edit[] =>
  layers.map((layer) => before(layer, drop({ of: "vision", keep })));
