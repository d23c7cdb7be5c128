import { tf } from "../../backend/tf.ts";
import { UsageError } from "../../errors.ts";
import { defineOpening, type Encoded } from "../opening.ts";
import { atEncoder, type Edit } from "../plan.ts";

type ZipOptions = { dominant: number; contextual: number };

const write = defineOpening<ZipOptions>("visionZip", {
  at: "encoder",
  apply: (encoded, options) => {
    const { features, received, keys } = encoded;
    const [crops, count, width] = features.shape;
    const { dominant, contextual } = options as ZipOptions;
    if (
      !(
        Number.isInteger(dominant) &&
        Number.isInteger(contextual) &&
        dominant > 0 &&
        contextual >= 0 &&
        dominant + contextual <= count
      )
    ) {
      throw new UsageError(
        `visionZip: ${dominant} dominant and ${contextual} contextual tokens; a crop has ${count} in all`,
      );
    }
    const kept = dominant + contextual;
    const selection = select(encoded, dominant, contextual);
    const gather = (x: tf.Tensor3D, size: number): tf.Tensor3D =>
      tf.tidy(() => tf.matMul(tf.tensor3d(selection, [crops, kept, count]), x).reshape([crops, kept, size]));
    return {
      features: gather(features, width),
      received: gather(received.reshape([crops, count, 1]), 1).reshape([crops, kept]),
      keys: gather(keys, keys.shape[2]),
    };
  },
});

/**
 * VisionZip (Yang et al., 2024), at the encoder: per crop the tokens that receive most attention stay, in order;
 * the rest is merged into a few by the similarity of keys. Positions follow the tokens that are left.
 */
export const visionZip = ({ dominant = 360, contextual = 40 } = {}): Edit =>
  atEncoder(write({ dominant, contextual }));

/**
 * The matrix that does it, `[crops, kept, tokens]`: a row with a single one for a dominant token; for a contextual
 * one its target and the mean of the tokens most like it, as in the reference code.
 */
function select({ received, keys }: Encoded, dominant: number, contextual: number): Float32Array {
  const [crops, count, size] = keys.shape;
  const attention = received.dataSync();
  const unit = unitRows(keys.dataSync() as Float32Array, size);
  const kept = dominant + contextual;
  const rows = new Float32Array(crops * kept * count);
  for (let crop = 0; crop < crops; crop++) {
    const score = (token: number) => attention[crop * count + token] as number;
    const ranked = Array.from({ length: count }, (_, i) => i).sort((a, b) => score(b) - score(a) || a - b);
    const rest = ranked.slice(dominant).sort((a, b) => a - b);
    const set = (row: number, token: number, value: number) => {
      const at = (crop * kept + row) * count + token;
      rows[at] = (rows[at] as number) + value;
    };
    const best = ranked.slice(0, dominant).sort((a, b) => a - b);
    for (const [row, token] of best.entries()) set(row, token, 1);
    if (contextual === 0) continue;
    const step = Math.max(1, Math.floor(rest.length / contextual));
    const targets = rest.filter((_, i) => i % step === 0).slice(0, contextual);
    const groups = targets.map((): number[] => []);
    for (const token of rest.filter((one) => !targets.includes(one))) {
      const likeness = targets.map((target) => dot(unit, crop * count + token, crop * count + target, size));
      groups[likeness.indexOf(Math.max(...likeness))]?.push(token);
    }
    targets.forEach((target, i) => {
      set(dominant + i, target, 1);
      for (const token of groups[i] as number[]) set(dominant + i, token, 1 / (groups[i] as number[]).length);
    });
  }
  return rows;
}

function unitRows(values: Float32Array, size: number): Float32Array {
  const unit = Float32Array.from(values);
  for (let row = 0; row < unit.length; row += size) {
    const norm = Math.hypot(...unit.subarray(row, row + size)) || 1;
    for (let i = row; i < row + size; i++) unit[i] = (unit[i] as number) / norm;
  }
  return unit;
}

function dot(unit: Float32Array, a: number, b: number, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += (unit[a * size + i] as number) * (unit[b * size + i] as number);
  return sum;
}
