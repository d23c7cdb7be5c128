import { tf } from "../backend/tf.ts";
import { Failure } from "../errors.ts";
import { packedTensor } from "../nn/bfloat16.ts";
import type { Source } from "../nn/module.ts";
import { isPackable, type WeightFormat } from "./packing.ts";
import { markPretrained } from "./pretrained/marks.ts";
import type { TensorFile } from "./tensorFile.ts";

/** How tensors are taken from files. */
export interface FileSourceOptions {
  /** What an error calls the files together. */
  readonly name: string;
  readonly weights: WeightFormat;
  /** Every tensor that was read, to be released when the rest fails. */
  readonly read: tf.Tensor[];
  /** The files of a pretrained decoder, which come last. Its tensors are marked. */
  readonly pretrained?: TensorFile | undefined;
  /** Another name under which a tensor may stand. */
  alias?(path: string): string;
}

/** Tensors by name from files, the first that has one. Throws a `Failure` that names file and tensor for what does not fit. */
export function fileSource(files: readonly TensorFile[], options: FileSourceOptions): Source {
  const { name: whole, weights, read, pretrained, alias = (path) => path } = options;
  return (path, shape) => {
    const names = [path, alias(path)];
    for (const file of pretrained ? [...files, pretrained] : files) {
      const name = names.find((one) => file.entries.has(one));
      if (name === undefined) continue;
      const found = file.entries.get(name)?.shape ?? [];
      if (!tf.util.arraysEqual([...found], shape))
        throw new Failure(`${file.path}: ${name} has shape [${found}]; its config.json asks for [${shape}]`);
      const halved = weights === "bfloat16" && isPackable(path, shape);
      const tensor = halved ? packedTensor(file.readBits(name), shape) : tf.tensor(file.read(name), shape);
      read.push(tensor);
      if (file === pretrained) markPretrained(tensor);
      return tensor;
    }
    throw new Failure(`${whole} lacks the tensor ${path}`);
  };
}
