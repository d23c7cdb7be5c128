/** Where a buffer belongs in a state: names of fields and places of lists, from the outside in. */
export type BufferPath = readonly (string | number)[];

/** State without its bytes, and the bytes. */
export interface Split {
  readonly state: Record<string, unknown>;
  readonly paths: BufferPath[];
  readonly buffers: Uint8Array[];
}

/**
 * Takes the bytes out of a state, as the widgets' protocol wants it: a field that held some is left out, a place of a
 * list becomes null.
 */
export function splitBuffers(state: Record<string, unknown>): Split {
  const paths: BufferPath[] = [];
  const buffers: Uint8Array[] = [];
  const visit = (value: unknown, path: BufferPath): unknown => {
    const bytes = bytesOf(value);
    if (bytes) {
      paths.push(path);
      buffers.push(bytes);
      return undefined;
    }
    if (Array.isArray(value)) return value.map((item, i) => visit(item, [...path, i]) ?? null);
    if (!isPlain(value)) return value;
    const fields = Object.entries(value).flatMap(([name, field]): [string, unknown][] => {
      const left = visit(field, [...path, name]);
      return left === undefined ? [] : [[name, left]];
    });
    return Object.fromEntries(fields);
  };
  return { state: visit(state, []) as Record<string, unknown>, paths, buffers };
}

/** Puts bytes back where they belong; paths that lead nowhere are left alone. */
export function joinBuffers(
  state: Record<string, unknown>,
  paths: readonly BufferPath[],
  buffers: readonly Uint8Array[],
): Record<string, unknown> {
  const whole = structuredClone(state);
  paths.forEach((path, i) => {
    let place: unknown = whole;
    for (const name of path.slice(0, -1)) place = Object(place)[name];
    const last = path.at(-1);
    if (typeof place !== "object" || place === null || last === undefined || last === "__proto__") return;
    (place as Record<string | number, unknown>)[last] = buffers[i];
  });
  return whole;
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
