import { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import type { Pixels } from "../nn/patchEmbedding.ts";
import type { Encoded } from "../routes/opening.ts";
import type { Places, Stream, Streams } from "../routes/stream.ts";
import type { LMMConfig } from "./config.ts";
import type { Inner } from "./model.ts";

/** A picture as its crops: the base view first, then tiles. */
export interface Picture {
  readonly crops: readonly Pixels[];
  /**
   * The text that stands in each crop, where it is known: the id of the piece under each patch, row by row. An encoder is
   * taught by it, and a text twin reads it in place of the pixels.
   */
  readonly pieces?: readonly Int32Array[];
}

/** What a model is asked: token ids and pictures in their order. */
export interface Sample {
  readonly parts: readonly (readonly number[] | Picture)[];
  /**
   * How many of the text tokens are the prompt; all, unless some of the answer is given too. Rankings by attention
   * use the last prompt token.
   */
  readonly promptLength?: number;
}

/** A batch laid out: where every token stands, before anything is computed. */
export interface Layout {
  readonly batch: number;
  readonly vision: Places;
  readonly newline: Places;
  readonly text: Places;
  /** Text ids, `[batch * text tokens]`. */
  readonly ids: Int32Array;
  /** For each crop's place in the batch, the crop that fills it, `[batch * crops]`. */
  readonly cropAt: Int32Array;
  /** The index of the last prompt token in each sample's text. */
  readonly promptEnd: Int32Array;
  /** The next free position of each sample. */
  readonly next: Int32Array;
}

/** The form in which crops reach the decoder. */
export interface CropForm {
  readonly tokens: number;
  readonly grid?: { readonly rows: number; readonly columns: number } | undefined;
}

const isPicture = (part: readonly number[] | Picture): part is Picture => "crops" in part;

/** All pictures of a batch, in order. */
export const picturesOf = (samples: readonly Sample[]): Picture[] =>
  samples.flatMap(({ parts }) => parts.filter(isPicture));

/**
 * Lays a batch out. Vision, newlines and text are streams of their own whose positions say in which order they
 * stand; shorter samples are padded with absent tokens.
 *
 * @throws UsageError if a sample has no text after its last picture.
 */
export function layOut(
  samples: readonly Sample[],
  form: CropForm,
  config: Pick<LMMConfig, "newlines">,
): Layout {
  const rows = samples.map((sample, i) => row(sample, form, config.newlines, i));
  let crop = 0;
  const cropAt = pad(
    rows.map(({ crops }) => Array.from({ length: crops }, () => crop++)),
    0,
  );
  const batch = samples.length;
  const stream = (kind: "vision" | "newline" | "text"): Places => {
    const all = rows.map((one) => one[kind]);
    const column = (field: keyof Token, filler: number) =>
      pad(
        all.map((tokens) => tokens.map((token) => token[field])),
        filler,
      );
    return {
      batch,
      position: column("position", 0),
      image: column("image", -1),
      crop: column("crop", -1),
      present: Uint8Array.from(
        pad(
          all.map((tokens) => tokens.map(() => 1)),
          0,
        ),
      ),
    };
  };
  const vision = stream("vision");
  return {
    batch,
    vision:
      vision.position.length === 0
        ? vision
        : { ...vision, perCrop: form.tokens, ...(form.grid && { grid: form.grid }) },
    newline: stream("newline"),
    text: stream("text"),
    ids: pad(
      rows.map(({ ids }) => ids),
      0,
    ),
    cropAt,
    promptEnd: Int32Array.from(rows, ({ ids }, i) => (samples[i]?.promptLength ?? ids.length) - 1),
    next: Int32Array.from(rows, ({ next }) => next),
  };
}

interface Token {
  position: number;
  image: number;
  crop: number;
}

function row(
  { parts, promptLength }: Sample,
  form: CropForm,
  newlines: LMMConfig["newlines"],
  sample: number,
) {
  const vision: Token[] = [];
  const newline: Token[] = [];
  const text: Token[] = [];
  const ids: number[] = [];
  let [next, image, crops] = [0, 0, 0];
  for (const part of parts) {
    if (!isPicture(part)) {
      for (const id of part) {
        ids.push(id);
        text.push({ position: next++, image: -1, crop: -1 });
      }
      continue;
    }
    const start = next;
    for (let c = 0; c < part.crops.length; c++, crops++) {
      const mark = { image, crop: crops };
      const width = newlines === "rows" && form.grid ? form.grid.columns : form.tokens;
      for (let token = 0; token < form.tokens; token++) {
        vision.push({ ...mark, position: next++ });
        if ((token + 1) % width !== 0) continue;
        const early = newlines === "early" && c > 0 ? form.tokens + 1 : 0;
        newline.push({ ...mark, position: next++ - early });
      }
    }
    if (next > start) image++;
  }
  if (parts.length === 0 || isPicture(parts[parts.length - 1] as Picture) || ids.length === 0) {
    throw new UsageError(`sample ${sample}: a prompt ends with text; the answer is read from its last token`);
  }
  if (promptLength !== undefined && !(promptLength >= 1 && promptLength <= ids.length)) {
    throw new UsageError(
      `sample ${sample}: promptLength ${promptLength}; the sample has ${ids.length} text tokens`,
    );
  }
  return { vision, newline, text, ids, crops, next };
}

function pad(rows: readonly (readonly number[])[], filler: number): Int32Array {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const values = new Int32Array(rows.length * width).fill(filler);
  for (const [i, row] of rows.entries()) values.set(row, i * width);
  return values;
}

/**
 * The streams that enter the decoder. `features` are the projected crops, `[crops, tokens, hidden]`; a batch
 * without pictures has only text. Newlines are a text token's embedding, or have one of their own.
 */
export function streamsOf(
  layout: Layout,
  model: Inner,
  features: tf.Tensor3D | undefined,
  newlineToken?: number,
): Streams {
  const { batch, ids } = layout;
  const text: Stream = { kind: "text", x: model.embed_tokens.apply(ids, batch), places: layout.text };
  if (!features || layout.vision.position.length === 0) return { byKind: { text }, links: [] };
  const [crops, perCrop, hidden] = features.shape;
  const even = layout.cropAt.length === crops;
  const x = even
    ? features
    : tf.gather(features.reshape([crops, perCrop * hidden]), tf.tensor1d(layout.cropAt, "int32"));
  const newlines = layout.newline.position.length / batch;
  const mark =
    newlineToken === undefined
      ? (model.image_newline as tf.Tensor1D)
      : model.embed_tokens.apply(Int32Array.of(newlineToken), 1);
  return {
    byKind: {
      vision: { kind: "vision", x: x.reshape([batch, -1, hidden]) as tf.Tensor3D, places: layout.vision },
      newline: {
        kind: "newline",
        x: tf.zeros([batch, newlines, 1]).add(mark.reshape([1, 1, hidden])) as tf.Tensor3D,
        places: layout.newline,
      },
      text,
    },
    links: [],
  };
}

/** The form of crops behind the encoder and its openings. */
export const formOf = ({ features, grid }: Encoded): CropForm => ({ tokens: features.shape[1], grid });
