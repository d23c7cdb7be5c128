import { tf } from "../backend/tf.ts";

/** The label of a position that does not count. */
export const ignored = -1;

/**
 * Mean cross-entropy of logits `[batch, tokens, vocabulary]` against labels `[batch * tokens]`, over the labels
 * that are not `ignored`, in nats.
 */
export function crossEntropy(logits: tf.Tensor3D, labels: Int32Array): tf.Scalar {
  return tf.tidy(() => {
    const vocabulary = logits.shape[2];
    const rows = Int32Array.from(labels.keys()).filter((row) => labels[row] !== ignored);
    if (rows.length === 0) return logits.mul(0).sum(); // the sum over no rows is not zero on every engine
    const answers = rows.map((row) => labels[row] as number);
    const kept = tf.gather(logits.reshape([-1, vocabulary]), tf.tensor1d(rows, "int32"));
    const hot = tf.oneHot(tf.tensor1d(answers, "int32"), vocabulary);
    return tf
      .logSoftmax(kept as tf.Tensor2D)
      .mul(hot)
      .sum()
      .mul(-1 / rows.length) as tf.Scalar;
  });
}
