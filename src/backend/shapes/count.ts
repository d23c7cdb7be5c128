import { instrument, metered, type Tally } from "../meter.ts";
import { tf } from "../tf.ts";
import { ShapesBackend } from "./backend.ts";
import { registerKernels } from "./kernels.ts";

const name = "shapes";

/** What running something would take. */
export interface Count {
  readonly tallies: Tally[];
  /** The most bytes alive at once while it ran, over what was alive before. */
  readonly peakBytes: number;
}

/** True while a computation is being counted instead of executed. */
export const counting = (): boolean => tf.getBackend() === name;

/**
 * Runs `f` on the engine that knows only shapes and returns what it would have taken: multiply-adds by scope and
 * peak bytes. Synchronous; tensors of other engines may flow in; the engine in use comes back whatever happens,
 * and every tensor made meanwhile is released.
 */
export function count<T>(f: () => T): Count & { result: T } {
  const before = tf.engine().backendName ?? tf.getBackend();
  const backend = start();
  tf.engine().startScope(name);
  try {
    backend.resetPeak();
    const held = backend.bytes().live;
    const { result, tallies } = metered(f);
    return { result, tallies, peakBytes: backend.bytes().peak - held };
  } finally {
    tf.engine().endScope();
    if (before) void tf.setBackend(before);
  }
}

function start(): ShapesBackend {
  if (!tf.findBackendFactory(name)) {
    tf.registerBackend(name, () => new ShapesBackend(), 0);
    registerKernels(name);
    instrument(name);
  }
  void tf.setBackend(name);
  return tf.engine().findBackend(name) as unknown as ShapesBackend;
}
