import type { Flags } from "./interrupt.ts";
import { Interrupted } from "./interrupt.ts";
import type { Library } from "./prelude.ts";

const guarded = new WeakSet<object>();

/**
 * Lets loops over tensors be interrupted wherever they are: an operation does not begin once the cell is interrupted,
 * and another thread can see that one is under way, which must not be cut off.
 */
export function guardOperations({ tf }: Library, flags: Flags): void {
  const engine = tf.engine() as unknown as { runKernelFunc(params: unknown): unknown };
  if (guarded.has(engine)) return;
  guarded.add(engine);
  const run = engine.runKernelFunc.bind(engine);
  engine.runKernelFunc = (params) => {
    if (flags.interrupt) throw new Interrupted();
    flags.enterOperation();
    try {
      return run(params);
    } finally {
      flags.leaveOperation();
    }
  };
}
