import { UsageError } from "../../errors.ts";
import type { Options } from "../route.ts";
import { defineUpdate } from "../update.ts";
import { type Start, UpdateMlp } from "./guidance.ts";

/** Options of an update's small network. */
export type MlpOptions = { readonly ratio?: number; readonly start?: Start };

const write = defineUpdate("lightMlp", {
  build: (source, path, sizes, options) => UpdateMlp.build(source, path, sizes, options, false),
  apply: (_, { state, weights }) => (weights as UpdateMlp).apply(state),
});

/** `RMSNorm(W2 silu(W1 Win x) + x)`, d to d/4 to d/4 to d, without biases (paper, Table 2: 9.44 M at d = 4,096). */
export const lightMlp = (options: MlpOptions = {}) => write({ ratio: 1 / 4, ...checked(options) });

/** Options as data: only those given. */
export function checked({ ratio, start, ...rest }: MlpOptions): Options {
  const unknown = Object.keys(rest)[0];
  if (unknown) throw new UsageError(`an update has no option "${unknown}"; it has ratio, start`);
  if (ratio !== undefined && !(ratio > 0))
    throw new UsageError(`ratio ${ratio}: expected a number above 0, such as 1/4`);
  if (![undefined, "released", "matched"].includes(start))
    throw new UsageError(`start "${start}": use "released" or "matched"`);
  return { ...(ratio !== undefined && { ratio }), ...(start !== undefined && { start }) };
}
