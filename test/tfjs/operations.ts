import type { Core } from "./oneCore.ts";

/** Operations executed, by the backend whose kernel computed them. */
export type Operations = Readonly<Record<string, number>>;

/**
 * Counts every kernel of every registered backend that runs to its end, whoever asked for it: what tfjs says of itself
 * does not tell a fallback, for after a failed `setBackend` it still names the backend that failed.
 */
export function countOperations(tf: Core): Operations {
  const counts: Record<string, number> = {};
  for (const backendName of tf.engine().backendNames()) {
    counts[backendName] = 0;
    for (const kernel of tf.getKernelsForBackend(backendName)) {
      tf.unregisterKernel(kernel.kernelName, backendName);
      tf.registerKernel({
        ...kernel,
        kernelFunc: (parameters) => {
          const result = kernel.kernelFunc(parameters);
          counts[backendName] = (counts[backendName] as number) + 1;
          return result;
        },
      });
    }
  }
  return counts;
}
