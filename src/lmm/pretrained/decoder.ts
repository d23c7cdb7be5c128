import { Failure, UsageError } from "../../errors.ts";
import { BytePairTokenizer } from "../bytePairTokenizer.ts";
import { ChatTemplate } from "../chatTemplate.ts";
import type { DecoderConfig } from "../config.ts";
import { openGguf } from "../gguf/file.ts";
import { llamaConfig, llamaTensors } from "../gguf/llama.ts";
import type { TensorFile } from "../tensorFile.ts";
import { isPretrained, pretrained } from "./catalogue.ts";
import { fetchedFile, sha256Of } from "./place.ts";

/** A decoder that others trained, named in a model's config and not stored with it. */
export interface DecoderName {
  /** A name that `proxylab fetch` knows, or the path of a GGUF file. */
  readonly decoder: string;
  /** Of its file. */
  readonly sha256: string;
}

/** What speaks a decoder's language. */
export interface Language {
  readonly tokenizer: BytePairTokenizer;
  readonly template: ChatTemplate;
}

/** A pretrained decoder, opened: its tensors are read when they are asked for. */
export interface OpenDecoder extends Language {
  readonly name: DecoderName;
  readonly config: DecoderConfig;
  /** Under the names of Hugging Face's checkpoints. */
  readonly tensors: TensorFile;
}

/** By the hash of the decoder's file: the same whatever model has it. */
const languages = new Map<string, Language>();

/**
 * Opens a pretrained decoder. Throws a `Failure` that says how to fetch one that is not there, and one that names the file
 * if it is of another family or, where a hash is expected, another file.
 */
export async function openDecoder(decoder: string, expected?: string): Promise<OpenDecoder> {
  const known = isPretrained(decoder) ? pretrained(decoder) : undefined;
  const path = known ? await fetchedFile(known) : decoder;
  const file = await openGguf(path);
  try {
    const sha256 = known?.sha256 ?? (await sha256Of(path));
    if (expected !== undefined && sha256 !== expected)
      throw new Failure(
        `${path} is another decoder than the model was made for: its SHA-256 is ${sha256}, expected ${expected}`,
      );
    const config = llamaConfig(file);
    const language = languages.get(sha256) ?? {
      tokenizer: BytePairTokenizer.of(path, file.metadata),
      template: new ChatTemplate(path, file.metadata.text("tokenizer.chat_template")),
    };
    languages.set(sha256, language);
    return { name: { decoder, sha256 }, config, tensors: llamaTensors(file, config), ...language };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** The language of a decoder that was opened in this process. */
export function languageOf({ decoder, sha256 }: DecoderName): Language {
  const language = languages.get(sha256);
  if (language) return language;
  throw new UsageError(
    `the decoder ${decoder} has not been opened; load a model that has it first: await load("${decoder}")`,
  );
}
