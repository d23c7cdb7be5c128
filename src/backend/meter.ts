import { tf } from "./tf.ts";

/** Where a computation happens: which layer, which operation of it, on tokens of which kind. */
export interface Scope {
  readonly layer?: string;
  readonly operation?: string;
  readonly kind?: string;
  /** The share of the multiply-adds that concern visible (query, key) pairs; 1 outside attention. */
  readonly visible?: number;
}

/** Multiply-adds under one scope. One multiply-add is two FLOPs. */
export interface Tally {
  readonly layer: string;
  readonly operation: string;
  readonly kind: string;
  /** Every multiply-add of the matmuls, masked or not. */
  readonly multiplyAdds: number;
  /** Only those that concern what may be seen. */
  readonly visibleMultiplyAdds: number;
}

type Meter = Map<string, { -readonly [K in keyof Tally]: Tally[K] }>;

let scope: Scope = {};
let meters: readonly Meter[] = [];

/** Runs `f` under a scope; inner scopes add to outer ones. What runs is counted wherever a meter is on. */
export function within<T>(inner: Scope, f: () => T): T {
  const outer = scope;
  scope = { ...outer, ...inner };
  try {
    return f();
  } finally {
    scope = outer;
  }
}

/**
 * Runs `f` and tallies the matmuls that the current engine executes meanwhile, by scope. The engine must have
 * been instrumented (`instrument`), which every engine of this project is when it starts.
 */
export function metered<T>(f: () => T): { result: T; tallies: Tally[] } {
  const meter: Meter = new Map();
  const outer = meters;
  meters = [...outer, meter];
  try {
    return { result: f(), tallies: [...meter.values()] };
  } finally {
    meters = outer;
  }
}

/** Whether a meter is on. */
export const metering = (): boolean => meters.length > 0;

/** Adds multiply-adds to every meter that is on, under the current scope. Fused operations call it themselves. */
export function record(multiplyAdds: number): void {
  const { layer = "", operation = "", kind = "", visible = 1 } = scope;
  for (const meter of meters) {
    const key = `${layer}/${operation}/${kind}`;
    const entry = meter.get(key) ?? { layer, operation, kind, multiplyAdds: 0, visibleMultiplyAdds: 0 };
    entry.multiplyAdds += multiplyAdds;
    entry.visibleMultiplyAdds += multiplyAdds * visible;
    meter.set(key, entry);
  }
}

const matmuls = ["BatchMatMul", "_FusedMatMul"];
const instrumented = new Set<string>();

/** Makes a registered engine report its matmuls to the meters. Calling it again changes nothing. */
export function instrument(backend: string): void {
  if (instrumented.has(backend)) return;
  instrumented.add(backend);
  for (const kernelName of matmuls) {
    const kernel = tf.getKernel(kernelName, backend);
    if (!kernel) continue;
    tf.unregisterKernel(kernelName, backend);
    tf.registerKernel({
      ...kernel,
      kernelFunc: (parameters) => {
        if (metering()) record(multiplyAddsOf(parameters));
        return kernel.kernelFunc(parameters);
      },
    });
  }
}

function multiplyAddsOf({ inputs, attrs }: Parameters<tf.KernelFunc>[0]): number {
  const { a, b } = inputs as { a: tf.TensorInfo; b: tf.TensorInfo };
  const { transposeA, transposeB } = attrs as { transposeA?: boolean; transposeB?: boolean };
  const rank = a.shape.length;
  const rows = a.shape[transposeA ? rank - 1 : rank - 2] as number;
  const inner = a.shape[transposeA ? rank - 2 : rank - 1] as number;
  const columns = b.shape[transposeB ? b.shape.length - 2 : b.shape.length - 1] as number;
  const batch = tf.broadcast_util
    .assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2))
    .reduce((product, size) => product * size, 1);
  return batch * rows * inner * columns;
}
