import { fromBfloat16 } from "../../nn/bfloat16.ts";
import { fromFloat16, halves } from "../half.ts";

/** A way in which GGUF stores numbers: how many a block holds, in how many bytes, and what they stand for. */
export interface BlockType {
  readonly name: string;
  readonly numbers: number;
  readonly bytes: number;
  /** The numbers of whole blocks, as the `gguf` package gives them, bit for bit. */
  read(bytes: Buffer): Float32Array;
}

/** The block types that are read, by ggml's number for each. */
export const blockTypes: Readonly<Record<number, BlockType>> = {
  0: {
    name: "F32",
    numbers: 1,
    bytes: 4,
    read: (bytes) => new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4),
  },
  1: { name: "F16", numbers: 1, bytes: 2, read: (bytes) => fromFloat16(halfWords(bytes)) },
  3: { name: "Q4_1", numbers: 32, bytes: 20, read: q4_1 },
  8: { name: "Q8_0", numbers: 32, bytes: 34, read: q8_0 },
  30: {
    name: "BF16",
    numbers: 1,
    bytes: 2,
    read: (bytes) => fromBfloat16(halfWords(bytes)),
  },
};

const halfWords = (bytes: Buffer): Uint16Array =>
  new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);

/** 32 numbers of 4 bits: a scale and a least value in float16, then 16 bytes whose low halves are the first 16 numbers. */
function q4_1(bytes: Buffer): Float32Array {
  const table = halves();
  const numbers = new Float32Array((bytes.length / 20) * 32);
  for (let from = 0, to = 0; from < bytes.length; from += 20, to += 32) {
    const scale = table[bytes.readUInt16LE(from)] as number;
    const least = table[bytes.readUInt16LE(from + 2)] as number;
    for (let i = 0; i < 16; i++) {
      const pair = bytes[from + 4 + i] as number;
      numbers[to + i] = scale * (pair & 15) + least;
      numbers[to + 16 + i] = scale * (pair >> 4) + least;
    }
  }
  return numbers;
}

/** 32 numbers of 8 bits: a scale in float16, then signed bytes. */
function q8_0(bytes: Buffer): Float32Array {
  const table = halves();
  const numbers = new Float32Array((bytes.length / 34) * 32);
  for (let from = 0, to = 0; from < bytes.length; from += 34, to += 32) {
    const scale = table[bytes.readUInt16LE(from)] as number;
    for (let i = 0; i < 32; i++) numbers[to + i] = scale * bytes.readInt8(from + 2 + i);
  }
  return numbers;
}
