import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Failure } from "../../src/errors.ts";

/** Where Debian's package dataset-fashion-mnist (Zalando SE, MIT) has its files. */
export const fashionFolder = "/usr/share/datasets/fashion-mnist";

/** What the ten labels mean. */
export const garments = "shirt trousers pullover dress coat sandal blouse sneaker bag boot".split(" ");

/** A picture of a garment: grey levels `[28, 28]`, 255 for the garment's brightest, and what it is. */
export interface Garment {
  readonly pixels: Uint8Array;
  readonly name: string;
}

export const garmentSide = 28;

/** The ten thousand test pictures of Fashion-MNIST. Throws a `Failure` that says what to install, or what is broken. */
export function readGarments(folder = fashionFolder): readonly Garment[] {
  const pixels = idx(join(folder, "t10k-images-idx3-ubyte.gz"), [garmentSide, garmentSide]);
  const labels = idx(join(folder, "t10k-labels-idx1-ubyte.gz"), []);
  const area = garmentSide ** 2;
  if (labels.length * area !== pixels.length)
    throw new Failure(
      `${folder}: ${pixels.length / area} pictures and ${labels.length} labels do not belong together`,
    );
  return [...labels].map((label, i) => {
    const name = garments[label];
    if (!name)
      throw new Failure(`${folder}: picture ${i} has label ${label}; expected 0 to ${garments.length - 1}`);
    return { pixels: pixels.subarray(i * area, (i + 1) * area), name };
  });
}

/** The bytes of an IDX file (LeCun's format) of so many entries, each of the given shape. */
function idx(path: string, shape: readonly number[]): Uint8Array {
  if (!existsSync(path)) throw new Failure(`there is no ${path}: apt-get install dataset-fashion-mnist`);
  const bytes = gunzipSync(readFileSync(path), { maxOutputLength: 1e8 });
  const dimensions = shape.length + 1;
  const header = 4 + 4 * dimensions;
  if (bytes.length < header || bytes.readUInt32BE(0) !== 0x0800 + dimensions)
    throw new Failure(`${path} is no IDX file of bytes in ${dimensions} dimensions`);
  const sizes = Array.from({ length: dimensions }, (_, i) => bytes.readUInt32BE(4 + 4 * i));
  if (
    shape.some((length, i) => sizes[i + 1] !== length) ||
    sizes.reduce((product, n) => product * n, 1) !== bytes.length - header
  )
    throw new Failure(
      `${path} claims a shape of ${sizes.join(" x ")} and has ${bytes.length - header} bytes`,
    );
  return bytes.subarray(header);
}
