import type { Encoded } from "../opening.ts";
import type { Kind, Places } from "../stream.ts";

/** The prompt that is drawn: text, pictures of some crops, text. */
export interface Prompt {
  /** Text tokens before the pictures, and after them. */
  readonly text: readonly [number, number];
  /** The crops of each picture. */
  readonly pictures: readonly number[];
  /** Tokens a side of a crop's grid; unless said, the first usual one on which the openings work. */
  readonly grid?: number | undefined;
}

export type PlacesByKind = Readonly<Record<Kind, Places>>;

/** The form in which crops leave the encoder. */
export interface Form {
  readonly perCrop: number;
  readonly grid: Encoded["grid"] | undefined;
}

export const formOf = ({ features, grid }: Encoded): Form => ({ perCrop: features.shape[1], grid });

/** Text, then crop by crop its vision tokens and a newline, then text: one position after the other. */
export function layOut({ text, pictures }: Prompt, { perCrop, grid }: Form): PlacesByKind {
  const found: Record<"vision" | "newline" | "text", [position: number, image: number, crop: number][]> = {
    vision: [],
    newline: [],
    text: [],
  };
  let [next, crop] = [0, 0];
  const add = (kind: keyof typeof found, count: number, image: number, crop: number) => {
    for (let i = 0; i < count; i++) found[kind].push([next++, image, crop]);
  };
  add("text", text[0], -1, -1);
  pictures.forEach((crops, image) => {
    for (let i = 0; i < crops; i++, crop++) {
      add("vision", perCrop, image, crop);
      add("newline", 1, image, crop);
    }
  });
  add("text", text[1], -1, -1);
  const places = (kind: keyof typeof found): Places => ({
    batch: 1,
    position: Int32Array.from(found[kind], ([position]) => position),
    image: Int32Array.from(found[kind], ([, image]) => image),
    crop: Int32Array.from(found[kind], ([, , crop]) => crop),
    present: new Uint8Array(found[kind].length).fill(1),
  });
  const vision = { ...places("vision"), perCrop, ...(grid && { grid }) };
  return { vision, newline: places("newline"), text: places("text") };
}
