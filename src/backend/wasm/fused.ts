import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js";
import {
  type Attributes,
  type CompleteCall,
  type FusedKernel,
  type Inputs,
  registerExecuted,
  registerFused,
} from "../operations.ts";
import { tf } from "../tf.ts";
import { farthest, positionRange, rotaryTable } from "./rotaryTable.ts";
import { address, allocate, free, heap, matMulScratch, simd } from "./simd.ts";

/** Registers the kernels of the fused operations that the profile of a training step asks for. */
export function registerFusedKernels(): void {
  for (const [name, kernel] of Object.entries(kernels)) registerFused("wasm", name, kernel, fits);
  registerExecuted("wasm", () => {
    const since = pairs;
    pairs = 0;
    return since;
  });
}

/** Floats throughout but for what is counted; positions and heads that a table of angles can hold. */
function fits({ inputs, attrs }: CompleteCall): boolean {
  const whole = ["labels", "queries", "keys", "bits"];
  const right = ([name, { dtype }]: [string, tf.Tensor]) =>
    dtype === (whole.includes(name) ? "int32" : "float32");
  return Object.entries(inputs).every(right) && (!("rotaryBase" in attrs) || attends(inputs, attrs));
}

function attends({ queries, keys }: Inputs, { headSize, rotaryBase }: Attributes): boolean {
  if (rotaryBase === 0) return true;
  const ranges = [queries, keys].map((places) => positionRange(engine(), places as tf.Tensor));
  return (headSize as number) % 2 === 0 && ranges.every(([least, most]) => least >= 0 && most < farthest);
}

const engine = (): BackendWasm => tf.backend() as BackendWasm;
const at = (x: tf.TensorInfo | undefined): number => (x ? address(engine(), x) : 0);
const like = (x: tf.Tensor | undefined): tf.TensorInfo => make((x as tf.Tensor).shape);
const make = (shape: number[]): tf.TensorInfo => engine().makeOutput(shape, "float32");
const sizeOf = (x: tf.Tensor | undefined): number => tf.util.sizeFromShape((x as tf.Tensor).shape);
const lastOf = (x: tf.Tensor | undefined): number => (x as tf.Tensor).shape.at(-1) as number;
const rowsOf = (x: tf.Tensor | undefined): number =>
  tf.util.sizeFromShape((x as tf.Tensor).shape.slice(0, -1));

/** The memory of a tensor as words of 32 bits. */
function wordsOf(x: tf.TensorInfo): Int32Array {
  const { buffer, byteOffset, length } = engine().typedArrayFromHeap(x);
  return new Int32Array(buffer, byteOffset, length);
}

/** Runs `f` with some memory to work in, in bytes. */
function withMemory<T>(bytes: number, f: (at: number) => T): T {
  const backend = engine();
  const memory = allocate(backend, bytes);
  try {
    return f(memory);
  } finally {
    free(backend, memory);
  }
}

const kernels: Readonly<Record<string, FusedKernel>> = {
  RMSNorm: ({ x, weight }, { eps, keep }) => {
    const [y, r] = [like(x), make([rowsOf(x)])];
    simd(engine()).rmsNorm(at(x), at(weight), at(y), at(r), rowsOf(x), lastOf(x), eps as number);
    return keep === false ? only(y, r) : [y, r];
  },

  RMSNormGrad: ({ dy, x, weight, r }) => {
    const [dx, dWeight] = [like(x), like(weight)];
    withMemory(8 * lastOf(x) + 16, (some) =>
      simd(engine()).rmsNormGrad(
        at(dy),
        at(x),
        at(weight),
        at(r),
        at(dx),
        at(dWeight),
        some,
        rowsOf(x),
        lastOf(x),
      ),
    );
    return [dx, dWeight];
  },

  SwiGLU: ({ gate, up }) => {
    const out = like(gate);
    simd(engine()).swiglu(at(gate), at(up), at(out), sizeOf(gate));
    return [out];
  },

  SwiGLUGrad: ({ dy, gate, up }) => {
    const [dGate, dUp] = [like(gate), like(up)];
    simd(engine()).swigluGrad(at(dy), at(gate), at(up), at(dGate), at(dUp), sizeOf(gate));
    return [dGate, dUp];
  },

  CrossEntropy: ({ logits, labels }, { keep }) => {
    const [loss, lse] = [make([]), make([rowsOf(logits)])];
    const mean = simd(engine()).crossEntropy(at(logits), at(labels), at(lse), rowsOf(logits), lastOf(logits));
    engine().typedArrayFromHeap(loss)[0] = mean;
    return keep === false ? only(loss, lse) : [loss, lse];
  },

  CrossEntropyGrad: ({ dy, logits, labels, lse }) => {
    const out = like(logits);
    const scale = engine().typedArrayFromHeap(dy as tf.Tensor)[0] as number;
    simd(engine()).crossEntropyGrad(
      scale,
      at(logits),
      at(labels),
      at(lse),
      at(out),
      rowsOf(logits),
      lastOf(logits),
    );
    return [out];
  },

  /** Two numbers a word, the first in its lower half: each is the upper half of a float32. */
  UnpackBfloat16: ({ bits }) => {
    const [rows, width] = (bits as tf.Tensor).shape as [number, number];
    const out = make([rows, 2 * width]);
    const to = wordsOf(out); // made first: making it may move the memory
    const from = wordsOf(bits as tf.Tensor);
    for (let i = 0; i < from.length; i++) {
      const word = from[i] as number;
      to[2 * i] = word << 16;
      to[2 * i + 1] = word & 0xffff0000;
    }
    return [out];
  },

  Linear: ({ x, weight, bias }) => [product(x, false, weight, true, bias)],
  LinearGradX: ({ dy, weight }) => [product(dy, false, weight, false)],
  LinearGradWeight: ({ dy, x }) => [product(dy, true, x, false)],

  Attention: (inputs, attrs) => {
    const { q, k, v } = inputs;
    const [batch, queries] = (q as tf.Tensor).shape as [number, number];
    const [o, lse] = [like(q), make([batch, attrs.heads as number, queries])];
    attend(inputs, attrs, () => simd(engine()).attention(at(q), at(k), at(v), at(o), at(lse)));
    return attrs.keep === false ? only(o, lse) : [o, lse];
  },

  AttentionWeights: (inputs, attrs) => {
    const { q, k } = inputs as { q: tf.Tensor; k: tf.Tensor };
    const weights = make([
      q.shape[0] as number,
      attrs.heads as number,
      q.shape[1] as number,
      k.shape[1] as number,
    ]);
    attend(inputs, attrs, () => simd(engine()).attentionWeights(at(q), at(k), at(weights)));
    return [weights];
  },

  AttentionGrad: (inputs, attrs) => {
    const { dy, q, k, v, o, lse } = inputs;
    const [dq, dk, dv] = [like(q), like(k), like(v)];
    attend(inputs, attrs, () =>
      simd(engine()).attentionGrad(at(dy), at(q), at(k), at(v), at(o), at(lse), at(dq), at(dk), at(dv)),
    );
    return [dq, dk, dv];
  },

  AdamW: (inputs, attrs) => {
    const { count, beta1, beta2, eps, clip } = attrs as Record<
      "count" | "beta1" | "beta2" | "eps" | "clip",
      number
    >;
    const lists = ["p", "g", "m", "v"].map((letter) =>
      Array.from({ length: count }, (_, i) => inputs[`${letter}${i}`] as tf.Tensor),
    );
    const made = [0, 2, 3].map((list) => (lists[list] as tf.Tensor[]).map(like));
    const norm = make([]);
    const { sumOfSquares, adamW } = simd(engine());
    const length = Math.sqrt(
      (lists[1] as tf.Tensor[]).reduce((sum, g) => sum + sumOfSquares(at(g), sizeOf(g)), 0),
    );
    engine().typedArrayFromHeap(norm)[0] = length;
    const scale = clip > 0 ? Math.min(1, clip / (length + 1e-6)) : 1;
    const rates = engine().typedArrayFromHeap(inputs.rates as tf.Tensor);
    for (let i = 0; i < count; i++) {
      const [rate, decay, first, second] = rates.subarray(4 * i, 4 * i + 4) as unknown as [
        number,
        number,
        number,
        number,
      ];
      const [p, g, m, v] = lists.map((list) => at(list[i])) as [number, number, number, number];
      const [nextP, nextM, nextV] = made.map((list) => at(list[i])) as [number, number, number];
      adamW(
        p,
        g,
        m,
        v,
        nextP,
        nextM,
        nextV,
        sizeOf(lists[0]?.[i]),
        scale,
        beta1,
        1 - beta1,
        beta2,
        1 - beta2,
        rate * first,
        1 - decay,
        second,
        eps,
      );
    }
    return [norm, ...made.flat()];
  },
};

/** What only a gradient needs goes again where none is taken. */
function only(result: tf.TensorInfo, kept: tf.TensorInfo): tf.TensorInfo[] {
  engine().disposeData(kept.dataId);
  return [result];
}

/** `a b` of rows, plus a bias; any leading axes of `a` are rows too, and those of `b` where neither is transposed. */
function product(
  a: tf.Tensor | undefined,
  transposeA: boolean,
  b: tf.Tensor | undefined,
  transposeB: boolean,
  bias?: tf.Tensor,
): tf.TensorInfo {
  const [rows, columns, leading] = [rowsOf(a), lastOf(a), (a as tf.Tensor).shape.slice(0, -1)];
  const [m, k] = transposeA ? [columns, rows] : [rows, columns];
  const n = transposeB ? rowsOf(b) : lastOf(b);
  const out = make(transposeA ? [m, n] : [...leading, n]);
  const work = matMulScratch(engine());
  simd(engine()).matMulBatch(1, at(a), 0, transposeA, at(b), 0, transposeB, at(out), m, n, k, at(bias), work);
  return out;
}

/** Pairs of a query and a key that attention has multiplied since somebody asked. */
let pairs = 0;

/** Runs a kernel of attention with its memory and its tables set. */
function attend({ q, k, queries, keys }: Inputs, attrs: Attributes, run: () => number): void {
  const [batch, height] = (q as tf.Tensor).shape as [number, number];
  const width = (k as tf.Tensor).shape[1] as number;
  const { heads, kvHeads, headSize, rotaryBase } = attrs as Record<string, number> & {
    heads: number;
    kvHeads: number;
    headSize: number;
    rotaryBase: number;
  };
  const kinds = sizeOf(keys) > 0 ? (attrs.kinds as number) : 0;
  const reaches = attrs.reaches as readonly number[];
  const { cos, sin } = rotaryTable(engine(), rotaryBase, headSize, [queries, keys] as tf.Tensor[]);
  const { attentionScratchBytes, setAttention } = simd(engine());
  const bytes = attentionScratchBytes(height, width, headSize, kinds);
  pairs += withMemory(bytes + 4 * reaches.length, (memory) => {
    new Int32Array(heap(engine()), memory + bytes, reaches.length).set(reaches);
    setAttention(
      batch,
      height,
      width,
      heads,
      kvHeads,
      headSize,
      kinds,
      memory + bytes,
      at(queries),
      at(keys),
      cos,
      sin,
      memory,
    );
    return run();
  });
}
