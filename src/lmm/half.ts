/** What every float16 bit pattern stands for, made once: a lookup is faster than arithmetic, and as exact. */
let table: Float32Array | undefined;

/** Float16 numbers of 16 bits each (IEEE 754 binary16) as float32. */
export function fromFloat16(bits: Uint16Array): Float32Array {
  const known = halves();
  const values = new Float32Array(bits.length);
  for (let i = 0; i < bits.length; i++) values[i] = known[bits[i] as number] as number;
  return values;
}

/** What each of the 65,536 bit patterns stands for. */
export function halves(): Float32Array {
  table ??= Float32Array.from({ length: 2 ** 16 }, (_, bits) => fromHalf(bits));
  return table;
}

function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 0) return (sign * fraction) / 2 ** 24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}
