import { before, type Edit } from "../plan.ts";
import { keepRankedAs } from "./keepRanked.ts";

const drop = keepRankedAs("fastV");

/** FastV (Chen et al., 2024): before layer `layer` the better ranked share of the vision tokens is kept. */
export const fastV = ({ layer = 2, keep = 0.5 } = {}): Edit => before(layer, drop({ of: "vision", keep }));
