import { closeSync } from "node:fs";
import { Failure } from "../errors.ts";
import { writeAtomically } from "../files/atomic.ts";
import { fromBfloat16, toBfloat16 } from "../nn/bfloat16.ts";
import { fromFloat16 } from "./half.ts";
import { fill, openFile, type TensorFile } from "./tensorFile.ts";

const bytesOf = { F64: 8, F32: 4, BF16: 2, F16: 2, I64: 8, I32: 4, I16: 2, I8: 1, U8: 1, BOOL: 1 };

/** The number types of the format that a file may hold. */
export type Dtype = keyof typeof bytesOf;

/** A tensor as a file describes it. */
export interface Entry {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/** An open safetensors file. It reads tensors of `F32`, `BF16`, `F16` and `I32`. */
export interface SafetensorsFile extends TensorFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly entries: ReadonlyMap<string, Entry>;
}

const longestHeader = 100_000_000; // the format's own limit

/**
 * Opens a safetensors file. The header is checked whole before anything is allocated for it: sizes, types,
 * shapes, and that the tensors lie one behind the other within the file.
 */
export function openSafetensors(path: string): SafetensorsFile {
  const { file, size } = openFile(path);
  try {
    const { metadata, entries, start } = readHeader(path, file, size);
    const readAs =
      <T>(convert: (bytes: Buffer, dtype: Dtype, what: string) => T) =>
      (name: string): T => {
        const entry = entries.get(name);
        if (!entry) throw new Failure(`${path}: no tensor named ${name}`);
        const bytes = Buffer.alloc(entry.end - entry.begin);
        fill(file, bytes, start + entry.begin, path);
        return convert(bytes, entry.dtype, `${path}: tensor ${name}`);
      };
    return {
      path,
      metadata,
      entries,
      read: readAs(toFloat32),
      readBits: readAs(toBits),
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function readHeader(path: string, file: number, size: number) {
  const bad = (what: string) => new Failure(`${path} is not a whole safetensors file: ${what}`);
  if (size < 8) throw bad(`it has ${size} bytes, fewer than the 8 of its header's length`);
  const length = Buffer.alloc(8);
  fill(file, length, 0, path);
  const headerBytes = Number(length.readBigUInt64LE());
  if (headerBytes < 2 || headerBytes > longestHeader || headerBytes > size - 8) {
    throw bad(`its header claims ${headerBytes} bytes of ${size}`);
  }
  const header = Buffer.alloc(headerBytes);
  fill(file, header, 8, path);
  const json = parse(header.toString("utf8"), bad);
  const { __metadata__: metadata = {}, ...tensors } = json;
  if (!isFields(metadata) || Object.values(metadata).some((value) => typeof value !== "string")) {
    throw bad("its metadata holds something that is not text");
  }
  const entries = new Map<string, Entry>();
  for (const [name, value] of Object.entries(tensors)) entries.set(name, entryOf(name, value, bad));
  const data = size - 8 - headerBytes;
  let at = 0;
  for (const [name, { begin, end }] of [...entries].sort(
    ([, a], [, b]) => a.begin - b.begin || a.end - b.end,
  )) {
    if (begin !== at) throw bad(`tensor ${name} begins at byte ${begin}, expected ${at}`);
    at = end;
  }
  if (at !== data) throw bad(`its tensors take ${at} bytes, and ${data} are there`);
  return { metadata: metadata as Record<string, string>, entries, start: 8 + headerBytes };
}

function parse(text: string, bad: (what: string) => Failure): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text);
    if (isFields(json)) return json;
  } catch {
    // said below
  }
  throw bad("its header is not a JSON object");
}

function entryOf(name: string, value: unknown, bad: (what: string) => Failure): Entry {
  if (!isFields(value)) throw bad(`tensor ${name} is not described by an object`);
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== "string" || !Object.hasOwn(bytesOf, dtype)) {
    throw bad(`tensor ${name} is of type ${String(dtype)}; expected ${Object.keys(bytesOf).join(", ")}`);
  }
  if (!isSizes(shape)) throw bad(`tensor ${name} has the shape ${JSON.stringify(shape)}`);
  if (!isSizes(offsets) || offsets.length !== 2)
    throw bad(`tensor ${name} has the offsets ${JSON.stringify(offsets)}`);
  const [begin, end] = offsets as [number, number];
  const bytes = shape.reduce((product, length) => product * length, bytesOf[dtype as Dtype]);
  if (end - begin !== bytes)
    throw bad(`tensor ${name} of shape [${shape}] needs ${bytes} bytes, its offsets give ${end - begin}`);
  return { dtype: dtype as Dtype, shape, begin, end };
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isSizes = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((length) => Number.isSafeInteger(length) && length >= 0);

function toFloat32(bytes: Buffer, dtype: Dtype, what: string): Float32Array {
  if (dtype === "I32")
    return Float32Array.from(new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4));
  if (!["F32", "F16", "BF16"].includes(dtype))
    throw new Failure(`${what} is of type ${dtype}; expected F32, BF16, F16 or I32`);
  if (dtype === "F32") return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const bits = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  if (dtype === "F16") return fromFloat16(bits);
  return fromBfloat16(bits);
}

/** The same as 16 bits each, rounded where they are not stored so. */
function toBits(bytes: Buffer, dtype: Dtype, what: string): Uint16Array {
  if (dtype === "BF16") return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  return toBfloat16(toFloat32(bytes, dtype, what));
}

/**
 * Writes tensors, atomically: numbers as `dtype` says, and what is given as the bits of bfloat16 as it is. Metadata says `format: pt`, without which
 * transformers does not load a file.
 */
export function writeSafetensors(
  path: string,
  tensors: Iterable<readonly [name: string, shape: readonly number[], values: Float32Array | Uint16Array]>,
  { dtype = "F32", metadata = {} }: { dtype?: "F32" | "BF16"; metadata?: Record<string, string> } = {},
): void {
  const header: Record<string, unknown> = { __metadata__: { format: "pt", ...metadata } };
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const [name, shape, values] of tensors) {
    if (shape.reduce((product, length) => product * length, 1) !== values.length) {
      throw new Failure(
        `cannot write ${path}: tensor ${name} of shape [${shape}] has ${values.length} values`,
      );
    }
    const bits = values instanceof Uint16Array;
    const data = bits || dtype === "F32" ? values : toBfloat16(values);
    parts.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    header[name] = { dtype: bits ? "BF16" : dtype, shape, data_offsets: [at, at + data.byteLength] };
    at += data.byteLength;
  }
  const text = JSON.stringify(header);
  const padded = Buffer.from(text.padEnd(Math.ceil(text.length / 8) * 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  writeAtomically(path, [length, padded, ...parts]);
}
