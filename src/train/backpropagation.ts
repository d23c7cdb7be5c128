import { tf } from "../backend/tf.ts";

/** An operation as tfjs recorded it on its way forward. */
interface TapeNode {
  readonly kernelName: string;
  readonly inputs: Readonly<Record<string, tf.Tensor>>;
  readonly outputs: readonly tf.Tensor[];
  /** What its gradient needs, kept alive for it. */
  readonly saved: readonly tf.Tensor[];
  /** The gradients of its inputs from those of its outputs, each computed when it is asked for. */
  readonly gradient?: (dys: readonly (tf.Tensor | undefined)[]) => Record<string, () => tf.Tensor>;
}

/** The part of tfjs-core 4.22's engine that records. */
interface Recorder {
  readonly state: { activeTape: TapeNode[] | null; readonly gradientDepth: number };
  startTape(): void;
  endTape(): void;
}

/**
 * The value of a scalar and its gradients, one for each tensor it is differentiated with respect to, undefined where it
 * does not depend on it. Unlike `tf.engine().gradients`, which holds every activation and every gradient until the
 * last one is computed, this gives each back as soon as nothing further back needs it.
 */
export function backpropagate(
  f: () => tf.Scalar,
  tensors: readonly tf.Tensor[],
): { value: tf.Scalar; gradients: (tf.Tensor | undefined)[] } {
  const recorder = tf.engine() as unknown as Recorder;
  if (recorder.state.gradientDepth > 0) return nested(f, tensors);
  const { value, tape } = recorded(recorder, f);
  try {
    const gradients = tf.tidy(() => {
      const found = walkBack(tape, tensors, value);
      return tensors.map(({ id }) => found.get(id));
    });
    return { value, gradients };
  } catch (error) {
    value.dispose();
    throw error;
  } finally {
    for (const { saved } of tape) tf.dispose(saved as tf.Tensor[]);
  }
}

/** Within another differentiation the tape belongs to the outer one, which needs all of it. */
function nested(f: () => tf.Scalar, tensors: readonly tf.Tensor[]): ReturnType<typeof backpropagate> {
  const { value, grads } = tf.engine().gradients(f, [...tensors], undefined, true);
  const gradients = (grads as (tf.Tensor | null | undefined)[]).map((gradient) => gradient ?? undefined);
  return { value: value as tf.Scalar, gradients };
}

function recorded(recorder: Recorder, f: () => tf.Scalar): { value: tf.Scalar; tape: TapeNode[] } {
  recorder.startTape();
  const tape = recorder.state.activeTape as TapeNode[];
  try {
    return { value: tf.tidy(f), tape };
  } catch (error) {
    for (const { saved } of tape) tf.dispose(saved as tf.Tensor[]);
    throw error;
  } finally {
    recorder.endTape();
    recorder.state.activeTape = null;
  }
}

/** The gradients of the tensors, by id. */
function walkBack(
  tape: readonly TapeNode[],
  tensors: readonly tf.Tensor[],
  value: tf.Scalar,
): Map<number, tf.Tensor> {
  const leaves = new Set(tensors.map(({ id }) => id));
  const depends = dependents(tape, leaves);
  const gradients = new Map<number, tf.Tensor>([[value.id, tf.onesLike(value)]]);
  for (const node of [...tape].reverse()) {
    const dys = node.outputs.map(({ id }) => gradients.get(id));
    const wanted = Object.keys(node.inputs).filter((name) =>
      depends.has((node.inputs[name] as tf.Tensor).id),
    );
    if (wanted.length > 0 && dys.some((dy) => dy)) {
      const dxs = tf.tidy(() => inputGradients(node, dys, wanted));
      dxs.forEach((dx, i) => {
        add(gradients, (node.inputs[wanted[i] as string] as tf.Tensor).id, dx);
      });
    }
    for (const { id } of node.outputs) {
      if (leaves.has(id)) continue;
      gradients.get(id)?.dispose();
      gradients.delete(id);
    }
    tf.dispose(node.saved as tf.Tensor[]);
  }
  return gradients;
}

/** The ids of the leaves and of all that is computed from them. */
function dependents(tape: readonly TapeNode[], leaves: ReadonlySet<number>): Set<number> {
  const ids = new Set(leaves);
  for (const { inputs, outputs } of tape) {
    if (Object.values(inputs).some(({ id }) => ids.has(id))) for (const { id } of outputs) ids.add(id);
  }
  return ids;
}

function inputGradients(
  { kernelName, inputs, saved, gradient }: TapeNode,
  dys: readonly (tf.Tensor | undefined)[],
  wanted: readonly string[],
): tf.Tensor[] {
  if (!gradient) throw new Error(`${kernelName} has no gradient`);
  const given = gradient(dys);
  const owned = new Set<tf.Tensor | undefined>([...dys, ...saved]);
  return wanted.map((name) => {
    const dx = given[name]?.();
    const { shape } = inputs[name] as tf.Tensor;
    if (dx?.dtype !== "float32" || !tf.util.arraysEqual(dx.shape, shape)) {
      const found = dx ? `${dx.dtype} [${dx.shape}]` : "none";
      throw new Error(`${kernelName}: the gradient of ${name} is ${found}, expected float32 [${shape}]`);
    }
    const own = owned.has(dx) ? dx.clone() : dx; // what is passed on as it is would have two owners
    owned.add(own);
    return own;
  });
}

function add(gradients: Map<number, tf.Tensor>, id: number, dx: tf.Tensor): void {
  const sum = gradients.get(id);
  gradients.set(id, sum ? tf.add(sum, dx) : dx);
  if (sum) tf.dispose([sum, dx]);
}
