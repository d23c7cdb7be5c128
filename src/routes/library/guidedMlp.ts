import type { Linear } from "../../nn/linear.ts";
import { defineUpdate, type View } from "../update.ts";
import { UpdateMlp } from "./guidance.ts";
import { checked, type MlpOptions } from "./lightMlp.ts";

const write = defineUpdate("guidedMlp", {
  build: (source, path, sizes, options) => UpdateMlp.build(source, path, sizes, options, true),
  apply: (streams, { state, weights, link }) => {
    const { by, weighted, spread } = link();
    const { after } = streams[by] as View;
    const mlp = weights as UpdateMlp;
    const context = mlp.context_proj as Linear;
    // As released: one token's guidance is repeated behind the projection, a mixture is made before it.
    const guidance = weighted ? context.apply(spread(after)) : spread(context.apply(after));
    return mlp.apply(state, guidance);
  },
});

/** ProxyV's update: a light MLP on each token, guided by the proxy that stands for it, as it is after this layer. */
export const guidedMlp = (options: MlpOptions = {}) => write(checked(options));
