import { tf } from "./tf.ts";

export type Attributes = Readonly<Record<string, number | boolean | readonly number[]>>;
export type Inputs = Readonly<Record<string, tf.Tensor>>;

/** One call of a fused kernel. */
export interface KernelCall {
  readonly inputs: Inputs;
  readonly attrs?: Attributes;
}

/** A kernel's way of computing. It gives the results first, then what only the gradient needs. */
export type FusedKernel = (inputs: Inputs, attrs: Attributes) => tf.TensorInfo[];

/** An operation that engines may know a faster way for. */
export interface Definition<A extends unknown[], R> {
  /** What it is, in plain tfjs operations: the fallback, and the reference of its tests. */
  readonly plain: (...args: A) => R;
  /** The same call for a kernel; undefined where no kernel can serve it. */
  readonly call: (...args: A) => KernelCall | undefined;
  /** From the kernel's first outputs to the result. */
  readonly result: (outputs: tf.Tensor[], ...args: A) => R;
  /** How many outputs of the kernel are results; the others are kept for the gradient. One, unless said. */
  readonly results?: (...args: A) => number;
  /** The gradient of each input by name; those of inputs that nobody differentiates are not asked for. */
  readonly gradient?: (
    dy: readonly tf.Tensor[],
    inputs: Inputs,
    outputs: readonly tf.Tensor[],
    attrs: Attributes,
  ) => Record<string, () => tf.Tensor>;
}

export interface Operation<A extends unknown[], R> extends Definition<A, R> {
  (...args: A): R;
  /** The name of its kernel on every engine that has one. */
  readonly kernel: string;
}

const defined = new Map<string, Operation<never[], unknown>>();
const served = new Map<string, (call: Required<KernelCall>) => boolean>();
let plainOnly = false;

/**
 * Defines an operation: calling it runs the fused kernel of that name where the engine in use has one that accepts the
 * call, and the plain definition everywhere else. The caller never knows which.
 */
export function operation<A extends unknown[], R>(
  kernel: string,
  definition: Definition<A, R>,
): Operation<A, R> {
  const { plain, call, result, results = () => 1 } = definition;
  const run = (...args: A): R => {
    const given = fusedCall(kernel, () => call(...args));
    if (!given) return plain(...args);
    return result(runFused(kernel, given, results(...args), definition.gradient), ...args);
  };
  const made = Object.assign(run, definition, { kernel });
  defined.set(kernel, made as never);
  return made;
}

/** Every operation by the name of its kernel. */
export const operations = (): ReadonlyMap<string, Operation<never[], unknown>> => defined;

/** Runs `f` with plain definitions only: where every activation is to be seen, and in tests. */
export function plainly<T>(f: () => T): T {
  const outer = plainOnly;
  plainOnly = true;
  try {
    return f();
  } finally {
    plainOnly = outer;
  }
}

/** Gives an engine its way of an operation. `accepts` says which calls it serves; the others run plain. */
export function registerFused(
  backendName: string,
  kernelName: string,
  kernel: FusedKernel,
  accepts: (call: Required<KernelCall>) => boolean = () => true,
): void {
  if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName);
  const kernelFunc: tf.KernelFunc = ({ inputs, attrs }) => kernel(inputs as Inputs, attrs as never);
  tf.registerKernel({ kernelName, backendName, kernelFunc });
  served.set(`${backendName} ${kernelName}`, accepts);
}

/** Whether the engine in use has a kernel of this name. */
export const hasFused = (kernel: string): boolean => !plainOnly && served.has(`${tf.getBackend()} ${kernel}`);

/** Runs a kernel by name: how gradients and optimizers call the kernels that are not operations themselves. */
export function runKernel(name: string, inputs: Inputs, attrs: Attributes = {}): tf.Tensor[] {
  const outputs: unknown = tf.engine().runKernel(name, inputs as never, attrs as never);
  return (Array.isArray(outputs) ? outputs : [outputs]) as tf.Tensor[];
}

function fusedCall(kernel: string, make: () => KernelCall | undefined): Required<KernelCall> | undefined {
  if (plainOnly) return undefined;
  const accepts = served.get(`${tf.getBackend()} ${kernel}`);
  const call = accepts && make();
  if (!call) return undefined;
  // What only a gradient needs is not made where none is taken.
  const complete = { inputs: call.inputs, attrs: { ...call.attrs, keep: tf.engine().isTapeOn() } };
  return accepts(complete) ? complete : undefined;
}

function runFused(
  kernel: string,
  { inputs, attrs }: Required<KernelCall>,
  results: number,
  gradient: Definition<never[], unknown>["gradient"],
): tf.Tensor[] {
  const names = Object.keys(inputs);
  const forwardFunc = (_: unknown, save: (tensors: tf.Tensor[]) => void) => {
    const outputs = runKernel(kernel, inputs, attrs);
    save([...Object.values(inputs), ...outputs]);
    return outputs.slice(0, results);
  };
  const backwardsFunc = (dy: tf.Tensor | tf.Tensor[], saved: tf.Tensor[]) => {
    if (!gradient) throw new Error(`operation ${kernel} has no gradient`);
    const kept = Object.fromEntries(names.map((name, i) => [name, saved[i] as tf.Tensor]));
    return gradient(Array.isArray(dy) ? dy : [dy], kept, saved.slice(names.length), attrs);
  };
  const outputs: unknown = (
    tf.engine() as unknown as { runKernelFunc(given: object): unknown }
  ).runKernelFunc({
    forwardFunc,
    backwardsFunc,
    inputs,
    attrs,
  });
  return (Array.isArray(outputs) ? outputs : [outputs]) as tf.Tensor[];
}
