import { byName, operation, runKernel } from "../backend/operations.ts";
import { tf } from "../backend/tf.ts";

/** The label of a position that does not count. */
export const ignored = -1;

/**
 * Mean cross-entropy of logits `[batch, tokens, vocabulary]` against labels `[batch * tokens]`, over the labels
 * that are not `ignored`, in nats; zero where all are.
 */
export function crossEntropy(logits: tf.Tensor3D, labels: Int32Array): tf.Scalar {
  return tf.tidy(() => ofRows(logits.reshape([-1, logits.shape[2]]), labels));
}

const ofRows = operation("CrossEntropy", {
  plain: (logits: tf.Tensor2D, labels: Int32Array): tf.Scalar =>
    tf.tidy(() => {
      const rows = Int32Array.from(labels.keys()).filter((row) => labels[row] !== ignored);
      if (rows.length === 0) return logits.mul(0).sum(); // the sum over no rows is not zero on every engine
      const answers = rows.map((row) => labels[row] as number);
      const kept = tf.gather(logits, tf.tensor1d(rows, "int32"));
      const hot = tf.oneHot(tf.tensor1d(answers, "int32"), logits.shape[1]);
      return tf
        .logSoftmax(kept)
        .mul(hot)
        .sum()
        .mul(-1 / rows.length);
    }),
  call: (logits, labels) => ({ inputs: { logits, labels: tf.tensor1d(labels, "int32") } }),
  result: ([loss]) => loss as tf.Scalar,
  gradient: ([dy], { logits, labels }, [, lse]) =>
    byName(["logits"], runKernel("CrossEntropyGrad", { dy, logits, labels, lse })),
});
