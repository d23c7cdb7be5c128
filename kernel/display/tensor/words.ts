import type { tf } from "../../../src/index.ts";

/** `Tensor [2, 3] float32` */
export function tensorWords({ shape, dtype, isDisposed }: tf.Tensor): string {
  return `Tensor [${shape.join(", ")}] ${dtype}${isDisposed ? ", disposed" : ""}`;
}
