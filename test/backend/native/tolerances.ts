/**
 * How far a kernel may be from its float64 reference, over the largest magnitude of an output or of what it is a sum
 * of. Float32 rounds by 2^-24 = 6e-8 at a time; each bound is 1.5 to 2.5 times the worst that was seen over all shapes,
 * instruction sets and numbers of threads.
 */
export const tolerances = {
  /** A few roundings an element, and an exponential of 1e-7: row norms, SwiGLU, softmax of rows, AdamW. */
  elementwise: 5e-7,
  /** Sums of up to some hundred numbers, one after the other: each adds half a rounding of the sum so far. */
  sums: 2e-6,
  /** Products of up to 3,000 terms, and what is made of them. */
  products: 4e-6,
  /** Softmax of scores up to 10: a score is off by its own rounding, and e^x makes that a relative error. */
  attention: 3e-6,
  /**
   * At `high` precision, a product of what was itself computed: where that lies close to a tie, it is rounded to bfloat16
   * the other way than in the reference, by 2^-8 of one operand among many.
   */
  chained: 1e-3,
  /** At `high` precision, products one after another of which some round their operands, by up to 2^-9, and some do not. */
  mixed: 8e-3,
  /** At `high` precision, attention against exact operands: scores up to 10 are off by 10 times 2^-9 and more. */
  rounded: 4e-2,
} as const;
