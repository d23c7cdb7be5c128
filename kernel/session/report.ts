import type { CellReport } from "./events.ts";
import { loadedLibrary } from "./prelude.ts";
import type { Scope } from "./scope.ts";

/** Objects that are looked into when tensors are searched for. */
const mostObjects = 200_000;

/** Begins to measure a cell; the function that is returned ends it. */
export function measure(scope: Scope): (value: unknown) => CellReport {
  const began = performance.now();
  const before = memory();
  return (value) => {
    const ms = performance.now() - began;
    const after = memory();
    const tensors = after.tensors - before.tensors;
    const bytes = after.bytes - before.bytes;
    const left = tensors > 0 ? after.tensors - heldTensors([...scope.values(), value]) - before.unheld : 0;
    if (tensors <= 0) return { ms, tensors, bytes };
    unheldSoFar = Math.max(0, before.unheld + Math.max(0, left));
    if (left <= 0) return { ms, tensors, bytes };
    return { ms, tensors, bytes, warning: warningOf(Math.min(left, tensors), bytes) };
  };
}

/** Tensors that earlier cells left; each is told of once. */
let unheldSoFar = 0;

function memory(): { tensors: number; bytes: number; unheld: number } {
  const tf = loadedLibrary()?.tf;
  if (!tf?.getBackend()) return { tensors: 0, bytes: 0, unheld: 0 };
  const { numTensors, numBytes } = tf.memory();
  return { tensors: numTensors, bytes: numBytes, unheld: Math.min(unheldSoFar, numTensors) };
}

const warningOf = (tensors: number, bytes: number): string =>
  `this cell left ${tensors} ${tensors === 1 ? "tensor that no variable holds" : "tensors that no variable holds"} (${bytesInWords(bytes)} in all since it began); wrap the work in tf.tidy(() => ...), or in await tidy(async () => ...)`;

/** Bytes as a reader takes them in. */
export function bytesInWords(bytes: number): string {
  if (bytes < 10_000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** How many different tensors can be reached from some values. */
function heldTensors(values: unknown[]): number {
  const tf = loadedLibrary()?.tf;
  if (!tf) return 0;
  const seen = new Set<unknown>();
  const tensors = new Set<unknown>();
  const open = values;
  while (open.length > 0 && seen.size < mostObjects) {
    const value = open.pop();
    if (value === null || typeof value !== "object" || seen.has(value) || ArrayBuffer.isView(value)) continue;
    seen.add(value);
    if (value instanceof tf.Tensor) {
      if (!value.isDisposed) tensors.add(value);
      continue;
    }
    if (value instanceof Map) open.push(...value.keys(), ...value.values());
    else if (value instanceof Set) open.push(...value);
    for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(value)))
      open.push(descriptor.value);
  }
  return tensors.size;
}
