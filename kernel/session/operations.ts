import type { Flags } from "./interrupt.ts";
import { Interrupted } from "./interrupt.ts";
import type { Library } from "./prelude.ts";

const guarded = new WeakSet<object>();

/** Those of the session that computes: there may be several, one after the other. */
let current: Flags;

/**
 * Lets loops over tensors be interrupted wherever they are: an operation does not begin once the cell is interrupted,
 * and another thread can see that one is under way, which must not be cut off. What an operation calls in its turn
 * belongs to it: half an operation would leave tensors behind.
 */
export function guardOperations({ tf }: Library, flags: Flags): void {
  current = flags;
  const engine = tf.engine() as unknown as { runKernelFunc(params: unknown): unknown };
  if (guarded.has(engine)) return;
  guarded.add(engine);
  const run = engine.runKernelFunc.bind(engine);
  let depth = 0;
  engine.runKernelFunc = (params) => {
    const own = current;
    if (depth === 0 && own.interrupt) throw new Interrupted();
    depth++;
    own.enterOperation();
    try {
      return run(params);
    } finally {
      depth--;
      own.leaveOperation();
    }
  };
}
