import { totalmem } from "node:os";
import { Failure, UsageError } from "../errors.ts";
import { outputBytes } from "./shapes/kernels.ts";
import { tf } from "./tf.ts";

/**
 * The bytes that tensors may take together: `PROXYLAB_MEMORY` ("6GB", "800MB"), else four fifths of what the machine or
 * its container has. Beyond it an operation throws a `Failure` instead of running until the system ends the process.
 */
export function memoryCeiling(): number {
  chosen ??=
    bytesOf(process.env.PROXYLAB_MEMORY) ??
    0.8 * Math.min(totalmem(), process.constrainedMemory() || Infinity);
  return chosen;
}

let chosen: number | undefined;

/** Sets the ceiling, in bytes. */
export function setMemoryCeiling(bytes: number): void {
  if (!(bytes > 0)) throw new UsageError(`memory ${bytes}: expected a number of bytes above 0`);
  chosen = bytes;
}

const units: Record<string, number> = { KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

function bytesOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([KMGT]B)$/i.exec(text.trim()) ?? [];
  if (amount === undefined)
    throw new UsageError(`PROXYLAB_MEMORY "${text}": expected a size such as 6GB or 800MB`);
  return Number(amount) * (units[(unit as string).toUpperCase()] as number);
}

const guarded = new Set<string>();

/**
 * Makes every kernel of an engine, which has at most `most` bytes itself, ask for its memory before it takes it. Calling
 * it again changes nothing.
 */
export function guardMemory(backendName: string, most = Number.POSITIVE_INFINITY): void {
  if (guarded.has(backendName)) return;
  guarded.add(backendName);
  for (const kernel of tf.getKernelsForBackend(backendName)) {
    tf.unregisterKernel(kernel.kernelName, backendName);
    tf.registerKernel({
      ...kernel,
      kernelFunc: (given) => {
        const { kernelName } = kernel;
        take(
          kernelName,
          outputBytes(kernelName, given.inputs, given.attrs) ?? inputBytes(given.inputs),
          most,
        );
        return kernel.kernelFunc(given);
      },
    });
  }
  const backend = tf.backend() as tf.KernelBackend & { write: tf.KernelBackend["write"] };
  const write = backend.write.bind(backend);
  backend.write = (values, shape, dtype) => {
    take("a tensor", tf.util.sizeFromShape(shape) * bytesPer(dtype), most);
    return write(values, shape, dtype);
  };
}

/** What a kernel of unknown shape is taken to give: as much as it was given. */
const inputBytes = (inputs: tf.NamedTensorInfoMap): number =>
  Object.values(inputs)
    .flat()
    .reduce((sum, x) => sum + (x?.shape ? tf.util.sizeFromShape(x.shape) * bytesPer(x.dtype) : 0), 0);

function take(what: string, bytes: number, most: number): void {
  const held = tf.engine().state.numBytes;
  const ceiling = Math.min(memoryCeiling(), most);
  if (!(held + bytes > ceiling)) return;
  const way =
    ceiling === most
      ? "it is the most that this engine can hold: use a smaller batch, release tensors (tf.tidy), or the native engine"
      : "use a smaller batch, release tensors (tf.tidy), or raise PROXYLAB_MEMORY";
  throw new Failure(
    `out of memory: ${what} would take ${size(bytes)} beside the ${size(held)} that tensors hold, more than the ceiling of ${size(ceiling)}; ${way}`,
  );
}

const bytesPer = (dtype: tf.DataType): number => (dtype === "string" ? 0 : tf.util.bytesPerElement(dtype));

function size(bytes: number): string {
  const unit = bytes >= 1e9 ? "GB" : "MB";
  return `${(bytes / (units[unit] as number)).toFixed(1)} ${unit}`;
}
