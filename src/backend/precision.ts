import { UsageError } from "../errors.ts";

/**
 * How exact products are. Storage is float32 either way. `highest`: float32 operands. `high`: fused operations may round
 * the operands of their products to bfloat16 (8 bits of mantissa), where the processor multiplies those faster; sums
 * stay float32.
 */
export type Precision = "highest" | "high";

let current: Precision | undefined;

/** The precision in use: as set, else `PROXYLAB_PRECISION`, else `highest`. */
export function precision(): Precision {
  current ??= checked(process.env.PROXYLAB_PRECISION || "highest");
  return current;
}

/** Sets the precision of everything that runs from now on. */
export function setPrecision(to: Precision): void {
  current = checked(to);
}

function checked(name: string): Precision {
  if (name === "highest" || name === "high") return name;
  throw new UsageError(
    `precision "${name}" is unknown; use "highest" (float32) or "high" (bfloat16 operands)`,
  );
}
