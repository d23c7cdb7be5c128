import { addNormalNoise, random } from "./random.ts";

const length = 2 ** 16;
/** Normal numbers that pages take their noise from, each from a place and with a stride of its own. */
const normal = new Float32Array(length);
addNormalNoise(normal, 1, random(1, 4));

/** Adds noise of `deviation` grey levels to a picture, the same in all three channels, as a scanner does. */
export function addNoise(rgba: Uint8ClampedArray, deviation: number, seed: number): void {
  if (deviation === 0) return;
  const { integer } = random(seed, 2);
  const [start, stride] = [integer(0, length - 1), 2 * integer(1000, length / 2 - 1) + 1];
  for (let i = 0, at = start; i < rgba.length; i += 4, at = (at + stride) % length) {
    const added = deviation * (normal[at] as number);
    rgba[i] = (rgba[i] as number) + added;
    rgba[i + 1] = (rgba[i + 1] as number) + added;
    rgba[i + 2] = (rgba[i + 2] as number) + added;
  }
}
