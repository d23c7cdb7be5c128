import { closeSync, existsSync } from "node:fs";
import { resolve } from "node:path";
import { GGMLQuantizationType, gguf } from "@huggingface/gguf";
import { Failure } from "../../errors.ts";
import { toBfloat16 } from "../../nn/bfloat16.ts";
import { fill, openFile, type TensorFile } from "../tensorFile.ts";
import { type BlockType, blockTypes } from "./blocks.ts";
import { Metadata } from "./metadata.ts";

/** A tensor as the file describes it, its shape in the order of checkpoints: rows first. */
export interface GgufEntry {
  readonly shape: readonly number[];
  readonly type: BlockType;
  readonly begin: number;
  readonly end: number;
}

/** An open GGUF file: tensors under ggml's own names, and what the file says of itself. */
export interface GgufFile extends TensorFile {
  readonly entries: ReadonlyMap<string, GgufEntry>;
  readonly metadata: Metadata;
}

/**
 * Opens a GGUF file. Before anything is allocated for a tensor the whole header is checked: types, shapes, and that
 * every tensor lies within the file and on no other.
 *
 * @throws Failure that names the file, and the tensor that does not fit or whose block type is not read.
 */
export async function openGguf(path: string): Promise<GgufFile> {
  const whole = resolve(path); // never an address: the reader of headers would fetch it
  if (!existsSync(whole)) throw new Failure(`cannot read ${path}: no such file`);
  const { file, size } = openFile(whole);
  try {
    const bad = (what: string) => new Failure(`${path} is not a whole GGUF file: ${what}`);
    const header = await gguf(whole, { allowLocalFile: true }).catch((error: Error) => {
      throw bad(error.message.replace(/^not a valid gguf file: /, ""));
    });
    if (!header.littleEndian) throw bad("it is for a big-endian machine");
    const entries = entriesOf(path, header, size, bad);
    const read = (name: string): Float32Array => {
      const entry = entries.get(name);
      if (!entry) throw new Failure(`${path}: no tensor named ${name}`);
      const bytes = Buffer.alloc(entry.end - entry.begin);
      fill(file, bytes, entry.begin, path);
      return entry.type.read(bytes);
    };
    return {
      path,
      entries,
      metadata: new Metadata(path, header.metadata),
      read,
      readBits: (name) => toBfloat16(read(name)),
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

type Header = Awaited<ReturnType<typeof gguf>>;

function entriesOf(path: string, header: Header, size: number, bad: (what: string) => Failure) {
  const start = Number(header.tensorDataOffset);
  const entries = new Map<string, GgufEntry>();
  for (const { name, shape, dtype, offset } of header.tensorInfos) {
    if (entries.has(name)) throw bad(`it has two tensors named ${name}`);
    const type = blockTypes[dtype];
    if (!type) {
      const known = Object.values(blockTypes).map((one) => one.name);
      throw new Failure(
        `${path}: tensor ${name} has blocks of type ${GGMLQuantizationType[dtype] ?? dtype}; only ${known.join(", ")} are read`,
      );
    }
    const sizes = shape.map(Number).reverse();
    const row = sizes.at(-1) ?? 0;
    const numbers = sizes.reduce((product, length) => product * length, 1);
    if (numbers < 1 || !Number.isSafeInteger(numbers) || row % type.numbers !== 0)
      throw bad(`tensor ${name} has the shape [${sizes}], which ${type.name} cannot store`);
    const begin = start + Number(offset);
    const end = begin + (numbers / type.numbers) * type.bytes;
    if (!(end <= size)) throw bad(`tensor ${name} ends at byte ${end}, and the file at ${size}`);
    entries.set(name, { shape: sizes, type, begin, end });
  }
  let last = start;
  for (const [name, { begin, end }] of [...entries].sort(([, a], [, b]) => a.begin - b.begin)) {
    if (begin < last) throw bad(`tensor ${name} begins at byte ${begin}, within the one before it`);
    last = end;
  }
  return entries;
}
