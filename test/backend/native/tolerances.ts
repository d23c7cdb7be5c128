/**
 * How far a kernel may be from its float64 reference, over the largest magnitude of an output or of what it is a sum
 * of. Float32 rounds by 2^-24 = 6e-8 at a time; each bound is about twice the worst that was seen over all shapes,
 * instruction sets and numbers of threads.
 */
export const tolerances = {
  /** A few roundings an element, and an exponential of 1e-7: row norms, SwiGLU, softmax of rows. */
  elementwise: 5e-7,
  /** Sums of up to some hundred numbers, one after the other: each adds half a rounding of the sum so far. */
  sums: 3e-6,
  /** Products of up to 3,000 terms, and what is made of them. */
  products: 5e-6,
  /** Softmax of scores up to 10: a score is off by its own rounding, and e^x makes that a relative error. */
  attention: 4e-6,
  /**
   * At `high` precision, a product of what was itself computed: where that lies close to a tie, it is rounded to bfloat16
   * the other way than in the reference, by 2^-8 of one operand among many.
   */
  chained: 1e-2,
  /** At `high` precision, against exact operands: two of them are off by up to 2^-9 each, and scores up to 10 by 10 times that. */
  rounded: 4e-2,
} as const;
