import { defineUpdate } from "../update.ts";

/** `x + o(v(norm x))`: what attention gives a token that sees only itself (paper, section 3.2). No weights of its own. */
export const valueOut = defineUpdate("valueOut", {
  apply: (_, { state, layer, values }) => state.add(layer.self_attn.project(values())),
});
