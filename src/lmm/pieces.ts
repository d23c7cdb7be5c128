import { UsageError } from "../errors.ts";
import type { VisionConfig } from "./config.ts";
import { gridOf } from "./config.ts";
import type { Picture } from "./prompt.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** A stretch of text in a picture: what it says, and where the centre of each of its UTF-16 units stands, in pixels. */
export interface PlacedText {
  readonly text: string;
  readonly centres: readonly (readonly [x: number, y: number])[];
}

/**
 * The text that stands in a crop as a grid of pieces: under each patch the id of the piece whose centre lies there, of several
 * the one nearest to the patch's own centre, and the space's where none does.
 */
export function piecesOnGrid(
  texts: readonly PlacedText[],
  tokenizer: Tokenizer,
  vision: Pick<VisionConfig, "image_size" | "patch_size">,
): Int32Array {
  const { patch_size: patch } = vision;
  const side = gridOf(vision);
  const ids = new Int32Array(side * side).fill(tokenizer.space);
  const nearest = new Float64Array(side * side).fill(Number.POSITIVE_INFINITY);
  for (const { text, centres } of texts) {
    if (centres.length !== text.length)
      throw new UsageError(`"${text}" has ${text.length} units and ${centres.length} centres`);
    for (const { id, start, end } of tokenizer.pieces(text)) {
      const within = inked(text, start, end);
      const [first, last] = [centres[within.start], centres[within.end - 1]];
      if (!first || !last) continue; // white space alone
      const [x, y] = [(first[0] + last[0]) / 2, (first[1] + last[1]) / 2];
      const [column, row] = [Math.floor(x / patch), Math.floor(y / patch)];
      if (!(column >= 0 && column < side && row >= 0 && row < side)) continue;
      const at = row * side + column;
      const distance = (x - (column + 0.5) * patch) ** 2 + (y - (row + 0.5) * patch) ** 2;
      if (distance >= (nearest[at] as number)) continue;
      [ids[at], nearest[at]] = [id, distance];
    }
  }
  return ids;
}

/** A piece without the white space around it, which leaves no ink. */
function inked(text: string, start: number, end: number): { start: number; end: number } {
  const piece = text.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  const kept = piece.trim().length;
  return { start: start + lead, end: start + lead + kept };
}

/** The pieces of pictures, crop by crop. Throws a `UsageError` for a picture that has none, or others than the grid asks for. */
export function piecesOf(
  pictures: readonly Picture[],
  perCrop: number,
  vocabulary: number,
): { ids: Int32Array; crops: number } {
  const grids = pictures.flatMap(({ crops, pieces }) => {
    if (!pieces || pieces.length !== crops.length)
      throw new UsageError(
        `a picture of ${crops.length} crops has the pieces of ${pieces?.length ?? "none"}: where its text is read, picture.pieces must say what stands under each patch`,
      );
    return pieces;
  });
  const ids = new Int32Array(grids.length * perCrop);
  for (const [i, grid] of grids.entries()) {
    if (grid.length !== perCrop)
      throw new UsageError(`a crop has ${grid.length} pieces; the grid has ${perCrop} patches`);
    const unknown = grid.find((id) => !(id >= 0 && id < vocabulary));
    if (unknown !== undefined) throw new UsageError(`piece ${unknown}: the decoder has ${vocabulary} tokens`);
    ids.set(grid, i * perCrop);
  }
  return { ids, crops: grids.length };
}
