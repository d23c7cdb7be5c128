import { tf } from "../../../src/backend/tf.ts";
import { engine, enough, serve, settings, type Variant } from "./serve.ts";
import { states } from "./weights.ts";

/** Square matrix products, `a b^T`, as a linear layer makes them. */
const { sizes } = settings({ sizes: [256, 512, 1024, 2048] });
const report = await engine();
const variants: Record<string, Variant> = {};
const checks: Record<string, number[]> = {};
for (const size of sizes) {
  const [a, b] = ["a", "b"].map((name) => states<tf.Rank.R2>(`${size} ${name}`, [size, size])) as [
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  const product = (): Float32Array =>
    tf.tidy(() => tf.matMul(a, b, false, true).slice([0, 0], [1, 8]).dataSync() as Float32Array);
  checks[size] = Array.from(product());
  variants[size] = enough(product);
}
serve(variants, { checks, engine: report });
