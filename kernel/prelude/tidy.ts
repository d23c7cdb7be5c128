import { tf } from "../../src/index.ts";

/**
 * Runs a function, which may await, and disposes of every tensor that it made except those in what it returns.
 * `tf.tidy` does the same for functions that do not await. One at a time: tensors made meanwhile by other work count
 * as its own.
 */
export async function tidy<T extends tf.TensorContainer | undefined>(work: () => T | Promise<T>): Promise<T> {
  const engine = tf.engine();
  engine.startScope("tidy");
  let result: T | undefined;
  try {
    result = await work();
    return result;
  } finally {
    engine.endScope(result as tf.TensorContainer);
  }
}
