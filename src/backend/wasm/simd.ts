import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js";
import { Failure } from "../../errors.ts";
import type { tf } from "../tf.ts";

/** The module that `npm run wasm` makes of `assembly/`; it is committed, so that nobody needs the compiler. */
export const simdModule = fileURLToPath(new URL("./simd.wasm", import.meta.url));

/** An address in the engine's memory, in bytes: up to 4 GiB, so never a signed number of 32 bits. */
export type Pointer = number;

/** The functions of `assembly/index.ts`, which say what they compute. They see the memory of one engine. */
export interface Simd {
  matMulScratchBytes(): number;
  matMulBatch(
    batch: number,
    a: Pointer,
    aNext: number,
    transposeA: boolean,
    b: Pointer,
    bNext: number,
    transposeB: boolean,
    out: Pointer,
    m: number,
    n: number,
    k: number,
    bias: Pointer,
    scratch: Pointer,
  ): void;
  matMulWhole(
    a: Pointer,
    transposeA: boolean,
    b: Pointer,
    transposeB: boolean,
    out: Pointer,
    m: number,
    n: number,
    k: number,
  ): void;
  copyRows(from: Pointer, fromRow: number, to: Pointer, toRow: number, rows: number, bytes: number): void;
  gatherRows(
    x: Pointer,
    indices: Pointer,
    out: Pointer,
    outer: number,
    size: number,
    count: number,
    bytes: number,
  ): void;
  rmsNorm(x: Pointer, weight: Pointer, y: Pointer, r: Pointer, rows: number, size: number, eps: number): void;
  rmsNormGrad(
    dy: Pointer,
    x: Pointer,
    weight: Pointer,
    r: Pointer,
    dx: Pointer,
    dWeight: Pointer,
    some: Pointer,
    rows: number,
    size: number,
  ): void;
  swiglu(gate: Pointer, up: Pointer, out: Pointer, size: number): void;
  swigluGrad(dy: Pointer, gate: Pointer, up: Pointer, dGate: Pointer, dUp: Pointer, size: number): void;
  crossEntropy(logits: Pointer, labels: Pointer, lse: Pointer, rows: number, size: number): number;
  crossEntropyGrad(
    dy: number,
    logits: Pointer,
    labels: Pointer,
    lse: Pointer,
    out: Pointer,
    rows: number,
    size: number,
  ): void;
  sumOfSquares(x: Pointer, size: number): number;
  adamW(
    value: Pointer,
    gradient: Pointer,
    first: Pointer,
    second: Pointer,
    nextValue: Pointer,
    nextFirst: Pointer,
    nextSecond: Pointer,
    size: number,
    scale: number,
    beta1: number,
    rest1: number,
    beta2: number,
    rest2: number,
    rate: number,
    kept: number,
    unbias: number,
    eps: number,
  ): void;
  attentionScratchBytes(queries: number, keys: number, headSize: number, kinds: number): number;
  setAttention(
    batch: number,
    queries: number,
    keys: number,
    heads: number,
    kvHeads: number,
    headSize: number,
    kinds: number,
    reaches: Pointer,
    queryPlaces: Pointer,
    keyPlaces: Pointer,
    cosines: Pointer,
    sines: Pointer,
    scratch: Pointer,
  ): void;
  attention(q: Pointer, k: Pointer, v: Pointer, o: Pointer, lse: Pointer): number;
  attentionWeights(q: Pointer, k: Pointer, weights: Pointer): number;
  attentionGrad(
    dO: Pointer,
    q: Pointer,
    k: Pointer,
    v: Pointer,
    o: Pointer,
    lse: Pointer,
    dQ: Pointer,
    dK: Pointer,
    dV: Pointer,
  ): number;
}

/** What emscripten's module has beside the declared: its allocator, and the exports of the WebAssembly itself. */
interface Emscripten {
  _malloc(bytes: number): number;
  _free(at: Pointer): void;
  readonly asm: { readonly memory: { readonly buffer: ArrayBuffer }; malloc(bytes: number): number };
}

/** Node has it; the declarations of Node do not. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

interface Bound {
  readonly simd: Simd;
  scratch: Pointer;
}

const bound = new WeakMap<BackendWasm, Bound>();
let compiled: object | undefined;

/** This project's own module, working in the memory of the engine. */
export const simd = (backend: BackendWasm): Simd => bind(backend).simd;

/** Memory of the engine that products work in: made once, and kept for the next one. */
export const matMulScratch = (backend: BackendWasm): Pointer => {
  const made = bind(backend);
  made.scratch ||= allocate(backend, made.simd.matMulScratchBytes());
  return made.scratch;
};

/** The engine's memory as it is now: the next tensor may make it another. */
export const heap = (backend: BackendWasm): ArrayBuffer => emscripten(backend).asm.memory.buffer;

/** Where a tensor's values begin. */
export const address = (backend: BackendWasm, { dataId }: tf.TensorInfo): Pointer =>
  backend.dataIdMap.get(dataId).memoryOffset;

/** Memory of the engine, to be given back with `free`. */
export function allocate(backend: BackendWasm, bytes: number): Pointer {
  return emscripten(backend)._malloc(bytes) >>> 0;
}

export const free = (backend: BackendWasm, at: Pointer): void => emscripten(backend)._free(at);

/**
 * Has the engine say when its memory is full. The stock one takes the address 0 that it then gets for that of a tensor,
 * and goes on overwriting what lies there.
 */
export function refuseWhenFull(backend: BackendWasm): void {
  const module = emscripten(backend);
  const { malloc } = module.asm;
  module._malloc = (bytes) => {
    const at = malloc(bytes);
    if (at !== 0) return at;
    throw new Failure(
      `the wasm engine's memory of 4 GiB is full: no ${bytes} bytes are left; dispose of tensors, use smaller batches, or another engine`,
    );
  };
}

const emscripten = (backend: BackendWasm): Emscripten => backend.wasm as unknown as Emscripten;

function bind(backend: BackendWasm): Bound {
  const known = bound.get(backend);
  if (known) return known;
  compiled ??= new WebAssembly.Module(readFileSync(simdModule));
  const { memory } = emscripten(backend).asm;
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  const made: Bound = { simd: exports as unknown as Simd, scratch: 0 };
  bound.set(backend, made);
  return made;
}
