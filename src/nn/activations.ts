import type { tf } from "../backend/tf.ts";

/** `x sigmoid(x)`. */
export const silu = <T extends tf.Tensor>(x: T): T => x.mul(x.sigmoid());

/** CLIP's approximation, `x sigmoid(1.702 x)`. */
export const quickGelu = <T extends tf.Tensor>(x: T): T => x.mul(x.mul(1.702).sigmoid());

/** The exact Gaussian error linear unit, `x (1 + erf(x / sqrt 2)) / 2`. */
export const gelu = <T extends tf.Tensor>(x: T): T => x.mul(x.mul(Math.SQRT1_2).erf().add(1)).mul(0.5);
