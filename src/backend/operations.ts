import { metering, record, within } from "./meter.ts";
import { tf } from "./tf.ts";

export type Attributes = Readonly<Record<string, number | boolean | readonly number[]>>;
export type Inputs = Readonly<Record<string, tf.Tensor>>;

/** One call of a fused kernel. An input that is undefined is left out. */
export interface KernelCall {
  readonly inputs: Readonly<Record<string, tf.Tensor | undefined>>;
  readonly attrs?: Attributes;
}

/** The same with every input there and every attribute named, `keep` among them: whether a gradient will be taken. */
export interface CompleteCall {
  readonly inputs: Inputs;
  readonly attrs: Attributes;
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
  /**
   * The gradient of each input by name: a tensor where one kernel gives several at once, a function where each is
   * computed by itself, if it is asked for. `wanted` says which inputs somebody differentiates.
   */
  readonly gradient?: (
    dy: readonly tf.Tensor[],
    inputs: Inputs,
    outputs: readonly tf.Tensor[],
    attrs: Attributes,
    wanted: (name: string) => boolean,
  ) => Record<string, tf.Tensor | (() => tf.Tensor)>;
  /** What a fused run multiplied, for the meters; its gradient calls `record` itself. */
  readonly tally?: (...args: A) => readonly Work[];
}

/** Multiply-adds of a part of an operation, under a name of their own or under the scope of the caller. */
export interface Work {
  readonly multiplyAdds: number;
  readonly operation?: string;
  /** The share of them that concern visible pairs. */
  readonly visible?: number;
}

export interface Operation<A extends unknown[], R> extends Definition<A, R> {
  (...args: A): R;
  /** The name of its kernel on every engine that has one. */
  readonly kernel: string;
}

const defined = new Map<string, Operation<never[], unknown>>();
const served = new Map<string, (call: CompleteCall) => boolean>();
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
    if (metering()) executedPairs(); // what ran unmetered is forgotten
    const outputs = runFused(kernel, given, results(...args), definition.gradient);
    if (metering()) {
      for (const { multiplyAdds, ...scope } of definition.tally?.(...args) ?? [])
        within(scope, () => record(multiplyAdds));
    }
    return result(outputs, ...args);
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
  accepts: (call: CompleteCall) => boolean = () => true,
): void {
  if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName);
  const kernelFunc: tf.KernelFunc = ({ inputs, attrs }) => kernel(inputs as Inputs, attrs as never);
  tf.registerKernel({ kernelName, backendName, kernelFunc });
  served.set(`${backendName} ${kernelName}`, accepts);
}

/** Whether the engine in use has a kernel of this name. */
export const hasFused = (kernel: string): boolean => !plainOnly && served.has(`${tf.getBackend()} ${kernel}`);

/** Runs a kernel by name: how gradients and optimizers call the kernels that are not operations themselves. */
export function runKernel(name: string, inputs: KernelCall["inputs"], attrs: Attributes = {}): tf.Tensor[] {
  const outputs: unknown = tf.engine().runKernel(name, present(inputs) as never, attrs as never);
  return (Array.isArray(outputs) ? outputs : [outputs]) as tf.Tensor[];
}

/** Tensors by name, in order: what a kernel that gives several gradients at once gave. */
export const byName = (names: readonly string[], tensors: readonly tf.Tensor[]): Record<string, tf.Tensor> =>
  Object.fromEntries(names.map((name, i) => [name, tensors[i] as tf.Tensor]));

const present = (inputs: KernelCall["inputs"]): Inputs =>
  Object.fromEntries(Object.entries(inputs).filter((entry): entry is [string, tf.Tensor] => !!entry[1]));

function fusedCall(kernel: string, make: () => KernelCall | undefined): CompleteCall | undefined {
  if (plainOnly) return undefined;
  const accepts = served.get(`${tf.getBackend()} ${kernel}`);
  const call = accepts && make();
  if (!call) return undefined;
  // What only a gradient needs is not made where none is taken.
  const complete = { inputs: present(call.inputs), attrs: { ...call.attrs, keep: tf.engine().isTapeOn() } };
  return accepts(complete) ? complete : undefined;
}

function runFused(
  kernel: string,
  { inputs, attrs }: CompleteCall,
  results: number,
  gradient: Definition<never[], unknown>["gradient"],
): tf.Tensor[] {
  const wanted = tf.engine().isTapeOn() ? wantedOf(inputs) : () => false;
  return withGradient(
    inputs,
    (save) => {
      const outputs = runKernel(kernel, inputs, attrs);
      save(outputs);
      return outputs.slice(0, results);
    },
    (dy, kept, outputs) => {
      if (!gradient) throw new Error(`operation ${kernel} has no gradient`);
      if (metering()) executedPairs();
      const gradients = gradient(dy, kept, outputs, attrs, wanted);
      for (const [name, one] of Object.entries(gradients)) {
        if (one instanceof tf.Tensor && !wanted(name)) one.dispose();
      }
      return gradients;
    },
  );
}

/**
 * Runs something under one node of the tape, with a gradient of its own. `save` takes what only the gradient needs; the
 * inputs are kept anyway. What `backward` gives as a tensor belongs to the tidy of the backward pass.
 */
export function withGradient(
  inputs: Inputs,
  forward: (save: (tensors: tf.Tensor[]) => void) => tf.Tensor[],
  backward: (
    dy: readonly tf.Tensor[],
    inputs: Inputs,
    saved: readonly tf.Tensor[],
  ) => Record<string, tf.Tensor | (() => tf.Tensor)>,
): tf.Tensor[] {
  const names = Object.keys(inputs);
  const forwardFunc = (_: unknown, save: (tensors: tf.Tensor[]) => void) => {
    let kept: tf.Tensor[] = [];
    const results = forward((tensors) => {
      kept = tensors;
    });
    save([...Object.values(inputs), ...kept]);
    return results;
  };
  const backwardsFunc = (dy: tf.Tensor | tf.Tensor[], saved: tf.Tensor[]) => {
    const kept = Object.fromEntries(names.map((name, i) => [name, saved[i] as tf.Tensor]));
    const gradients = backward(Array.isArray(dy) ? dy : [dy], kept, saved.slice(names.length));
    return Object.fromEntries(
      Object.entries(gradients).map(([name, one]) => [name, one instanceof tf.Tensor ? () => one : one]),
    );
  };
  const run = tf.engine() as unknown as { runKernelFunc(given: object): unknown };
  const outputs = run.runKernelFunc({ forwardFunc, backwardsFunc, inputs });
  return (Array.isArray(outputs) ? outputs : [outputs]) as tf.Tensor[];
}

/** What is differentiated: tensors by their ids, and the first id since. */
let asked: { readonly ids: ReadonlySet<number>; readonly first: number } | undefined;

/**
 * Runs `f`, which differentiates with respect to these tensors and no others, so that fused operations need not compute
 * the gradients of frozen weights.
 */
export function differentiating<T>(tensors: Iterable<tf.Tensor>, f: () => T): T {
  const outer = asked;
  const ids = new Set(Array.from(tensors, ({ id }) => id));
  const first = tf.tidy(() => tf.scalar(0).id); // ids rise with every tensor that is made
  asked = { ids, first };
  try {
    return f();
  } finally {
    asked = outer;
  }
}

/** A tensor that was there before is differentiated only if it was named; one made since may depend on what was. */
function wantedOf(inputs: Inputs): (name: string) => boolean {
  if (!asked) return () => true;
  const { ids, first } = asked;
  const names = Object.entries(inputs).filter(([, { id }]) => id >= first || ids.has(id));
  const wanted = new Set(names.map(([name]) => name));
  return (name) => wanted.has(name);
}

const executed = new Map<string, () => number>();

/**
 * Lets an engine say how many pairs of a query and a key its attention has multiplied since it was asked last, summed
 * over the heads; one that does not say multiplies all of them.
 */
export function registerExecuted(backendName: string, pairs: () => number): void {
  executed.set(backendName, pairs);
}

/** The pairs that attention has multiplied since this was asked last; `all` where the engine does not say. */
export const executedPairs = (all = 0): number => executed.get(tf.getBackend())?.() ?? all;
