import { tf } from "../backend/tf.ts";
import { disposeCache, type KvCache } from "../routes/cache.ts";
import { runDecoder } from "../routes/run.ts";
import { type Places, type Streams, streamOf } from "../routes/stream.ts";
import type { LMM } from "./lmm.ts";
import type { Sample } from "./prompt.ts";

/** How answers are generated. */
export interface GenerateOptions {
  /** The most tokens to generate; 32 unless said. */
  readonly maxTokens?: number;
  /** The token that ends an answer; it is not part of it. */
  readonly stop?: number;
  /** Hears the logits of each step, `[batch, vocabulary]`. */
  readonly onLogits?: (logits: tf.Tensor2D) => void;
  readonly signal?: AbortSignal;
}

/**
 * Greedy decoding of a batch with a KV cache. Samples may differ in length and in their number of pictures; each
 * comes out as it would alone.
 */
export function generate(lmm: LMM, samples: readonly Sample[], options: GenerateOptions = {}): number[][] {
  const { maxTokens = 32, stop, onLogits, signal } = options;
  const { layout, logits: first, cache: filled } = prefill(lmm, samples);
  const answers: number[][] = samples.map(() => []);
  const open = samples.map(() => true);
  const { batch } = layout;
  let [cache, logits] = [filled, first];
  try {
    for (let step = 0; step < maxTokens; step++) {
      signal?.throwIfAborted();
      onLogits?.(logits);
      const best = tf.tidy(() => logits.argMax(-1).dataSync()) as Int32Array;
      best.forEach((token, i) => {
        if (open[i] && token !== stop) answers[i]?.push(token);
        else open[i] = false;
      });
      if (step + 1 === maxTokens || !open.includes(true)) break;
      const places: Places = {
        batch,
        position: layout.next.map((position) => position + step),
        present: Uint8Array.from(open, Number),
        image: new Int32Array(batch).fill(-1),
        crop: new Int32Array(batch).fill(-1),
      };
      const old = { cache, logits };
      ({ cache, logits } = decode(lmm, Int32Array.from(best), places, cache));
      disposeCache(old.cache);
      old.logits.dispose();
    }
    return answers;
  } finally {
    disposeCache(cache);
    logits.dispose();
  }
}

/** The cache after a prompt and the logits of each sample's last prompt token, `[batch, vocabulary]`. */
function prefill(lmm: LMM, samples: readonly Sample[]) {
  let layout: ReturnType<LMM["prefill"]>["layout"] | undefined;
  let cache: KvCache = { layers: [] };
  const logits = tf.tidy(() => {
    const run = lmm.prefill(samples, { keepCache: true });
    ({ layout, cache } = run);
    keep(cache);
    const { x } = streamOf(run.streams, "text");
    const [batch, count, hidden] = x.shape;
    const lengths = Array.from({ length: batch }, (_, i) => presentIn(run.layout.text, i));
    const rows = tf.tensor1d(
      lengths.map((length, i) => i * count + length - 1),
      "int32",
    );
    const last = tf
      .gather(x.reshape([batch * count, hidden]), rows)
      .reshape([batch, 1, hidden]) as tf.Tensor3D;
    return lmm.weights.logits(last).reshape([batch, -1]) as tf.Tensor2D;
  });
  return { layout: layout as NonNullable<typeof layout>, cache, logits };
}

function decode(lmm: LMM, ids: Int32Array, places: Places, cache: KvCache) {
  let next: KvCache = { layers: [] };
  const logits = tf.tidy(() => {
    const x = lmm.weights.model.embed_tokens.apply(ids, places.batch);
    const streams: Streams = { byKind: { text: { kind: "text", x, places } }, links: [] };
    const run = runDecoder(lmm.weights.model.layers, lmm.plan, streams, {
      rotaryBase: lmm.config.decoder.rope_theta,
      cache,
      keepCache: true,
    });
    next = run.cache;
    keep(next);
    return lmm.weights.logits(streamOf(run.streams, "text").x).reshape([places.batch, -1]) as tf.Tensor2D;
  });
  return { cache: next, logits };
}

function keep({ layers }: KvCache): void {
  for (const { k, v } of layers.flatMap((kinds) => Object.values(kinds))) {
    tf.keep(k);
    tf.keep(v);
  }
}

const presentIn = ({ present, batch }: Places, sample: number): number => {
  const count = present.length / batch;
  return present.subarray(sample * count, (sample + 1) * count).reduce((sum, one) => sum + one, 0);
};
