import * as tf from './tf';
export { tf };
import { SymbolType } from './d3';
import * as d3 from './d3';
export { d3 };
import * as arquero from './aq';
export { arquero as aq };

/** One value in the forms that a front end may choose from: MIME type to content (text, or JSON where the type is JSON). */
export type MimeData = Record<string, unknown>;

export interface Field {
    key: string;
    value: string;
}
/** A page of facts: what stands on it, not what it looks like. */
export interface Page$1 {
    fields: Field[];
    /** One line per field: `Key: value`. */
    lines: string[];
}
/** The page of a seed: three to five fields of different kinds in random order. */
declare function page(seed: number): Page$1;

export interface RenderedPage {
    /** [1, size, size], ink positive: (0.5 - grey) * 2, so white paper is -1 and black ink is 1. */
    pixels: Float32Array;
    /** Every character that leaves ink, line by line, with the centre of its place in pixels. */
    glyphs: {
        character: string;
        x: number;
        y: number;
    }[];
}
/**
 * What a page looks like: a DejaVu face at 10 or 11 pixels, dark ink on light paper, with margins, line gaps, grey
 * levels and pixel noise drawn from `seed`. All ink lies inside the picture; a page that cannot fit is an error.
 */
declare function render(page: Page$1, seed: number, { size }?: {
    size?: number;
}): RenderedPage;
/** The rendered page as a PNG, for looking at. */
declare function toPng$1({ pixels }: RenderedPage): Buffer;

export type Split$1 = "train" | "dev" | "test";
/**
 * The seed of page `index` of a split. A page belongs to one split only, whatever its seed, because its text decides
 * (`splitOf`); each index searches its own range of seeds for the first page of the split.
 */
declare function split(name: Split$1, index: number): number;

/** Every character that a page, a question about it, or an answer may contain. */
declare const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 :$.-?";

/** What the CSVs of the paper hold: text, or a number; `null` where the paper prints nothing. */
export interface PublishedTables {
    figure1_summary: {
        method: string;
        score_fine: number;
        flops_left_pct: number;
        time_left_pct: number;
    };
    figure2_attention_masking: {
        llm: string;
        mask_start_layer: number;
        masking_ratio: number;
        score_relative_pct: number;
    };
    llms: {
        llm: string;
        checkpoint: string;
        layers: number;
        hidden: number;
        ffn_hidden: number;
        heads: number;
        kv_heads: number;
        head_dim: number;
        vocab: number;
        rms_norm_eps: number;
        rope_theta: number;
        qkv_bias: boolean;
        tied_embeddings: boolean;
    };
    table1_skip_attention: RelativeScore;
    table2_skip_attention_and_ffn: RelativeScore;
    table3_proxyv_start_layer: RelativeScore;
    table4_proxyv_across_llms: Saving & {
        llm: string;
        method: string;
        start_layer: number | null;
        score_fine: number;
        score_relative_pct: number;
    };
    table5_against_token_reduction: Saving & {
        llm: string;
        method: string;
        score_fine: number;
        refcoco: number;
        docparsing_bleu: number;
        docparsing_edit_distance: number;
    };
    table6_non_spatial: Saving & {
        llm: string;
        method: string;
        score_fine: number;
    };
    table7_general_benchmarks: {
        llm: string;
        method: string;
        mmbench: number;
        seed_image: number;
        refcoco: number;
        mmstar: number;
        gqa: number;
        mme_perception: number;
        mmmu: number;
        pope: number;
        scienceqa: number;
        ai2d: number;
        realworldqa: number;
    };
    table8_fine_grained_vicuna7b: FineGrained & {
        start_layer: number | null;
    };
    table9_fine_grained_token_reduction: FineGrained;
    table10_fine_grained_across_llms: FineGrained & {
        llm: string;
        start_layer: number | null;
    };
}
export interface Saving {
    flops_reduced_pct: number | null;
    time_reduced_pct: number | null;
}
export interface RelativeScore extends Saving {
    llm: string;
    start_layer: number;
    method: string;
    score_relative_pct: number;
}
/** Scores as printed: ANLS and accuracies in percent, OCRBench over 10, and their mean. */
export interface FineGrained {
    method: string;
    docvqa_val: number;
    chartqa: number;
    infovqa_val: number;
    textvqa: number;
    ocrbench_over_10: number;
    score_fine: number;
}
export type PublishedName = keyof PublishedTables;
/** A table of the paper as it is printed there, row by row. */
declare function published<N extends PublishedName>(name: N): PublishedTables[N][];

/** Where a computation happens: which layer, which operation of it, on tokens of which kind. */
export interface Scope {
    readonly layer?: string;
    readonly operation?: string;
    readonly kind?: string;
    /** The share of the multiply-adds that concern visible (query, key) pairs; 1 outside attention. */
    readonly visible?: number;
}
/** Multiply-adds under one scope. One multiply-add is two FLOPs. */
interface Tally {
    readonly layer: string;
    readonly operation: string;
    readonly kind: string;
    /** Every multiply-add of the matmuls, masked or not. */
    readonly multiplyAdds: number;
    /** Only those that concern what may be seen. */
    readonly visibleMultiplyAdds: number;
}
/** Runs `f` under a scope; inner scopes add to outer ones. What runs is counted wherever a meter is on. */
declare function within<T>(inner: Scope, f: () => T): T;
/**
 * Runs `f` and tallies the matmuls that the current engine executes meanwhile, by scope. The engine must have
 * been instrumented (`instrument`), which every engine of this project is when it starts.
 */
declare function metered<T>(f: () => T): {
    result: T;
    tallies: Tally[];
};

/** What running something would take. */
export interface Count {
    readonly tallies: Tally[];
    /** The most bytes alive at once while it ran, over what was alive before. */
    readonly peakBytes: number;
}
/**
 * Runs `f` on the engine that knows only shapes and returns what it would have taken: multiply-adds by scope and
 * peak bytes. Synchronous; tensors of other engines may flow in; the engine in use comes back whatever happens,
 * and every tensor made meanwhile is released.
 */
declare function count<T>(f: () => T): Count & {
    result: T;
};

/**
 * How exact products are. Storage is float32 either way. `highest`: float32 operands. `high`: fused operations may round
 * the operands of their products to bfloat16 (8 bits of mantissa), where the processor multiplies those faster; sums
 * stay float32.
 */
export type Precision = "highest" | "high";

/** The engines, in the order in which they are tried. */
export declare const engines: readonly ["tfjs-node-gpu", "tfjs-node", "wasm", "cpu"];
export type EngineName = (typeof engines)[number];
/** Which engine runs in this process and how that came about; part of every result. */
interface EngineReport {
    readonly chosen: EngineName;
    readonly why: string;
    readonly tried: {
        name: EngineName;
        ok: boolean;
        why: string;
    }[];
    readonly versions: Record<string, string>;
    readonly precision: Precision;
    /** Threads that compute; 1 for the engines that have no more. */
    readonly threads: number;
    /** The instruction set of the fused operations, where the engine has them. */
    readonly instructions?: string;
}
/** `native` stands for either of the two tfjs-node packages. */
export interface StartOptions {
    backend?: EngineName | "native" | undefined;
    quiet?: boolean;
    /** Float32 products throughout, or bfloat16 operands where they are faster; see `Precision`. */
    precision?: Precision | undefined;
    /** The bytes that tensors may take together; beyond them an operation throws. See `memoryCeiling`. */
    memory?: number | undefined;
    /** Threads of the native engine, which it keeps once it runs; measured at start unless said. */
    threads?: number | undefined;
}
/** The engine of this process, once `startEngine` has chosen it. */
declare function currentEngine(): EngineReport | undefined;
/**
 * Starts the engine of this process: the one that is named (here, else in `PROXYLAB_BACKEND`), else the first that
 * starts. Calling it again without a name changes nothing; with the name of another engine it changes over to that.
 * Throws a `UsageError` for an unknown name and a `Failure` when the named engine does not start. Says on standard
 * error what was chosen, when that is a terminal and `quiet` is not set.
 */
declare function startEngine(options?: StartOptions): Promise<EngineReport>;
/**
 * GFLOP/s (1e9 floating-point operations a second, a multiply-add counted as two) of a float32 matrix product of
 * `size` x `size` on the engine that runs: the median of several timings after a warm-up.
 */
declare function measureMatmul(size?: number): Promise<number>;

/** A request that cannot be meant: an unknown name, a value out of range. The command line exits with 2. */
declare class UsageError extends Error {
    name: string;
}
/** Something that was asked for rightly and could not be done: a file, a network, a machine. Exits with 1. */
declare class Failure extends Error {
    name: string;
}

/**
 * A part of a model: an immutable object whose fields are tensors, numbers or further modules. A tensor's path
 * through the fields is its name in a checkpoint: `model.layers.3.self_attn.q_proj.weight`.
 */
declare abstract class Module {
    private readonly _module;
}
/** Where a tensor of a module comes from: a checkpoint, a random start, or nowhere (shapes only). */
type Source = (path: string, shape: number[], initial: Initial) => tf.Tensor;
/** How a tensor starts when nothing is loaded. */
type Initial = {
    normal: number;
} | {
    uniform: number;
} | {
    value: number;
} | {
    values: Float32Array;
};

/** What a token is: `vision`, `proxy`, `newline`, `text`, or a name of one's own. */
type Kind = string;
/**
 * Where the tokens of one kind stand. Every array is `[batch * tokens]`, sample after sample. It says nothing of
 * their states, so it stays the same object from layer to layer until an opening drops, merges or makes tokens.
 */
interface Places {
    readonly batch: number;
    /** The rotary position. */
    readonly position: Int32Array;
    /** 1 for a token, 0 for padding. */
    readonly present: Uint8Array;
    /** Which picture of its sample a token belongs to; -1 for none. */
    readonly image: Int32Array;
    /** Which crop of its sample a token belongs to; -1 for none. */
    readonly crop: Int32Array;
    /** Tokens a crop, while every crop has the same number. */
    readonly perCrop?: number;
    /** The grid that a crop's tokens fill, while they do. */
    readonly grid?: {
        readonly rows: number;
        readonly columns: number;
    };
}
/** The tokens of one kind in a batch, with their states `[batch, tokens, hidden]`. */
interface Stream {
    readonly kind: Kind;
    readonly x: tf.Tensor3D;
    readonly places: Places;
}
/** Who stands for whom: tokens of kind `by` stand for tokens of kind `of`. */
interface Link {
    readonly of: Kind;
    readonly by: Kind;
    /** True when a token is stood for by a weighted mixture instead of by one token. */
    readonly weighted: boolean;
    /** Gives every token of `of` what those that stand for it hold: `[batch, by, any]` to `[batch, of, any]`. */
    spread(x: tf.Tensor3D): tf.Tensor3D;
    /** The same link once only the tokens at `index` (`[batch * kept]`, within their sample) are left of `of`. */
    keep(index: Int32Array): Link;
}
/** All streams of a batch between two layers. */
interface Streams {
    readonly byKind: Readonly<Record<Kind, Stream>>;
    readonly links: readonly Link[];
}
/** The stream of a kind. Throws when nothing has made it. */
declare function streamOf({ byKind }: Streams, kind: Kind): Stream;
/**
 * Keeps only some tokens of a stream, in the order given. Positions stay with their tokens; the grid is gone, and
 * links carry on.
 */
declare function keepTokens(streams: Streams, kind: Kind, index: Int32Array, present: Uint8Array): Streams;

/** The keys and values of one kind in one layer, in the form that the engine's attention asks for (`KeysAndValues`). */
export interface Cached {
    readonly k: tf.Tensor3D | tf.Tensor4D;
    readonly v: tf.Tensor3D | tf.Tensor4D;
    readonly places: Places;
}
/** What decoding needs of a prefill, layer by layer: only the kinds that decoded text sees. */
export interface KvCache {
    readonly layers: readonly Readonly<Record<Kind, Cached>>[];
}

/**
 * What rotates tokens to their positions, `[batch, 1, tokens, headSize]` each: cosines, and sines whose sign is that of
 * the half of the head they act on.
 */
export interface RotaryAngles {
    readonly cos: tf.Tensor4D;
    readonly sin: tf.Tensor4D;
}
/**
 * The angles of rotary position embedding (Su et al., 2021) for positions `[batch * tokens]`, in the layout of
 * Hugging Face's Llama: the two halves of a head rotate against each other.
 */
declare function rotaryAngles(position: Int32Array, batch: number, headSize: number, base: number): RotaryAngles;
/** Rotates `[batch, heads, tokens, headSize]` by its tokens' angles. */
declare function rotate(x: tf.Tensor4D, { cos, sin }: RotaryAngles): tf.Tensor4D;

/** How far a kind sees another: itself only; equal or earlier positions; any token of the same picture. */
type Reach = "self" | "earlier" | "image";
/** Plain options, as they stand in JSON. */
export type Options = {
    readonly [name: string]: Option;
};
export type Option = string | number | boolean | null | readonly Option[] | Options;
/** An update by name: how a kind is carried on in place of attention, of the FFN, or of the layer. */
type Update = {
    readonly update: string;
    readonly options: Options;
};
/** An opening by name: what happens to the streams before a layer, or to the encoder's output. */
type Opening = {
    readonly opening: string;
    readonly options: Options;
};
/** Which kinds a lane's queries see; a list means `earlier` for each. */
export type Sees = readonly Kind[] | Readonly<Record<Kind, Reach>>;
/** The way of one kind through one layer. Without `ffn` the feed-forward network runs. */
type Lane = {
    readonly sees: Sees | Update | "keep";
    readonly ffn?: true | Update | "keep";
} | {
    readonly layer: Update | "keep";
};
/** A lane for every kind, with a name. Plain data. A kind without a lane leaves before the layer. */
interface Route {
    readonly name: string;
    readonly options: Options;
    readonly opens: readonly Opening[];
    readonly lanes: Readonly<Record<Kind, Lane>>;
}
/**
 * Writes a route. `opens` happens once, before the first layer that takes the route.
 *
 * @throws UsageError if text has no lane, or a lane says both or neither of `sees` and `layer`.
 */
declare function route(name: string, { lanes, opens, options, }: {
    lanes: Route["lanes"];
    opens?: readonly Opening[];
    options?: Options;
}): Route;

export interface Pair<T> {
    readonly k: T;
    readonly v: T;
}
/**
 * Keys and values that queries look at. They have two forms, and only the one that the engine's attention asks for is
 * made: `flat`, as projections give them, keys unrotated; and `byHead`, keys rotated.
 */
declare class KeysAndValues {
    private readonly makeFlat;
    private readonly makeByHead;
    private made;
    private constructor();
    /** Those of tokens that stand at some angles, given in either form. `angles` says nothing where nothing rotates. */
    static of<T extends tf.Tensor3D | tf.Tensor4D>(k: T, v: T, headSize: number, angles?: () => RotaryAngles | undefined): KeysAndValues;
    /** Those of several lots of tokens, one behind the other. */
    static joined(parts: readonly KeysAndValues[]): KeysAndValues;
    /** `[batch, tokens, kvHeads * headSize]` each. */
    flat(): Pair<tf.Tensor3D>;
    /** `[batch, kvHeads, tokens, headSize]` each, the keys rotated. */
    byHead(): Pair<tf.Tensor4D>;
    /** The form that was asked for, to be kept. */
    form(): Pair<tf.Tensor3D> | Pair<tf.Tensor4D>;
}

/** What a low-rank adapter adds to a linear layer: `scaling` times `B A`, under the names that PEFT gives them. */
export interface Adapter {
    /** `[rank, in]`. */
    readonly lora_A: Linear;
    /** `[out, rank]`. */
    readonly lora_B: Linear;
    readonly scaling: number;
}
/**
 * `x W^T + b` over the last axis, and what an adapter adds. The weight is stored as checkpoints store it, `[out, in]`, or
 * packed in bfloat16.
 */
declare class Linear extends Module {
    readonly weight: tf.Tensor2D;
    readonly bias?: tf.Tensor1D | undefined;
    readonly lora_A?: Linear;
    readonly lora_B?: Linear;
    readonly scaling?: number;
    constructor(weight: tf.Tensor2D, bias?: tf.Tensor1D | undefined, adapter?: Adapter);
    /** A linear layer from `inputs` to `outputs`, started as PyTorch starts one: uniform within `1 / sqrt(inputs)`. */
    static build(source: Source, path: string, inputs: number, outputs: number, options?: {
        bias?: boolean;
        initial?: number;
    }): Linear;
    get inputs(): number;
    get outputs(): number;
    /** `[..., in]` to `[..., out]`. Flattened to two axes: with more, tfjs has no right gradient of matMul. */
    apply<T extends tf.Tensor>(x: T): T;
    private product;
}

/** The numbers that shape attention. Fewer key heads than query heads is grouped-query attention. */
export interface AttentionConfig {
    readonly hidden: number;
    readonly heads: number;
    readonly kvHeads: number;
    readonly headSize: number;
    readonly bias?: boolean;
    readonly initial?: number;
    /** Standard deviation of the output projection's start, where it differs. */
    readonly initialOut?: number;
    /** The output projection's name and bias: `out_proj` with a bias in a ViT. */
    readonly out?: "o_proj" | "out_proj";
}
/** What some queries see of some keys, and where both stand. The same rule, for kernels and for the plain definition. */
interface Sight {
    /** The share of (query, key) pairs that are visible, for counting. */
    readonly visible: number;
    /** The base of the rotary embedding; 0 where nothing is rotated. */
    readonly rotaryBase: number;
    /** How many kinds of tokens there are, and how far queries of each (row) see keys of each (column), see `places`. */
    readonly kinds: number;
    readonly reaches: readonly number[];
    /**
     * Where queries and keys stand, for kernels: int32, `[batch, tokens, 5]`. The columns are rotary position, kind, index
     * among those of its kind in its sample, image (-1 for none), and whether it is there. A query sees a key that is
     * there and, by the reach of its kind to the key's: 1, is itself (same kind and index); 2, stands at an equal or
     * earlier position; 3, belongs to the same image. Of size 0 where everything is visible and nothing rotates.
     */
    places(): {
        readonly queries: tf.Tensor3D;
        readonly keys: tf.Tensor3D;
    };
    /** The same for the plain definition. */
    mask(): Mask;
    /** The queries' rotary angles, if anything rotates. */
    angles(headSize: number): RotaryAngles | undefined;
}
/** What queries may see: an additive mask, 0 or a large negative number, and which rows see nothing at all. */
export interface Mask {
    /** `[batch or 1, 1, queries, keys]`; absent when everything is visible. */
    readonly bias?: tf.Tensor4D | undefined;
    /** `[batch or 1, 1, queries, 1]`, 0 where a query sees nothing; absent when every query sees something. */
    readonly some?: tf.Tensor4D | undefined;
}
/** Hears a tensor of a forward pass under a name, and may give another one in its place. */
export type Tap = (name: string, x: tf.Tensor) => tf.Tensor;
/** Multi-head attention in parts, so that a route can make queries, keys and values of different tokens. */
declare class Attention extends Module {
    readonly heads: number;
    readonly kvHeads: number;
    readonly headSize: number;
    readonly q_proj: Linear;
    readonly k_proj: Linear;
    readonly v_proj: Linear;
    readonly o_proj?: Linear;
    readonly out_proj?: Linear;
    constructor(projections: {
        q_proj: Linear;
        k_proj: Linear;
        v_proj: Linear;
        o_proj?: Linear;
        out_proj?: Linear;
    }, heads: number, kvHeads: number, headSize: number);
    static build(source: Source, path: string, config: AttentionConfig): Attention;
    /** Queries of normalised states `[batch, tokens, hidden]`: `[batch, tokens, heads * headSize]`. */
    queries(x: tf.Tensor3D): tf.Tensor3D;
    /** Keys: `[batch, tokens, kvHeads * headSize]`. */
    keys(x: tf.Tensor3D): tf.Tensor3D;
    /** Values: `[batch, tokens, kvHeads * headSize]`. */
    values(x: tf.Tensor3D): tf.Tensor3D;
    /**
     * `softmax(q k^T / sqrt(headSize)) v`, then the output projection: `[batch, queries, hidden]`. A tap hears scores and
     * weights, which only the plain definition has.
     */
    attend(q: tf.Tensor3D, keys: KeysAndValues, sight: Sight, tap?: Tap): tf.Tensor3D;
    /** The attention weights themselves, `[batch, heads, queries, keys]`; rows that see nothing are zero. */
    weights(q: tf.Tensor3D, keys: KeysAndValues, sight: Sight): tf.Tensor4D;
    /** The output projection of `[batch, tokens, heads * headSize]`, or of values whose heads are shared. */
    project(mixed: tf.Tensor3D): tf.Tensor3D;
}

/** Tokens of a kind among the queries or keys of an attention; `offset` is the index of the first. */
export interface Party {
    readonly kind: Kind;
    readonly places: Places;
    readonly offset?: number;
}
/**
 * The rule of who sees whom, for run, count and picture alike: a query sees a present key that is itself (`self`),
 * at an equal or earlier position (`earlier`), or of the same picture (`image`). `query` and `key` are indices into
 * the parties' places.
 */
declare function sees(reach: Reach | undefined, queries: Party, query: number, keys: Party, key: number): boolean;

/**
 * Hears and edits activations by path: `layers.7.attention.weights.text`, `layers.3.output.vision`. Nothing is
 * kept unless a path asks for it.
 */
interface Taps {
    /** Called with the activation at each path; the tensor is released after the call. */
    readonly observe?: Readonly<Record<string, (x: tf.Tensor) => void>>;
    /** What stands in place of the activation at each path; it must keep the shape. */
    readonly edit?: Readonly<Record<string, (x: tf.Tensor) => tf.Tensor>>;
}

/** What a model does with its tokens: openings at the encoder, then openings and a route for every layer. */
interface Plan {
    readonly encoder: readonly Opening[];
    readonly layers: readonly {
        readonly before: readonly Opening[];
        readonly route: Route;
    }[];
}
/** A step towards a plan, plain data: a route from a layer on, openings before a layer, or at the encoder. */
type Edit = {
    readonly from: number;
    readonly route: Route;
} | {
    readonly before: number;
    readonly opens: readonly Opening[];
} | {
    readonly encoder: readonly Opening[];
};
/** Anything that `with` takes: edits, lists of them, or whole plans. */
type Edits = Edit | readonly Edits[];
/** The route from layer `k` on. Its openings happen before layer `k` only. Layer `L` of `L` means never. */
declare const from: (k: number, route: Route) => Edit;
/** Openings before one layer. */
declare const before: (k: number, ...opens: Opening[]) => Edit;
/** Openings at the encoder's output, in order. */
declare const atEncoder: (...opens: Opening[]) => Edit;
/**
 * Applies edits, in order, to the plan in which every layer takes `base`.
 *
 * @throws UsageError for a layer outside the model, a kind that a layer needs and nothing has made, or an
 *   unknown update or opening.
 */
declare function planOf(layers: number, base: Route, ...edits: Edits[]): Plan;
/** A plan as JSON text. */
declare const planToJson: (plan: Plan) => string;
/** A plan from JSON text, validated: data is never evaluated. */
declare function planFromJson(text: string): Plan;
/** How the function that is called in a notebook takes a route's options: `f({ factor: 2 })` or `f("vision", "keep")`. */
export type Takes = "an object" | "a list";
/** Lets plans print as calls of a route's maker, and lets routes be made by name. */
declare function defineRoute<O extends Options>(name: string, defaults: O, lanes: (options: O) => {
    lanes: Route["lanes"];
    opens?: readonly Opening[];
}, takes?: Takes): (options?: Partial<O>) => Route;
/** The code that makes a plan: a list of edits to paste into a notebook cell. */
declare function planToCode({ encoder, layers }: Plan): string;

/** Root-mean-square normalisation over the last axis (Zhang and Sennrich, 2019): `w x / sqrt(mean(x^2) + eps)`. */
declare class RMSNorm extends Module {
    readonly weight: tf.Tensor1D;
    readonly eps: number;
    constructor(weight: tf.Tensor1D, eps: number);
    static build(source: Source, path: string, size: number, eps: number): RMSNorm;
    /** `[..., size]` to the same shape. */
    apply<T extends tf.Tensor>(x: T): T;
}

/** The feed-forward network of Llama (Shazeer, 2020): `down(silu(gate(x)) * up(x))`. */
declare class SwiGLU extends Module {
    readonly gate_proj: Linear;
    readonly up_proj: Linear;
    readonly down_proj: Linear;
    constructor(gate_proj: Linear, up_proj: Linear, down_proj: Linear);
    static build(source: Source, path: string, hidden: number, inner: number, initial?: number, initialOut?: number | undefined): SwiGLU;
    /** `[batch, tokens, hidden]` to the same shape. */
    apply(x: tf.Tensor3D): tf.Tensor3D;
}

/** The numbers that shape a decoder layer. */
export interface DecoderLayerConfig extends AttentionConfig {
    readonly ffn: number;
    readonly eps: number;
}
/**
 * The weights of one layer of a Llama-like decoder. How tokens travel through them is not said here: that is the
 * route's (`src/routes`), which also adds `updates` and `openings` of its own.
 */
declare class DecoderLayer extends Module {
    readonly self_attn: Attention;
    readonly mlp: SwiGLU;
    readonly input_layernorm: RMSNorm;
    readonly post_attention_layernorm: RMSNorm;
    /** What a route adds to this layer, by kind and by what it stands in for. */
    readonly updates: Readonly<Record<string, Readonly<Record<string, Module>>>>;
    /** What the openings before this layer bring along, by the kind they make. */
    readonly openings: Readonly<Record<string, Module>>;
    constructor(self_attn: Attention, mlp: SwiGLU, input_layernorm: RMSNorm, post_attention_layernorm: RMSNorm, 
    /** What a route adds to this layer, by kind and by what it stands in for. */
    updates?: Readonly<Record<string, Readonly<Record<string, Module>>>>, 
    /** What the openings before this layer bring along, by the kind they make. */
    openings?: Readonly<Record<string, Module>>);
    static build(source: Source, path: string, config: DecoderLayerConfig): DecoderLayer;
}

/** LLaVA's `mlp2x_gelu`: from the vision encoder's width to the decoder's, named `0` and `2` as in a checkpoint. */
declare class Projector extends Module {
    readonly 0: Linear;
    readonly 2: Linear;
    constructor(first: Linear, second: Linear);
    /** From `width` to `hidden`, and `inner` between its two layers: as wide as the decoder in LLaVA. */
    static build(source: Source, path: string, width: number, hidden: number, inner?: number): Projector;
    /** `[pictures, tokens, width]` to `[pictures, tokens, hidden]`. */
    apply(x: tf.Tensor3D): tf.Tensor3D;
}

/** What a GGUF file says of itself, checked when it is asked for. */
export declare class Metadata {
    private readonly path;
    private readonly fields;
    constructor(path: string, fields: object);
    has(name: string): boolean;
    /** A number; those of 32 bits that came from a decimal fraction are given as that fraction. */
    number(name: string, otherwise?: number): number;
    text(name: string): string;
    texts(name: string): string[];
    numbers(name: string): number[];
    private field;
    private wrong;
}

/** A token of a text, and the stretch of the text that it stands for, in UTF-16 units. */
interface Piece {
    readonly id: number;
    readonly start: number;
    readonly end: number;
}
/** Text to token ids and back. */
interface Tokenizer {
    /** The number of tokens. */
    readonly size: number;
    /** The token that ends a row of a grid. */
    readonly newline: number;
    /** The token that ends an answer. */
    readonly end: number;
    /** The token of an empty patch. */
    readonly space: number;
    encode(text: string): number[];
    /** The text of ids; what is no text is left out. */
    decode(ids: Iterable<number>): string;
    /** The tokens of a text, each with its place in it. */
    pieces(text: string): Piece[];
}
/** One token a character: `special` ones first, then the alphabet in its order. */
declare class CharacterTokenizer implements Tokenizer {
    readonly alphabet: string;
    readonly newline = 0;
    readonly end = 1;
    readonly padding = 2;
    readonly question = 3;
    private readonly characters;
    private readonly ids;
    constructor(alphabet: string);
    get size(): number;
    get space(): number;
    /** Ids of a text. Throws a `UsageError` for a character outside the alphabet. */
    encode(text: string): number[];
    decode(ids: Iterable<number>): string;
    pieces(text: string): Piece[];
}

/** Byte-level byte-pair encoding with the tokens of a GGUF file; the ids are those of Hugging Face's tokenizers. */
export declare class BytePairTokenizer implements Tokenizer {
    private readonly reader;
    private readonly tokens;
    private readonly whole;
    readonly size: number;
    readonly newline: number;
    readonly end: number;
    readonly space: number;
    private constructor();
    /** The tokenizer of a GGUF file. Throws a `Failure` that names the file if it is of a kind that is not here. */
    static of(path: string, metadata: Metadata): BytePairTokenizer;
    encode(text: string): number[];
    decode(ids: Iterable<number>): string;
    /** A token that holds a part of a character stands for the whole of it; a byte that no token has stands in none. */
    pieces(text: string): Piece[];
}

/** A message of a conversation, as chat templates take it. */
export interface Message$1 {
    readonly role: "system" | "user" | "assistant";
    readonly content: string;
}
/**
 * Renders conversations by a model's own template. A template comes with a model and is not trusted: the interpreter knows
 * nothing but the messages, and one that is too long, does not end in time or says too much is refused.
 */
export declare class ChatTemplate {
    private readonly path;
    private readonly template;
    /** Throws a `Failure` that names the file if the template cannot be understood. */
    constructor(path: string, source: string);
    /** The text of a conversation; with `answer` it ends where the assistant's next message begins. */
    render(messages: readonly Message$1[], { answer }?: {
        answer?: boolean | undefined;
    }): string;
    /** The interpreter runs in this thread; the watchdog of a context of its own ends it. */
    private inTime;
    private broken;
}

/** An open file of named tensors; values are read only when asked for. */
export interface TensorFile {
    readonly path: string;
    readonly entries: ReadonlyMap<string, {
        readonly shape: readonly number[];
    }>;
    /** The values of a tensor as float32. Throws a `Failure` for a type that has none. */
    read(name: string): Float32Array;
    /** The same as the bits of bfloat16, rounded to the nearest where they are not stored so. */
    readBits(name: string): Uint16Array;
    close(): void;
}

/** A decoder that others trained, named in a model's config and not stored with it. */
export interface DecoderName {
    /** A name that `proxylab fetch` knows, or the path of a GGUF file. */
    readonly decoder: string;
    /** Of its file. */
    readonly sha256: string;
}
/** What speaks a decoder's language. */
interface Language {
    readonly tokenizer: BytePairTokenizer;
    readonly template: ChatTemplate;
}
/** The language of a decoder that was opened in this process. */
declare function languageOf({ decoder, sha256 }: DecoderName): Language;

/** The numbers of a decoder, named as in Hugging Face's configs. */
interface DecoderConfig {
    readonly num_hidden_layers: number;
    readonly hidden_size: number;
    readonly intermediate_size: number;
    readonly num_attention_heads: number;
    readonly num_key_value_heads: number;
    readonly head_dim: number;
    readonly vocab_size: number;
    readonly rms_norm_eps: number;
    readonly rope_theta: number;
    readonly attention_bias: boolean;
    readonly tie_word_embeddings: boolean;
}
/** The numbers of a vision encoder, named as in CLIP's configs. */
interface VisionConfig {
    readonly image_size: number;
    readonly patch_size: number;
    /** The side of the window that each patch sees; larger than the patch where windows overlap. */
    readonly window_size: number;
    readonly num_channels: number;
    /**
     * What a pixel's number is: ink, from -1 for white to 1 for black, or a colour as CLIP normalises it, which LLaVA-like models
     * take unless their config says otherwise.
     */
    readonly pixels: "ink" | "clip";
    readonly hidden_size: number;
    readonly intermediate_size: number;
    readonly num_hidden_layers: number;
    readonly num_attention_heads: number;
    readonly layer_norm_eps: number;
    readonly hidden_act: "gelu" | "quick_gelu";
    readonly class_token: boolean;
    /** Which hidden state is read: -1 the last, -2 the one before, as LLaVA does. */
    readonly select_layer: number;
}
/** A whole LMM. */
interface LMMConfig {
    readonly decoder: DecoderConfig;
    /** Absent in a model that reads text only. */
    readonly vision?: VisionConfig;
    /**
     * Where newline tokens stand: one behind each crop (`inPlace`); the same, but one crop early from the second
     * crop of a picture on (`early`, as the released ProxyV code has it); or one behind each row of the grid (`rows`).
     */
    readonly newlines: "inPlace" | "early" | "rows";
    /** The token whose embedding stands for newline tokens; they have one of their own unless said. */
    readonly newline_token?: number;
    /**
     * What reads pictures: a vision transformer and a projector; or, in a text twin, the decoder's own embeddings of the text
     * pieces that stand in the picture, patch by patch. `vit` unless said.
     */
    readonly encoder?: "vit" | "pieces";
    /** The width inside the projector; the decoder's unless said. */
    readonly projector_size?: number;
    /** The characters of a character tokenizer; absent when token ids come from outside. */
    readonly alphabet?: string;
    /** The decoder whose weights, and whose tokenizer, are not stored with the model. */
    readonly pretrained?: DecoderName;
}
/**
 * Reads a config.json: this project's own (`decoder`, `vision`), or a LLaVA or plain Llama-like one, whose
 * `vision_config` holds CLIP's. Throws a `Failure` that names a missing or impossible number.
 */
declare function configFrom(json: unknown): LMMConfig;

/** Layer normalisation over the last axis, with weight and bias. */
declare class LayerNorm extends Module {
    readonly weight: tf.Tensor1D;
    readonly bias: tf.Tensor1D;
    readonly eps: number;
    constructor(weight: tf.Tensor1D, bias: tf.Tensor1D, eps: number);
    static build(source: Source, path: string, size: number, eps: number): LayerNorm;
    /** `[..., size]` to the same shape. */
    apply<T extends tf.Tensor>(x: T): T;
}

/** A picture, `[channels, size, size]`, already normalised. */
type Pixels = Float32Array;
/**
 * Cuts square pictures into windows, one every `stride` pixels, and projects each to `width`. Windows may be
 * larger than the stride: then they overlap, and what hangs over the edge is zero.
 */
declare class PatchEmbedding extends Module {
    /** `[width, channels, window, window]`, as a convolution stores it. */
    readonly weight: tf.Tensor4D;
    readonly size: number;
    readonly stride: number;
    constructor(
    /** `[width, channels, window, window]`, as a convolution stores it. */
    weight: tf.Tensor4D, size: number, stride: number);
    static build(source: Source, path: string, options: {
        width: number;
        channels: number;
        window: number;
        size: number;
        stride: number;
    }): PatchEmbedding;
    /** `[pictures, grid * grid, width]`, row by row. A product of matrices: not every engine has a convolution's gradient. */
    apply(pictures: readonly Pixels[]): tf.Tensor3D;
    /** Windows a side. */
    get grid(): number;
    private cut;
}

/** The numbers that shape a block of a vision transformer. */
export interface ViTBlockConfig {
    readonly width: number;
    readonly heads: number;
    readonly ffn: number;
    readonly eps: number;
    readonly activation: "gelu" | "quick_gelu";
}
/** The two linear layers of a ViT block, named as in CLIP. */
declare class ViTMlp extends Module {
    readonly fc1: Linear;
    readonly fc2: Linear;
    readonly activation: ViTBlockConfig["activation"];
    constructor(fc1: Linear, fc2: Linear, activation: ViTBlockConfig["activation"]);
    apply(x: tf.Tensor3D): tf.Tensor3D;
}
/** A pre-norm block of a vision transformer (Dosovitskiy et al., 2021), named as in CLIP. */
declare class ViTBlock extends Module {
    readonly self_attn: Attention;
    readonly layer_norm1: LayerNorm;
    readonly mlp: ViTMlp;
    readonly layer_norm2: LayerNorm;
    constructor(self_attn: Attention, layer_norm1: LayerNorm, mlp: ViTMlp, layer_norm2: LayerNorm);
    static build(source: Source, path: string, { width, heads, ffn, eps, activation }: ViTBlockConfig): ViTBlock;
    /**
     * `[pictures, tokens, width]` to the same shape. `observe` hears the attention's weights, `[pictures, heads, tokens,
     * tokens]`, and its keys, `[pictures, tokens, width]`.
     */
    apply(x: tf.Tensor3D, observe?: (name: "weights" | "keys", x: tf.Tensor) => void): tf.Tensor3D;
}

/** A kind in one layer: its states as they came in and as they leave, `[batch, tokens, hidden]` each. */
interface View {
    readonly before: tf.Tensor3D;
    /** Computed when first asked for; two kinds that wait for each other are an error. */
    readonly after: tf.Tensor3D;
}
/** What an update may use besides the streams. */
interface Tools {
    /** The states that enter what the update stands in for. */
    readonly state: tf.Tensor3D;
    /** The layer's own weights. */
    readonly layer: DecoderLayer;
    /** The update's own weights in this layer, if it brings any. */
    readonly weights: Module | undefined;
    readonly options: Options;
    /** The layer's values of the updated kind, `[batch, tokens, kvHeads * headSize]`, made once. */
    values(): tf.Tensor3D;
    /** Who stands for the updated kind. Throws when nobody does. */
    link(by?: Kind): Link;
    /** Gives every token of the updated kind what those that stand for it hold. */
    spread(x: tf.Tensor3D, by?: Kind): tf.Tensor3D;
}
/** The sizes that an update's weights are made for. */
export interface Sizes {
    readonly hidden: number;
    readonly eps: number;
}
/** How an update works, registered under its name. */
export interface UpdateDefinition {
    /** The states after what the update stands in for. */
    apply(streams: Readonly<Record<Kind, View>>, tools: Tools): tf.Tensor3D;
    /** The update's own weights at `path`, for a model of these sizes. */
    build?(source: Source, path: string, sizes: Sizes, options: Options): Module;
}
/**
 * Makes an update of one's own under a name, usable in lanes at once. Writing it again under the same name
 * replaces it, as re-running a notebook cell does.
 *
 * @example
 * const gain = update("gain of the proxy", ({ vision, proxy }, { spread }) =>
 *   tf.add(vision.before, spread(tf.sub(proxy.after, proxy.before))));
 */
declare function update(name: string, apply: UpdateDefinition["apply"]): Update;
/** Registers an update that has options or weights, and returns the function that writes it. */
declare function defineUpdate<O extends Options>(name: string, definition: UpdateDefinition): (options?: O) => Update;

/** What an opening before a layer may use besides the streams. */
export interface OpeningTools {
    readonly options: Options;
    readonly weights: Module | undefined;
    /**
     * The attention that the last prompt token paid each token of a kind in the layer before, mean over heads,
     * `[batch, tokens]`. Only for openings that say so in `ranks`.
     */
    rows(): tf.Tensor2D;
}
/** The vision encoder's output, before the projector. */
interface Encoded {
    /** `[crops, tokens, width]` */
    readonly features: tf.Tensor3D;
    /** How much attention each token received, from the class token where there is one: `[crops, tokens]`. */
    readonly received: tf.Tensor2D;
    /** The keys of the tokens, mean over heads: `[crops, tokens, headSize]`. */
    readonly keys: tf.Tensor3D;
    /** The grid that the tokens fill, while they do. */
    readonly grid?: {
        readonly rows: number;
        readonly columns: number;
    };
}
export interface LayerOpening {
    readonly at: "layer";
    /** The kind it makes, if it makes one. */
    makes?(options: Options): Kind;
    /** The kinds it needs. */
    needs(options: Options): Kind[];
    /** The kind whose attention rows it ranks by, if it does. */
    ranks?(options: Options): Kind;
    build?(source: Source, path: string, sizes: Sizes, options: Options): Module;
    apply(streams: Streams, tools: OpeningTools): Streams;
}
/** An opening of one's own before a layer, without options: what it does to the streams. */
declare function opening(name: string, apply: LayerOpening["apply"], needs?: Kind[]): Opening;
/**
 * Openings that make new kinds: `spawn({ proxy: downsample("vision", { factor: 4 }) })`. Two sorts of proxies
 * are two names.
 */
declare function spawn(makers: Readonly<Record<Kind, (kind: Kind) => Opening>>): Opening[];

/** The embeddings of a vision transformer: patches, positions, and a class token if there is one. */
export declare class Embeddings extends Module {
    readonly patch_embedding: PatchEmbedding;
    readonly position_embedding: {
        readonly weight: tf.Tensor2D;
    };
    readonly class_embedding?: tf.Tensor1D;
    constructor(patch_embedding: PatchEmbedding, position_embedding: {
        readonly weight: tf.Tensor2D;
    }, class_embedding?: tf.Tensor1D);
    apply(pictures: readonly Pixels[]): tf.Tensor3D;
}
/**
 * CLIP's vision transformer under its own names (`pre_layrnorm` is CLIP's spelling). Only the blocks up to the
 * selected hidden state run.
 */
export declare class VisionModel extends Module {
    readonly embeddings: Embeddings;
    readonly pre_layrnorm: LayerNorm;
    readonly encoder: {
        readonly layers: readonly ViTBlock[];
    };
    readonly post_layernorm: LayerNorm;
    private readonly selectLayer;
    constructor(embeddings: Embeddings, pre_layrnorm: LayerNorm, encoder: {
        readonly layers: readonly ViTBlock[];
    }, post_layernorm: LayerNorm, selectLayer: number);
    static build(source: Source, path: string, config: VisionConfig): VisionModel;
    /**
     * Features of the selected layer without the class token, `[pictures, grid * grid, width]`. What encoder openings
     * rank and merge by is kept only when `details` asks for it.
     */
    apply(pictures: readonly Pixels[], { details }?: {
        details?: boolean | undefined;
    }): Encoded;
}

/** Token embeddings, `[vocabulary, hidden]`, or packed in bfloat16. */
export declare class Embedding extends Module {
    readonly weight: tf.Tensor2D;
    constructor(weight: tf.Tensor2D);
    /** `[batch, tokens]` ids to `[batch, tokens, hidden]`. The gradient adds up rows as they are; tfjs's own turns them twice. */
    apply(ids: Int32Array, batch: number): tf.Tensor3D;
}
/** All that a checkpoint holds below `model.`, under its names. */
export declare class Inner extends Module {
    readonly embed_tokens: Embedding;
    readonly layers: readonly DecoderLayer[];
    readonly norm: RMSNorm;
    readonly vision_tower?: {
        readonly vision_tower: {
            readonly vision_model: VisionModel;
        };
    };
    readonly mm_projector?: Projector;
    readonly image_newline?: tf.Tensor1D;
    constructor(embed_tokens: Embedding, layers: readonly DecoderLayer[], norm: RMSNorm, { tower, projector, newline }?: Eyes);
    /** The same decoder with these eyes. */
    seeing(eyes: Eyes): Inner;
}
/** What a model has besides its decoder to take pictures in. */
export interface Eyes {
    readonly tower?: VisionModel;
    readonly projector?: Projector;
    /** The embedding of newline tokens, where they do not have a text token's. */
    readonly newline?: tf.Tensor1D;
}
/** The weights of an LMM as a tree: a tensor's path is its name in a checkpoint. */
export declare class Model$1 extends Module {
    readonly model: Inner;
    readonly lm_head?: Linear;
    constructor(model: Inner, lm_head?: Linear);
    static build(source: Source, config: LMMConfig): Model$1;
    /** The same decoder with these eyes. */
    seeing(eyes: Eyes): Model$1;
    /** Final norm and head: `[batch, tokens, hidden]` to logits `[batch, tokens, vocabulary]`. */
    logits(x: tf.Tensor3D): tf.Tensor3D;
}

/** The size of a low-rank adapter, and the factor on what it adds. */
export interface AdapterSize {
    readonly rank: number;
    readonly scaling: number;
}
/** Which linear layers of a model get adapters, and how large. */
export interface AdapterOptions {
    /** 16 unless said. */
    readonly rank?: number;
    /** The factor is `alpha / rank`; twice the rank unless said. */
    readonly alpha?: number;
    /** Paths of linear layers; every projection of the decoder's layers unless said. */
    readonly paths?: RegExp;
    /** Of the first matrices; the second are zero, so that nothing changes until they are trained. */
    readonly seed?: number;
}

/** A picture as its crops: the base view first, then tiles. */
interface Picture {
    readonly crops: readonly Pixels[];
    /**
     * The text that stands in each crop, where it is known: the id of the piece under each patch, row by row. An encoder is
     * taught by it, and a text twin reads it in place of the pixels.
     */
    readonly pieces?: readonly Int32Array[];
}
/** What a model is asked: token ids and pictures in their order. */
interface Sample$1 {
    readonly parts: readonly (readonly number[] | Picture)[];
    /**
     * How many of the text tokens are the prompt; all, unless some of the answer is given too. Rankings by attention
     * use the last prompt token.
     */
    readonly promptLength?: number;
}
/** A batch laid out: where every token stands, before anything is computed. */
export interface Layout$1 {
    readonly batch: number;
    readonly vision: Places;
    readonly newline: Places;
    readonly text: Places;
    /** Text ids, `[batch * text tokens]`. */
    readonly ids: Int32Array;
    /** For each crop's place in the batch, the crop that fills it, `[batch * crops]`. */
    readonly cropAt: Int32Array;
    /** The index of the last prompt token in each sample's text. */
    readonly promptEnd: Int32Array;
    /** The next free position of each sample. */
    readonly next: Int32Array;
}
/** The form in which crops reach the decoder. */
export interface CropForm {
    readonly tokens: number;
    readonly grid?: {
        readonly rows: number;
        readonly columns: number;
    } | undefined;
}

/** What a prefill leaves behind. Whoever runs it releases it. */
export interface Prefill {
    readonly layout: Layout$1;
    readonly streams: Streams;
    readonly cache: KvCache;
}
/** The part of a config that says what a model has besides its decoder. */
export type EyesConfig = Required<Pick<LMMConfig, "vision" | "newlines">> & Pick<LMMConfig, "newline_token" | "encoder" | "projector_size">;
/** How a model is run. */
export interface ForwardOptions {
    readonly taps?: Taps;
    readonly keepCache?: boolean;
}
/**
 * A large multimodal model: vision encoder, projector, decoder, and the plan by which its tokens travel. An edit
 * makes a new model that shares every tensor it did not touch; a model disposes of the tensors that it brought in
 * itself, and of no others.
 */
declare class LMM {
    readonly config: LMMConfig;
    readonly weights: Model$1;
    readonly plan: Plan;
    private readonly own;
    private constructor();
    /** A model whose tensors come from `source`. Without a vision config it reads text only. */
    static build(source: Source, config: LMMConfig, ...edits: Edits[]): LMM;
    /** The same under a whole plan. */
    static underPlan(source: Source, config: LMMConfig, plan: Plan, adapters?: ReadonlyMap<string, AdapterSize>): LMM;
    /** A model started at random from a seed. */
    static random(config: LMMConfig, seed?: number, ...edits: Edits[]): LMM;
    /**
     * The same model with routes or openings put in. Shares every weight; what a route needs besides is started
     * from `seed` unless the model has it already.
     */
    with(...edits: Edits[]): LMM;
    /** The same model under another plan. */
    withPlan(plan: Plan, seed?: number): LMM;
    /** The same model with some tensors replaced by path. The new model owns the replacements. */
    withTensors(tensors: ReadonlyMap<string, tf.Tensor>): LMM;
    /**
     * The same model with the decoder's matrices in bfloat16, rounded to the nearest: half the memory, no gradient. It owns
     * those and shares the rest.
     */
    packed(): LMM;
    /**
     * The same model with a low-rank adapter on linear layers, every projection of the decoder unless said. It shares all
     * weights and owns the adapters; they are trained by their paths (`/lora_/`).
     */
    withAdapters(options?: AdapterOptions): LMM;
    /** The number of parameters. */
    get parameters(): number;
    /**
     * The same model with eyes that are started from `seed`, in place of those it may have: a vision transformer and a
     * projector, or what a text twin has. It shares all else.
     */
    withEyes(eyes: EyesConfig, seed?: number): LMM;
    /**
     * The same decoder, which reads the text of a picture in place of its pixels: under each patch the decoder's own embedding
     * of the piece that stands there, at the same positions. It shares every weight that it has, adapters and routes' updates too.
     */
    textTwin(): LMM;
    /** Features of the crops as they reach the decoder, `[crops, tokens, hidden]`, behind the plan's encoder openings. */
    encode(samples: readonly Sample$1[]): {
        features: tf.Tensor3D | undefined;
        form: CropForm;
    };
    private readPieces;
    /** Runs prompts through the whole model. Call it inside `tf.tidy` and keep what you need of it. */
    prefill(samples: readonly Sample$1[], options?: ForwardOptions): Prefill;
    /** Logits of the text tokens, `[batch, text tokens, vocabulary]`. */
    logits(samples: readonly Sample$1[], options?: ForwardOptions): tf.Tensor3D;
    /** The same model, which from now on also owns, and disposes of, what another owned: the one that it was made from. */
    owning(base: LMM): LMM;
    /** Releases the tensors that this model brought in; models made from it by edits stay their own. */
    dispose(): void;
}

/** A question and the answer to learn. */
interface Turn$1 {
    readonly question: string;
    readonly answer: string;
}
/** A conversation to learn from: parts as a sample has them, and for each text token itself where it is to be learned. */
interface Lesson {
    readonly parts: Sample$1["parts"];
    /** A text token's id, or `ignored`. */
    readonly labels: readonly number[];
}
/** How a model is asked, and how conversations with it are laid out: by its decoder's own template, or by characters. */
declare class Chat {
    readonly tokenizer: Tokenizer;
    private readonly frame;
    private constructor();
    /** The way a model is asked. `system` is what its template is told beforehand, where it has one. */
    static with({ config }: Pick<LMM, "config">, { system }?: {
        system?: string;
    }): Chat;
    /** The prompt of a question, about a picture or not; the answer follows. */
    ask(question: string, picture?: Picture): Sample$1;
    /**
     * Several questions in one conversation, each answer to be learned, the token that ends it too. It is about a picture, or
     * about a text, whose ids stand where the picture would.
     */
    lesson(turns: readonly Turn$1[], about?: Picture | readonly number[]): Lesson;
    /** The text of a generated answer. */
    answer(ids: Iterable<number>): string;
}

/** How a model's frozen matrices are held: as they are trained, or packed in half the memory. */
export type WeightFormat = "float32" | "bfloat16";

/** How a checkpoint is read. */
export interface CheckpointOptions {
    /** How the decoder's matrices are held: to be trained, or frozen in half the memory. `float32` unless said. */
    readonly weights?: WeightFormat;
}
/** The same with the decoder that the model's config names in place of storing it; `load` opens it. */
export interface CheckpointParts extends CheckpointOptions {
    readonly decoder?: TensorFile;
}
/**
 * Loads a model from a folder with `config.json` and one or more `.safetensors` files. Reads this project's own
 * checkpoints and LLaVA-style ones, those of the released ProxyV code included, whose routes come along.
 *
 * @throws Failure that names the file, and the tensor or the number in it, that is missing or does not fit.
 */
declare function loadCheckpoint(folder: string, { weights, decoder: pretrained }?: CheckpointParts): LMM;
/**
 * Writes a model as a folder: `config.json` with its plan, and `model.safetensors`, in which what is held in bfloat16
 * stays so. The tensors of a pretrained decoder are left out, the config names it. Atomic, file by file.
 */
declare function saveCheckpoint(lmm: LMM, folder: string, { dtype }?: {
    dtype?: "F32" | "BF16";
}): void;

/** How many tokens there are, and which of the two conventions counts attention's scores. */
interface CostSettings {
    /** Crops of one picture; 5 unless said, as in the paper. */
    readonly crops?: number;
    /** Text tokens, all behind the picture; 50 unless said, as in the paper. */
    readonly text?: number;
    /** Newline tokens, evenly among the vision tokens; unless said, as many and where the model's config puts them. */
    readonly newline?: number;
    /** `full` (the paper's): every query with every key, masked or not. `visible`: only what may be seen. */
    readonly scores?: "full" | "visible";
}
/** One layer's share. */
interface LayerCost {
    readonly route: string;
    readonly flops: number;
    readonly byOperation: Readonly<Record<string, number>>;
    readonly byKind: Readonly<Record<string, number>>;
    /** The finest figures: FLOPs by operation and kind. */
    readonly cells: readonly {
        readonly operation: string;
        readonly kind: string;
        readonly flops: number;
    }[];
}
/** What a prefill of the decoder takes. Two FLOPs a multiply-add, matmuls only: no encoder, projector or head. */
interface Cost {
    readonly flops: number;
    readonly layers: readonly LayerCost[];
    /** Parameters of the whole model, updates included. */
    readonly parameters: number;
    /** Keys and values that decoding needs, in float32. */
    readonly kvCacheBytes: number;
    /** The most activation bytes alive at once, in float32, of the plain definitions. */
    readonly peakBytes: number;
    readonly settings: Required<CostSettings>;
    /** The same prefill of another model or plan beside it. */
    versus(baseline: LMM | LMMConfig | Cost): Comparison;
}
/** A cost beside a baseline's. */
interface Comparison {
    readonly flops: number;
    readonly baselineFlops: number;
    /** The share of the baseline's FLOPs that is saved, in per cent. */
    readonly reducedPct: number;
    readonly layers: readonly {
        readonly layer: number;
        readonly route: string;
        readonly flops: number;
        readonly baselineFlops: number;
    }[];
}
/**
 * Counts the prefill of a model or, without weights, of a config under edits. It is the same forward pass, run on
 * the engine that knows only shapes. Synchronous; takes milliseconds for a 7B model.
 *
 * @example cost(llms["vicuna-7b"], from(12, proxyV()), { crops: 5, text: 50 }).flops
 */
declare function cost(model: LMM, settings?: CostSettings): Cost;
declare function cost(config: LMMConfig, edits: Edits, settings?: CostSettings): Cost;

/** How an encoder is taught the pieces of text that stand in pictures. */
interface DenseTargetOptions {
    /** The pieces that may be named: those in use, the space among them. Every token of the decoder unless said. */
    readonly pieces?: Iterable<number>;
    /** The piece of an empty patch. */
    readonly space: number;
    /** The weight of an empty patch beside that of an inked one; a tenth unless said. */
    readonly blank?: number;
    /** How sharply pieces are told apart: two that are as far apart as usual differ by this much in their logits. 12 unless said. */
    readonly sharpness?: number;
    /** The weight of regression beside cross-entropy; 1 unless said. */
    readonly regression?: number;
}
/** The share of patches whose piece an encoder names, where text stands and where none does. */
export interface DenseHits {
    readonly ink: number;
    readonly blank: number;
}
/**
 * Dense supervision of an encoder: under each patch the decoder's own embedding of the piece that stands there. A patch's
 * logit for a piece falls with the squared distance from the piece's embedding, so that it names the nearest one; besides, it is
 * drawn to the right one by regression. Distances are in units of the embeddings' spread about their mean. (By products
 * in place of distances, fewer than half of SmolLM2's embeddings would name themselves.)
 *
 * The embeddings are copied when this is made, and released by `dispose`.
 */
declare class DenseTarget {
    private readonly indices;
    private readonly embeddings;
    /** What makes of products distances. */
    private readonly bias;
    private readonly spread;
    private readonly options;
    constructor(lmm: LMM, { pieces, ...options }: DenseTargetOptions);
    /** The loss of an encoder's features for pictures that know their pieces; a scalar with a gradient. */
    loss(lmm: LMM, pictures: readonly Picture[]): tf.Scalar;
    /** How often the nearest embedding is that of the piece that stands there. */
    hits(lmm: LMM, pictures: readonly Picture[]): DenseHits;
    dispose(): void;
    /** Of patches `[patches, hidden]` for each piece, `[patches, pieces]`. */
    private logits;
    /** The patches on which text stands, and the others, with the places of their pieces among those in use. */
    private split;
    private indexOf;
}

/** How answers are generated. */
interface GenerateOptions {
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
declare function generate(lmm: LMM, samples: readonly Sample$1[], options?: GenerateOptions): number[][];

/** The six LLMs of the paper by name, each behind CLIP ViT-L/14-336 as in LLaVA-NeXT. No weights are needed to count. */
declare const llms: Readonly<Record<string, LMMConfig>>;
/** An LLM of the paper. Throws a `UsageError` that lists the names for one that is not there. */
declare function llm(name: string): LMMConfig;

/**
 * Loads a model: `"nano"`; a decoder that `proxylab fetch` brought, as `"smollm2-135m"`, or a GGUF file of one, which read text
 * only; or a folder with `config.json` and `.safetensors` files. Starts an engine if none runs. `weights: "bfloat16"` holds
 * the decoder's matrices in half the memory; they cannot be trained then.
 *
 * @throws Failure if there is no such model, or its files do not fit together.
 */
declare function load(name: string, options?: CheckpointOptions): Promise<LMM>;

/** The sizes of a `nano` that may be chosen. */
interface NanoOptions {
    /** Of its tokens, one a character. */
    readonly alphabet: string;
    /** 6 to 12; 6 unless said. */
    readonly layers?: number;
    /** Of a picture's side; 96 unless said. */
    readonly pixels?: number;
    /** Of a patch's side: of 96 pixels 8 make 12 x 12 patches, 6 make 16 x 16. 8 unless said. */
    readonly patch?: number;
    /** 1 for ink alone, which is what is taken unless said; 3 for colours. */
    readonly channels?: number;
    /** Groups of queries that share their keys; 4, as many as there are heads, unless said. */
    readonly keyHeads?: number;
    /** Whether queries, keys and values have biases. */
    readonly bias?: "none" | "qkv";
}
/**
 * `nano`: a decoder of characters, d = 128, and a vision transformer of 3 layers, 128 wide, which sees a window of 20 pixels
 * around each patch. A row of the grid ends with the newline of the text. About 2 M parameters, all of them its own.
 */
declare function nanoConfig(options: NanoOptions): LMMConfig & Required<Pick<LMMConfig, "vision">>;

/**
 * Reads a PNG, JPEG or WebP file as a picture of one crop, in the form that an encoder takes: ink, from -1 for white to 1
 * for black, of grey or of each colour; or colours as CLIP normalises them.
 *
 * @throws Failure if the file cannot be read as a picture or is not of the encoder's size.
 */
declare function readPicture(path: string, vision: VisionConfig): Promise<Picture>;

/** A stretch of text in a picture: what it says, and where the centre of each of its UTF-16 units stands, in pixels. */
interface PlacedText {
    readonly text: string;
    readonly centres: readonly (readonly [x: number, y: number])[];
}
/**
 * The text that stands in a crop as a grid of pieces: under each patch the id of the piece whose centre lies there, of several
 * the one nearest to the patch's own centre, and the space's where none does.
 */
declare function piecesOnGrid(texts: readonly PlacedText[], tokenizer: Tokenizer, vision: Pick<VisionConfig, "image_size" | "patch_size">): Int32Array;

/** How a new `smol` is made. */
interface SmolOptions {
    /** The pretrained decoder; `smollm2-135m` unless said, which `proxylab fetch` brings. */
    readonly decoder?: string;
    /** How its frozen weights are held; `bfloat16` unless said. */
    readonly weights?: WeightFormat;
    /** Of its encoder, projector and adapters. */
    readonly seed?: number;
    /** The rank of the adapters on every linear layer of the decoder; 16 unless said. */
    readonly rank?: number;
    /** `pieces` for a text twin of its own, without a vision transformer; `vit` unless said. */
    readonly encoder?: "vit" | "pieces";
}
/**
 * `smol`'s encoder: 224-pixel pictures in 16 x 16 patches of 14 pixels, each seen through a window of 28; a vision transformer
 * of 4 layers, 192 wide. 2.3 M parameters.
 */
declare const smolVision: VisionConfig;
/**
 * A new `smol`, untrained: a pretrained decoder, frozen, with eyes started from a seed and adapters that change nothing yet. A
 * row of the grid ends with the decoder's own newline. What is trained (encoder, projector, adapters: 7.3 M parameters)
 * is what `saveCheckpoint` stores. On it a guided update takes `ratio: 1 / 4`, for the released half of d = 576 would cost a
 * fifth of a layer.
 */
declare function newSmol(options?: SmolOptions): Promise<LMM>;

/** `x sigmoid(x)`. */
declare const silu: <T extends tf.Tensor>(x: T) => T;
/** CLIP's approximation, `x sigmoid(1.702 x)`. */
declare const quickGelu: <T extends tf.Tensor>(x: T) => T;
/** The exact Gaussian error linear unit, `x (1 + erf(x / sqrt 2)) / 2`. */
declare const gelu: <T extends tf.Tensor>(x: T) => T;

/** The label of a position that does not count. */
declare const ignored = -1;
/**
 * Mean cross-entropy of logits `[batch, tokens, vocabulary]` against labels `[batch * tokens]`, over the labels
 * that are not `ignored`, in nats; zero where all are.
 */
declare function crossEntropy(logits: tf.Tensor3D, labels: Int32Array): tf.Scalar;

/** Every tensor of a module with its path, in the order of the fields. */
declare function leaves(module: object, prefix?: string): [path: string, tensor: tf.Tensor][];
/** Every submodule with its path, outermost first. */
declare function modules(module: object, prefix?: string): [path: string, module: Module][];
/** The number of parameters: the numbers in all tensors, a shared one counted once. */
declare function parameters(module: object): number;
/** The same module with every tensor replaced by `f(path, tensor)`; parts that did not change are shared. */
declare function mapLeaves<M extends object>(module: M, f: (path: string, tensor: tf.Tensor) => tf.Tensor, prefix?: string): M;
/** The tensor or module at a path. Throws a `UsageError` that lists the nearest paths. */
declare function at(module: object, path: string): tf.Tensor | object;
/**
 * Surgery: the same module with what stands at `path` replaced; all else is shared. Throws a `UsageError` if
 * nothing stands there, or if a tensor would change its shape.
 */
declare function replace<M extends object>(module: M, path: string, part: tf.Tensor | object): M;

/** How difficult pages are: the knobs of every generator. */
interface Setting {
    readonly name: string;
    /** Pixels of a page's side. */
    readonly size: number;
    /** Patches of a side of the encoder's grid, on which ink is measured. */
    readonly grid: number;
    /** Pixels of the em of running text, from and to. */
    readonly text: readonly [from: number, to: number];
    /** How many facts a page states. */
    readonly facts: readonly [from: number, to: number];
    /** The share of patches that bear ink which a page aims at, with words that nobody asks for, as far as they fit. */
    readonly ink: readonly [from: number, to: number];
    /** Standard deviation of the pixel noise, in grey levels. */
    readonly noise: readonly [from: number, to: number];
    /** The most characters of an answer to a question (not of a page that is read aloud). */
    readonly answer: number;
    /** How questions are worded: `Capital`, or `What is the capital?`. */
    readonly wording: "brief" | "full";
}
/** For a model of three million parameters that reads 96 pixels, a character a token. */
declare const nanoPages: Setting;
/** For a pretrained decoder that looks at 224 pixels in patches of 14. */
declare const smolPages: Setting;

/** One value of a table. */
type Cell = string | number | boolean | null;
/** One row of a figure's table, by column name. */
type Row = Record<string, Cell>;
/** A figure and everything it can become: printed, live, and the numbers behind it. */
interface Figure {
    /** The files' name, without ending. */
    name: string;
    title: string;
    /** Printed form, self-contained. */
    svg: string;
    /** Interactive form: `Plotly.newPlot(element, data, layout)`. */
    plotly: {
        data: object[];
        layout: object;
    };
    /** Every number that is drawn. */
    table: Row[];
    /** What is shown and how to read it, one to three sentences. */
    caption: string;
}
/** What every figure lets its caller say; each has words of its own for what is left out. */
interface Words {
    name?: string;
    title?: string;
    caption?: string;
}

/** One bar: what a method scores or costs. */
type BarRow = {
    method: string;
    /** With its unit: `FLOPs left (%)`. One panel for each. */
    measure: string;
    value: number;
};
/** A panel of bars for each measure, the methods in the same order in all: the form of the paper's Figure 1. */
declare function bars(rows: readonly BarRow[], { name, title, caption, }?: Words): Figure;

/** The table as CSV: a head, then a line for each row; cells with commas, quotes or line breaks are quoted. */
declare function toCsv(table: readonly Row[]): string;

/** A route as a figure: its drawing, and its lanes as the table. */
declare function routeDiagram(route: Route, { name, title, caption, }?: Words): Figure;
/** A plan as a figure: its layers in a strip and the drawing of each of its routes. */
declare function planDiagram(plan: Plan, { name, title, caption, }?: Words): Figure;

/** What one operation computes on one kind of token in one layer of a plan. */
type FlopsRow = {
    plan: string;
    layer: number;
    kind: string;
    operation: string;
    flops: number;
};
interface BreakdownOptions extends Words {
    /** What the bars are stacked by. */
    by?: "kind" | "operation";
}
/** FLOPs of every layer as stacked bars, a panel for each plan on one scale; the first plan is the measure. */
declare function flopsBreakdown(rows: readonly FlopsRow[], { by, name, title, caption, }?: BreakdownOptions): Figure;

/** One plan, measured. */
type FrontRow = {
    plan: string;
    /** The route's name: one colour and shape for each. */
    family: string;
    /** The first layer that takes the route. */
    from: number;
    flops: number;
    baselineFlops: number;
    /** Exact match and its 95 % interval, 0 .. 1. */
    accuracy: number;
    low: number;
    high: number;
    /** Fine-tuned with the plan in place, or training-free. */
    trained: boolean;
    /** How many answers were judged. */
    samples: number;
};

/** What a trade-off is measured by: the fewer FLOPs and the higher the accuracy, the better. */
export interface TradeOff {
    flops: number;
    accuracy: number;
}
/** The rows that no other row dominates, from the cheapest on; equal rows stand on it together. */
declare function paretoFront<T extends TradeOff>(rows: readonly T[]): T[];

/** Accuracy against FLOPs: every plan with its interval, and the Pareto front as a step line. */
declare function front(rows: readonly FrontRow[], { name, title, caption }?: Words): Figure & {
    pareto: FrontRow[];
};

/** One measurement with vision tokens masked from each other in the layers `from .. layers - 1`. */
type MaskingRow = {
    /** One line of the figure: a model, a task, a way of masking. */
    series: string;
    from: number;
    layers: number;
    /** Accuracy in percent of the unmasked model's, and its 95 % interval where there is one. */
    relativePct: number;
    lowPct: number | null;
    highPct: number | null;
};
interface MaskingOptions extends Words {
    /** Share of the layers that are masked, or the first of them. */
    x?: "share" | "layer";
    /** Whose curves stand behind ours; Figure 2 of the paper unless others are given. */
    behind?: readonly MaskingRow[];
}
/** Accuracy against how many layers are masked: ours in front of the paper's six LLMs. */
declare function maskingCurve(rows: readonly MaskingRow[], { x, behind, name, title, caption, }?: MaskingOptions): Figure;

/** An SVG as a PNG, twice its size in pixels, set in the figures' own typeface whatever the machine has. */
declare function toPng(svg: string, { scale }?: {
    scale?: number;
}): Buffer;

/** One number of FLOPs saved that the paper prints, beside what is computed here. */
type PublishedFlopsRow = {
    /** `Table 3`. */
    table: string;
    llm: string;
    /** The row's own words: a method. */
    row: string;
    /** The first layer with the route, where the row names one. */
    from: number | null;
    /** FLOPs reduced, in percent of the full model's. */
    publishedPct: number;
    computedPct: number;
};
/** The paper's tables beside our count: hollow as published, filled as computed, what is left over at the right. */
declare function publishedFlops(rows: readonly PublishedFlopsRow[], { name, title, caption, }?: Words): Figure;

/** Published beside computed as a table: HTML for a notebook or page, plain text for a terminal. */
declare function residualTable(rows: readonly PublishedFlopsRow[]): {
    html: string;
    text: string;
};

/** The typefaces of the figures, from the package `dejavu-fonts-ttf`. */
export declare const fontFiles: {
    readonly plain: string;
    readonly bold: string;
};
export type Weight$1 = keyof typeof fontFiles;
/** Width in pixels of a text in the figures' typeface: what keeps labels apart and inside the picture. */
declare function textWidth(text: string, size: number, weight?: Weight$1): number;
/** Text for HTML, attributes included. */
declare const escapeHtml: (text: string) => string;
/** A number of FLOPs with a unit a reader can hold: `42.5 TFLOPs`. */
declare function flopsText(flops: number): string;

/** What every figure shares: colours safe for colour-blind readers, one typeface, sizes legible at half width. */
declare const theme: {
    readonly text: "#1c1e21";
    readonly faint: "#5a6069";
    readonly rule: "#d8dbe0";
    readonly band: "#f4f5f7";
    readonly paper: "#ffffff";
    readonly font: "DejaVu Sans, Verdana, sans-serif";
    readonly size: {
        readonly title: 17;
        readonly text: 13;
        readonly small: 12;
    };
    readonly width: 760;
};
/** The colour of each kind of token; kinds of one's own take the palette's other colours in turn. */
declare function colorsOfKinds(kinds: Iterable<string>): Map<string, string>;
/** A colour for each name of any other sort (operations, series, stages), in order of appearance. */
declare function colorsOf(names: Iterable<string>): Map<string, string>;
export interface FamilyStyle {
    color: string;
    symbol: SymbolType;
}
/** One colour and one shape for each family of routes; the library's own keep theirs in every figure. */
declare function stylesOfFamilies(families: Iterable<string>): Map<string, FamilyStyle>;

/** One entry of a training log. */
type TrainingRow = {
    stage: string;
    /** Samples seen since the first stage began. */
    samples: number;
    loss: number | null;
    /** 0 .. 1, where the entry measured it. */
    accuracy: number | null;
};
/** Loss and accuracy over the samples seen, stage by stage. */
declare function trainingCurve(rows: readonly TrainingRow[], { name, title, caption, }?: Words): Figure;

/** Writes `name.svg`, `.png`, `.json` (Plotly) and `.csv`; throws `Failure` and leaves nothing half-written. */
declare function writeFigure({ name, svg, plotly, table }: Figure, folder: string): Promise<void>;
/** Writes `index.html`, the page that shows the folder's figures; throws `Failure` as `writeFigure` does. */
declare function writeIndex(figures: readonly Pick<Figure, "name" | "title" | "caption">[], folder: string): Promise<void>;

/** How a route is drawn. */
interface DrawOptions {
    /** Colours of kinds, as in CSS; the figures' own unless said. */
    readonly colors?: Readonly<Record<Kind, string>>;
    /** The pictures of the prompt that is drawn, by their crops; one of two crops unless said. */
    readonly pictures?: readonly number[];
    /** Vision tokens a side of a crop; 24 unless said, or another usual grid on which the openings work. */
    readonly grid?: number;
}
/**
 * A route as an SVG picture: the way of every kind through one layer, and who sees whom, token by token. Nothing
 * of it is written down anywhere but in the route: openings and updates run on a small prompt, and cells are
 * coloured by the rule that attention runs.
 *
 * @throws UsageError for an update or opening that nobody registered, or one that cannot run on the prompt.
 *
 * @example drawRoute(proxyV({ factor: 4 }))
 */
declare function drawRoute(route: Route, options?: DrawOptions): string;
/** How a plan is drawn. */
interface PlanDrawOptions extends DrawOptions {
    /** The prompt whose tokens the strip of layers shows: the crops of one picture, and text; 5 and 50 unless said. */
    readonly crops?: number;
    readonly text?: number;
}
/**
 * A plan as an SVG picture: its layers in a strip, with a ribbon for every kind of token and a mark for every
 * opening, and below it the drawing of each of its routes with what happens before its first layer.
 *
 * @throws UsageError as `drawRoute` does, or for a plan in which a layer needs a kind that nothing has made.
 *
 * @example drawPlan(planOf(32, full(), from(12, proxyV())))
 */
declare function drawPlan(plan: Plan, options?: PlanDrawOptions): string;

/** The ordinary decoder: every token sees all that stands before it and goes through the FFN. */
declare const full: (options?: Partial<{}> | undefined) => Route;

/** Vision tokens see themselves and the text before, no other vision token (paper, section 3.1, Figure 2). */
declare const maskAttention: (options?: Partial<{}> | undefined) => Route;

/**
 * How the weights of an update start: `released` as the paper's code does (PyTorch's default), `matched` with a
 * zero second matrix, so that nothing jumps when a route is put into a trained model.
 */
export type Start = "released" | "matched";

/** Options of an update's small network. */
export type MlpOptions = {
    readonly ratio?: number;
    readonly start?: Start;
};
/** `RMSNorm(W2 silu(W1 Win x) + x)`, d to d/4 to d/4 to d, without biases (paper, Table 2: 9.44 M at d = 4,096). */
declare const lightMlp: (options?: MlpOptions) => Update;

/** What proxies see: `released` as the paper's code has it, `drawn` as its figure: also all vision of their picture. */
export type ProxySees = "released" | "drawn";
/**
 * ProxyV (paper, section 4): a thumbnail of the vision grid, `factor` times smaller a side, goes through attention
 * and FFN in place of the full tokens and guides their light update.
 */
declare const proxyV: (options?: Partial<{
    factor: number;
    sees: ProxySees;
    positions: "released" | "block";
    ratio: number | null;
    start: string | null;
}> | undefined) => Route;

/** ProxyV with proxies by learned pooling (paper, Table 6): needs no grid, so it works behind token reduction. */
declare const proxyVNonSpatial: (options?: Partial<{
    queries: number;
    sees: ProxySees;
    positions: "released" | "block";
    ratio: number | null;
    start: string | null;
}> | undefined) => Route;

/** Tokens of a kind are keys and values for others and ask nothing themselves (paper, Table 1). */
declare const skipAttention: (kind?: Kind) => Route;

/** The names of all routes and openings that can be asked for. */
declare const editNames: () => string[];
/**
 * The edits that a text names: one name, or several joined by `+` (`visionZip+proxyVNonSpatial`). Options go to
 * whichever of them has one of that name.
 *
 * @throws UsageError for an unknown name, or an option that none of them has.
 */
declare function editsByName(text: string, layers: number, start: number | undefined, given?: Options): {
    edits: Edits[];
    start: number | null;
};

/**
 * Where proxies stand: `released` counts them from their picture's first position on; `block` gives each the
 * largest position it stands for.
 */
export type ProxyPositions = "released" | "block";

/**
 * Proxies as the downsampled grid of a kind: per crop bilinear, half-pixel centres, no antialiasing, as the
 * released code has it. `factor` is the reduction a side.
 */
declare const downsample: (of: Kind, { factor, positions }?: {
    factor?: number;
    positions?: ProxyPositions;
}) => (kind: Kind) => Opening;

/** FastV (Chen et al., 2024): before layer `layer` the better ranked share of the vision tokens is kept. */
declare const fastV: ({ layer, keep }?: {
    layer?: number | undefined;
    keep?: number | undefined;
}) => Edit;

/** ProxyV's update: a light MLP on each token, guided by the proxy that stands for it, as it is after this layer. */
declare const guidedMlp: (options?: MlpOptions) => Update;

export type KeepOptions = {
    of: Kind;
    keep: number;
};
/** The same under a name that says only what it does. */
declare const keepRanked: (options: KeepOptions) => Opening;

/**
 * Proxies as mixtures of a crop's tokens by learned queries (paper, section 4.3): needs no grid, only crops of
 * equally many tokens. `queries` is the number of proxies a crop.
 */
declare const learnedPooling: (of: Kind, { queries, positions }?: {
    queries?: number;
    positions?: ProxyPositions;
}) => (kind: Kind) => Opening;

/** PyramidDrop (Xing et al., 2024): before each of some layers the better ranked share of the vision tokens is kept. */
declare const pyramidDrop: ({ layers, keep }?: {
    layers?: number[] | undefined;
    keep?: number | undefined;
}) => Edit[];

/** One light MLP stands for attention and FFN of a kind, which stays key and value for others (paper, Table 2). */
declare const skipAttentionAndFfn: (kind?: Kind, update?: Update | "keep") => Route;

/** Tokens of a kind attend as ever and skip the FFN; an update may stand in its place. */
declare const skipFfn: (kind?: Kind, update?: Update | "keep") => Route;

/** `x + o(v(norm x))`: what attention gives a token that sees only itself (paper, section 3.2). No weights of its own. */
declare const valueOut: (options?: Options | undefined) => Update;

/**
 * VisionZip (Yang et al., 2024), at the encoder: per crop the tokens that receive most attention stay, in order;
 * the rest is merged into a few by the similarity of keys. Positions follow the tokens that are left.
 */
declare const visionZip: ({ dominant, contextual }?: {
    dominant?: number | undefined;
    contextual?: number | undefined;
}) => Edit;

/** Parts of the data that share no country, table, chapter, icon, word or font. */
export type Split = "train" | "dev" | "test";

/** The right answer, or every answer that counts. */
export type Expected = string | readonly string[];

/** A question about a picture and its answer. */
interface Example {
    /** Names the example for good: task, split and index. */
    readonly id: string;
    readonly picture: Picture;
    readonly question: string;
    readonly answer: string;
    /** Every answer that counts, where there are several. */
    readonly answers?: readonly string[];
}
/** Something to be measured: where examples come from and how an answer is scored, from 0 to 1. */
interface Task {
    readonly name: string;
    readonly metric: string;
    example(split: Split, index: number): Example;
    score(given: string, expected: Expected): number;
    /** Other measures of the same answers, by name, from 0 to 1. */
    readonly also?: Readonly<Record<string, (given: string, expected: Expected) => number>>;
}

/** How questions are put to a model. */
export interface AskOptions {
    readonly batch?: number;
    readonly maxTokens?: number;
    readonly onAnswers?: (done: number, all: number) => void;
    readonly signal?: AbortSignal | undefined;
}
/** Generates the answer to each question, one question a prompt. */
declare function answers(lmm: LMM, examples: readonly Example[], options?: AskOptions): Promise<string[]>;
/** The tokenizer that a model's config describes. */
declare function tokenizerOf({ config }: LMM): CharacterTokenizer;

/** The 95 % interval of a share of `hits` among `all` (Wilson, 1927). */
declare function wilson(hits: number, all: number): {
    low: number;
    high: number;
};

/** Plans put into the trained model as it is. The paper's first study, and what else needs no training. */
declare const trainingFree: Readonly<Record<string, Edits>>;
/** A plan that is fine-tuned in the layers from `from` on. */
export interface FineTuned {
    readonly from: number;
    readonly edits: Edits;
}
/**
 * Plans that are fine-tuned, each for the same few steps; `full` too, so that no plan profits from the mere
 * training. The layers before the first edited one, and the encoder, stay as they are.
 */
declare const fineTuned: Readonly<Record<string, FineTuned>>;

/** One plan, measured on one task. A line of a study's JSONL file. */
interface Record$1 {
    readonly study: string;
    readonly plan: string;
    /** The route's name. */
    readonly family: string;
    /** The first layer that differs from the baseline; the number of layers where none does. */
    readonly from: number;
    /** The code that makes the plan. */
    readonly code: string;
    /** Fine-tuned with the plan in place, or training-free. */
    readonly trained: boolean;
    readonly task: string;
    readonly metric: string;
    readonly split: string;
    readonly samples: number;
    readonly accuracy: number;
    /** The 95 % interval of the accuracy. */
    readonly low: number;
    readonly high: number;
    /** One score a sample, in order: what paired comparisons need. */
    readonly scores: readonly number[];
    /** Prefill FLOPs of the decoder, scores in full, and the same of the unchanged model. */
    readonly flops: number;
    readonly baselineFlops: number;
    readonly crops: number;
    readonly textTokens: number;
    readonly engine: string;
    readonly versions: Readonly<globalThis.Record<string, string>>;
    readonly seconds: number;
    /** What the record depends on, hashed: with another plan, model or setting it is made anew. */
    readonly key: string;
}
/** The records of a JSONL file; none where there is no file. A broken last line, as of a run cut off, is left out. */
declare function readRecords(path: string): Record$1[];

/** The stored records of the study, without the control. */
declare const nanoRecords: () => Record$1[];
/** The control's record. */
declare const blankRecord: () => Record$1 | undefined;

/** A model that is made when its turn comes and released after it was measured. */
interface Candidate {
    /** Fine-tuned with its plan in place, or training-free. */
    readonly trained: boolean;
    model(): LMM;
}
/** What a study measures. */
export interface StudyOptions {
    readonly name: string;
    /** The model whose FLOPs are the hundred per cent. */
    readonly base: LMM;
    /** What is compared, by name: models as they are (training-free), or made on demand. */
    readonly plans: Readonly<globalThis.Record<string, LMM | Candidate>>;
    readonly tasks: readonly Task[];
    readonly samples: number;
    readonly split?: Split;
}
/** How a study runs. */
export interface RunOptions {
    /** The JSONL file of records; those that are there and still hold are not made again. */
    readonly file?: string;
    readonly onProgress?: (step: {
        plan: string;
        task: string;
        done: number;
        all: number;
    }) => void;
    readonly signal?: AbortSignal | undefined;
}
/**
 * An experiment over plans and tasks. Running it answers every question with every candidate and writes one record
 * each as it goes, so that a run that was cut off goes on where it was.
 */
declare function study(options: StudyOptions): {
    run(options?: RunOptions): Promise<Record$1[]>;
};

/** Every plan on unseen pages: training-free, and fine-tuned where `folder` holds the tensors. */
declare function nanoStudy(base: LMM, { samples, folder, only, }?: {
    samples?: number;
    folder?: string;
    only?: readonly string[];
}): {
    run(options?: RunOptions): Promise<Record$1[]>;
};

/** Every published share of FLOPs saved, Tables 1 to 6, beside what this library counts for the same row. */
declare function publishedBesideComputed(): PublishedFlopsRow[];
/** Where the paper contradicts itself, and which of its figures are meant here. */
declare const contradictions: readonly string[];

/** What an encoder wants of a picture. */
export type PixelForm = Pick<VisionConfig, "image_size" | "num_channels" | "pixels">;

/** Something that was left out of a file, and why. */
export interface Skipped {
    readonly file: string;
    readonly line: number;
    readonly why: string;
}
/** What becomes of lines that cannot be used: the first one is an error, or all are left out and told. */
export type OnBad = "fail" | "skip";

/** What a task on files of one's own is made from. */
export interface FileTaskOptions {
    /** The task whose measure counts, by which answers are scored: `docVqa(smolPages)`, say. */
    readonly task: Pick<Task, "name" | "metric" | "score" | "also">;
    /** The file of questions, `.jsonl` or `.json`. */
    readonly questions: string;
    /** The folder of pictures. */
    readonly pictures: string;
    /** How the model's encoder wants pictures: `config.vision` of the model. */
    readonly vision: PixelForm;
    /** How a box is asked for: `find PHRASE`, or `Where is PHRASE?`. */
    readonly wording?: Setting["wording"];
    /** What becomes of lines and pictures that cannot be used. */
    readonly onBad?: OnBad;
    /** A file of questions that a model was trained with, and its pictures: these must not occur. */
    readonly trainedWith?: {
        readonly questions: string;
        readonly pictures: string;
    };
}
/** A task on files; `example` knows no splits: the file is one. */
export interface FileTask extends Task {
    readonly count: number;
    /** What was left out, in the order in which it was met. */
    readonly skipped: readonly Skipped[];
    /** Pixels of the square that pictures are set into. */
    readonly size: number;
    /** The picture of a question in that square, `[size, size, 4]`. */
    rgba(index: number): Uint8ClampedArray;
}
/**
 * A task that asks the questions of a file about pictures in a folder, in the formats of DocVQA, ChartQA, TextVQA and
 * RefCOCO. Every picture is looked at before the first question is asked; each is read when its turn comes, as large as
 * it fits into the model's square.
 *
 * @throws Failure naming file and line, unless bad lines are skipped; for an overlap with the training set always.
 */
declare function fileTask(options: FileTaskOptions): FileTask;

/** An upright box in pixels: left, top, right, bottom, from the picture's upper left corner. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A family of fonts (`@fontsource/*`, SIL Open Font License) and the split whose pages are set in it. */
export declare const families: {
    readonly roboto: "train";
    readonly lato: "train";
    readonly "noto-serif": "train";
    readonly merriweather: "train";
    readonly lora: "train";
    readonly "ibm-plex-mono": "train";
    readonly inconsolata: "train";
    readonly oswald: "train";
    readonly "work-sans": "dev";
    readonly "open-sans": "test";
    readonly "pt-serif": "test";
    readonly "courier-prime": "test";
};
export type Family = keyof typeof families;
/** The weights that every family has here. */
export type Weight = 400 | 700;

/** What a line of text is set in. */
export interface Type {
    readonly family: Family;
    readonly weight: Weight;
    /** Pixels of the em. */
    readonly size: number;
    /** Width of the letters as a part of their own: 0.9 is narrow. */
    readonly stretch: number;
}

/** A line of text: where its pen starts on the baseline, and how far the line is turned, clockwise in radians. */
export interface TextMark {
    readonly mark: "text";
    readonly text: string;
    readonly x: number;
    readonly baseline: number;
    readonly type: Type;
    readonly colour: Colour;
    readonly angle: number;
}
/** A filled or drawn path through points; `round` makes it the ellipse in the box of its points. */
export interface PathMark {
    readonly mark: "path";
    readonly points: readonly (readonly [x: number, y: number])[];
    readonly round?: true;
    readonly fill?: Colour;
    readonly stroke?: Colour;
    readonly width?: number;
    /** Part of what stands behind everything, which counts as paper. */
    readonly backdrop?: true;
}
/** An icon of Twemoji, by name. */
export interface IconMark {
    readonly mark: "icon";
    readonly name: string;
    readonly box: Box;
}
export type Mark = TextMark | PathMark | IconMark;
/** What layouts of pages are called; the coarse task asks for it. */
export type Layout = "form" | "receipt" | "table" | "bars" | "line" | "pie" | "icons" | "sign" | "text" | "shapes";
/**
 * A page: all that stands on it, written once. It is drawn (`draw`), read (`linesOf`), laid on a grid (`onGrid`) and
 * measured (`inkFraction`) from this one description.
 */
export interface Page {
    readonly layout: Layout;
    /** Pixels of its side. */
    readonly size: number;
    readonly paper: Colour;
    /** In the order in which they are drawn. */
    readonly marks: readonly Mark[];
    /** Standard deviation of the pixel noise, in grey levels of 255, and the seed that decides it. */
    readonly noise: number;
    readonly seed: number;
}

/** A question about a page, and its answer. */
interface Turn {
    readonly question: string;
    readonly answer: string;
    /** What it takes to answer: the words of the page and their order, or the picture itself. */
    readonly needs: "text" | "sight";
}
/** A page and what is asked about it. */
interface Sample {
    /** Names the sample for good: task, split and index. */
    readonly id: string;
    readonly task: string;
    readonly page: Page;
    /** In random order; the first is the one that an evaluation asks. */
    readonly turns: readonly Turn[];
}
/** A task whose pages are made here. */
interface PageTask extends Task {
    readonly setting: Setting;
    /** Sample `index` of a split: the same whenever it is asked for. */
    sample(split: Split, index: number): Sample;
    /** Its first question, with the picture in one or three channels. */
    example(split: Split, index: number, channels?: 1 | 3): Example;
}

/** Samples of a task as one picture, with questions, answers and what is recorded of them: a JPEG file's bytes. */
declare function contactSheet(task: PageTask, { count, split, first }?: {
    count?: number;
    split?: Split;
    first?: number;
}): Buffer;

/** What a study may explain scores by. */
export interface Factors {
    readonly layout: Layout;
    /** The share of patches that bear ink. */
    readonly ink: number;
    /** Pixels of the em: the smallest text on the page, and the largest; nothing on a page without text. */
    readonly smallestText: number | null;
    readonly largestText: number | null;
    /** Things that could be asked about the page. */
    readonly facts: number;
    /** Whether a pretrained reader finds the answer to the first question; nothing where it was not asked. */
    readonly readable: boolean | null;
    /** Characters of the page, blanks left out. */
    readonly characters: number;
}
/** The factors of a sample, from its page alone. */
declare function factorsOf({ id, page, turns }: Sample, { grid }: Setting): Factors;

/** Pages of three to five "Key: value" lines; the question names a key, the answer is its value. */
declare const fieldValue: Task;

/** The fine-grained tasks; `Score_fine` is the mean of their scores. */
declare const fine: {
    readonly docVqa: (setting: Setting) => PageTask;
    readonly chartVqa: (setting: Setting) => PageTask;
    readonly infoVqa: (setting: Setting) => PageTask;
    readonly textVqa: (setting: Setting) => PageTask;
    readonly ocr: (setting: Setting) => PageTask;
};
/** Every task of generated pages. */
declare const pageTasks: {
    readonly grounding: (setting: Setting) => PageTask;
    readonly docParsing: (setting: Setting) => PageTask;
    readonly coarse: (setting: Setting) => PageTask;
    readonly docVqa: (setting: Setting) => PageTask;
    readonly chartVqa: (setting: Setting) => PageTask;
    readonly infoVqa: (setting: Setting) => PageTask;
    readonly textVqa: (setting: Setting) => PageTask;
    readonly ocr: (setting: Setting) => PageTask;
};
export type PageTaskName = keyof typeof pageTasks;
/** Every task at one difficulty, by name. */
declare const tasksAt: (setting: Setting) => Readonly<Record<PageTaskName, PageTask>>;

/**
 * ANLS, average normalised Levenshtein similarity, of one answer: 1 less the edit distance in units of the longer text,
 * without regard to capitals and to how much white space there is, and 0 below one half. The measure of DocVQA and
 * InfographicVQA, as their own evaluation script takes it (Biten et al., 2019; the script counts one half as enough and
 * the length before white space is joined).
 */
declare const anls: (given: string, expected: Expected) => number;

/**
 * Corpus BLEU (Papineni et al., 2002), 0 to 100, as sacrebleu computes it by default: 1- to 4-grams of mteval's tokens
 * (`13a`), counts that are nil smoothed by halving (`exp`), a penalty for what is too short. One right text each.
 */
declare function bleu(given: readonly string[], expected: readonly string[]): number;
/** BLEU of one text, 0 to 100, over the orders of which it has any n-grams, as sacrebleu's `sentence_bleu`. */
declare function sentenceBleu(given: string, expected: string): number;

/** 1 where the box of an answer and the right one share half of what they cover together (as RefCOCO), else 0. */
declare const boxAccuracy: (given: string, expected: Expected) => number;

/** The edits that turn one text into another, in units of the longer one: 0 for the same text, 1 for nothing in common. */
declare function normalisedEditDistance(given: string, expected: string): number;

/** 1 where an answer is a right one to the letter, but for white space around it; else 0. */
declare const exactMatch: (given: string, expected: Expected) => number;

/**
 * Relaxed accuracy (ChartQA; Masry et al., 2022): a number counts when it is within 5 % of the right one, other answers
 * when they are the same but for capitals. A percentage is a hundredth.
 */
declare const relaxedAccuracy: (given: string, expected: Expected) => number;

/**
 * VQA accuracy (Antol et al., 2015; TextVQA): ten people answered; an answer scores a third for each of nine who gave
 * it, at most 1, averaged over who is left out. Answers are compared in a plain form (`vqaForm`). One right answer
 * stands for ten people of one mind.
 */
declare function vqaAccuracy(given: string, expected: Expected): number;

/**
 * Many tasks as one stream of samples: sample `index` is of the task that a draw picks, by weight, and is the same
 * whenever it is asked for.
 */
declare function mixture(shares: readonly (readonly [task: PageTask, weight: number])[]): (split: Split, index: number) => Sample;

/** How a question is put to a model that reads characters: `<question>Key?`, and the answer follows. */
declare const questionIds: (tokenizer: CharacterTokenizer, question: string) => number[];
/** The prompt of an example: its picture, then its question. */
declare const promptOf: (tokenizer: CharacterTokenizer, { picture, question }: Example) => Sample$1;

/** A group of tensors by path and the learning rate they take; the first that matches counts. */
export interface Group {
    readonly paths: RegExp;
    readonly rate: number;
}
/** The constants of AdamW (Loshchilov and Hutter, 2019), named as PyTorch names them. */
export interface AdamWOptions {
    readonly betas?: readonly [number, number];
    readonly eps?: number;
    readonly weightDecay?: number;
}
/** The moments of one tensor. */
export interface Moments {
    first: tf.Tensor;
    second: tf.Tensor;
    steps: number;
}
/**
 * AdamW whose moments are keyed by path, so that freezing, adding or exchanging a part of a model never mixes them
 * up. Decay acts on matrices only, not on norms and biases.
 */
declare class AdamW {
    private readonly options;
    readonly moments: Map<string, Moments>;
    constructor(options?: AdamWOptions);
    /**
     * New values for every tensor that has a gradient, and the norm of all gradients. Gradients are first brought to a
     * norm of at most `clip` together. The old values stay their owner's.
     */
    step(tensors: ReadonlyMap<string, tf.Tensor>, gradients: ReadonlyMap<string, tf.Tensor>, rate: (path: string) => number, clip?: number): {
        updated: Map<string, tf.Tensor>;
        norm: tf.Scalar;
    };
    dispose(): void;
}

/** What is trained, on what, and how. */
interface Stage {
    readonly name: string;
    readonly steps: number;
    /** Tensors that match no group stay as they are. */
    readonly groups: readonly Group[];
    /** The loss of step `step`; what it draws depends on the step alone, so that a resumed run goes on as it was. */
    loss(lmm: LMM, step: number): tf.Scalar;
    /** Figures for the log, every `every` steps and at the end. */
    readonly evaluate?: {
        readonly every: number;
        run(lmm: LMM): Record<string, number>;
    };
    readonly warmup?: number;
    readonly floor?: number;
    readonly clip?: number;
    readonly optimizer?: AdamWOptions;
}
/** A line of a training log. */
interface LogLine {
    readonly stage: string;
    readonly step: number;
    readonly loss: number;
    readonly norm: number;
    readonly seconds: number;
    readonly [figure: string]: string | number;
}
/** Where a run keeps itself, and who hears of it. */
interface FitOptions {
    /** The file of the run's state: weights, moments, step. With it a run that was cut off goes on. */
    readonly state?: string;
    /** A JSONL file that every step is added to. */
    readonly log?: string;
    readonly saveEverySeconds?: number;
    readonly onStep?: (line: LogLine) => void;
    readonly signal?: AbortSignal;
}
/**
 * Trains a model and returns a new one, which owns the tensors that changed. Stops with a `Failure` when the loss
 * or the gradients are no longer finite. On abort the state is saved first.
 */
declare function fit(lmm: LMM, stage: Stage, options?: FitOptions): Promise<LMM>;

/**
 * Sets the norm at the end of each update of `lmm` to the scale that its stream has behind the same layer of the
 * model it was made from, measured on samples. Together with a zero second matrix (`start: "matched"`) an update
 * then begins as the identity, up to scale. The model that comes back owns the new weights.
 */
declare function matchScales(lmm: LMM, base: LMM, samples: readonly Sample$1[]): LMM;

/** Under this symbol, as in Deno's notebooks, a value says itself how it is shown: a method that returns MIME data. */
export declare const displayed: unique symbol;

/** What was shown, and can be shown anew. */
interface Display {
    readonly id: string;
    /** Replaces what is shown by another value. */
    update(value: unknown): Promise<void>;
}
/**
 * Shows a value in the output of the cell that runs. The promise resolves once it is published; awaiting it is only
 * needed to update it.
 */
declare function display(value: unknown, id?: string): Promise<Display>;
/** Empties the output of the cell that runs, at once or when the next output comes. */
declare function clearOutput(when?: "now" | "with the next output"): void;

/**
 * Asks the user for a line of text and waits for it.
 *
 * @throws Failure where nobody can answer, as in a run without a front end.
 */
declare function input(prompt?: string, { secret }?: {
    secret?: boolean;
}): Promise<string>;

/**
 * The signal of the cell that runs, aborted when the cell is interrupted: what long work of one's own takes, and
 * `fit`, `study` and `generate`.
 */
declare function interruption(): AbortSignal;

/** What a message on a comm carries beside its data. */
export interface CommExtras {
    readonly metadata?: Record<string, unknown> | undefined;
    readonly buffers?: readonly Uint8Array[] | undefined;
}
/** A message that arrived on a comm. */
export interface CommMessage {
    readonly data: Record<string, unknown>;
    readonly metadata: Record<string, unknown>;
    readonly buffers: readonly Uint8Array[];
}
export type CommMessageType = "comm_open" | "comm_msg" | "comm_close";
/** Publishes a message about a comm; the content is that of the Jupyter messages of the same names. */
export type SendComm = (type: CommMessageType, content: {
    comm_id: string;
    data: Record<string, unknown>;
    target_name?: string;
}, extras: CommExtras) => void;
/** One connection between an object here and its counterpart in the front end. */
export interface Comm {
    readonly id: string;
    readonly target: string;
    readonly closed: boolean;
    send(data: Record<string, unknown>, extras?: CommExtras): void;
    close(data?: Record<string, unknown>, extras?: CommExtras): void;
    /** Called for each message; during a cell that awaits, too. The latest listener replaces the one before. */
    onMessage(listener: (message: CommMessage) => void | Promise<void>): void;
    /** Called when the front end closes. */
    onClose(listener: (message: CommMessage) => void | Promise<void>): void;
}
/** Called when a front end opens a comm to a target of this kernel. */
export type Target = (comm: Comm, message: CommMessage) => void | Promise<void>;
/** The comms of a session: those opened here and those that the front end opened. */
export declare class Comms {
    #private;
    constructor(send: SendComm);
    /** Accepts comms that a front end opens to `target`; one to a target that nobody registered is closed at once. */
    registerTarget(target: string, accept: Target): void;
    /** Opens a comm to a target of the front end. */
    open(target: string, data?: Record<string, unknown>, extras?: CommExtras & {
        id?: string;
    }): Comm;
    /** The open comms, of one target or of all. */
    list(target?: string): Comm[];
    /** Takes a message from the front end; errors of listeners are the caller's to show. */
    receive(type: CommMessageType, id: string, message: CommMessage, target?: string): Promise<void>;
}

/** What a model says to the object that stands behind it. */
export interface Heard {
    /** State that the front end changed; already part of the model's. */
    onState?(changed: Record<string, unknown>): void | Promise<void>;
    /** A message of the component's own. */
    onCustom?(content: unknown, buffers: readonly Uint8Array[]): void | Promise<void>;
}
/**
 * The counterpart of a widget's model in the front end: its state, kept alike on both sides. It is opened there when it
 * is first shown; without a front end it is only its state.
 */
export declare class Model {
    #private;
    readonly id: string;
    /** `parts` are models that the state refers to, by `IPY_MODEL_` and their id; they are opened before it. */
    constructor(comms: Comms | undefined, state: Record<string, unknown>, { heard, parts }?: {
        heard?: Heard;
        parts?: readonly Model[];
    });
    get state(): Readonly<Record<string, unknown>>;
    get closed(): boolean;
    /** Opens it in the front end, once. */
    open(): void;
    /** Changes the state on both sides. */
    set(changed: Record<string, unknown>): void;
    /** Sends a message of the component's own. */
    send(content: unknown, buffers?: readonly Uint8Array[]): void;
    /** Takes it, and its parts, out of the front end. */
    close(): void;
}

export type Listener<T> = (value: T, before: T) => unknown;
/** What a widget looks like where no front end draws it. */
export interface Still {
    readonly text: string;
    /** HTML that a sanitised notebook keeps. */
    readonly html?: string;
}
/** Something in the notebook that one sees and moves: its value is the same there and here. */
export declare abstract class Widget<T> {
    #private;
    protected abstract readonly model: Model;
    protected constructor(value: T);
    /** The value as the front end has it. Setting it moves the widget there. */
    get value(): T;
    set value(given: T);
    /**
     * Calls a function with each new value, whoever changed it; while a cell awaits, too. What it prints, and the errors
     * that it throws, appear below the cell that this was called in. Returns a function that ends it.
     */
    onChange(listener: Listener<T>): () => void;
    /** Takes the widget out of the notebook. Its value stays as it is. */
    dispose(): void;
    /** How a front end draws it, and what there is to see where none does. */
    [displayed](): Promise<MimeData>;
    /** What is shown in a page that no script runs in. */
    protected abstract still(): Still | Promise<Still>;
    /** The state by which the front end knows a value. */
    protected abstract stateOf(value: T): Record<string, unknown>;
    /** A value as the widget can have it. Throws a UsageError for another. */
    protected abstract checked(value: T): T;
    /** Takes a value that the front end sent. */
    protected received(value: T): Promise<void>;
    /** The value, without noting that it was read. */
    protected get current(): T;
}

/**
 * A button; its value is how often it was pressed.
 *
 * @example const stop = button("stop"); stop.onChange(() => { running = false; }); stop
 */
declare const button: (label: string) => Button;
export declare class Button extends Widget<number> {
    readonly label: string;
    protected readonly model: Model;
    constructor(label: string);
    /** Presses it from here. */
    press(): void;
    protected still(): Still;
    protected stateOf(): Record<string, unknown>;
    protected checked(value: number): number;
}

/** A component of one's own. */
export interface ComponentOptions<S extends object> {
    /** An ES module as anywidget runs it: `export default { render({ model, el }) { ... } }`. */
    readonly esm: string;
    /** What the page's `model.get(name)` and `model.set(name, value)` share with `.value`; typed arrays travel as bytes. */
    readonly state?: S;
    readonly css?: string;
}
export type Message = (content: unknown, buffers: readonly Uint8Array[]) => unknown;
/**
 * A component of one's own in the notebook's page, by anywidget. Its value is its state.
 *
 * @example component({ esm: `export default { render({ model, el }) { el.textContent = model.get("n"); } }`, state: { n: 1 } })
 */
declare const component: <S extends object = Record<string, never>>(options: ComponentOptions<S>) => Component<S>;
export declare class Component<S extends object> extends Widget<S> {
    #private;
    protected readonly model: Model;
    constructor({ esm, state, css }: ComponentOptions<S>);
    /** Changes some fields of the state. */
    set(changed: Partial<S>): void;
    /** Sends a message that the page hears by `model.on("msg:custom", (content, buffers) => ...)`. */
    send(content: unknown, buffers?: readonly Uint8Array[]): void;
    /** Hears what the page says by `model.send(content)`. Returns a function that ends it. */
    onMessage(listener: Message): () => void;
    dispose(): void;
    protected still(): Still;
    /** Only what differs travels. */
    protected stateOf(value: S): Record<string, unknown>;
    protected checked(value: S): S;
}

/**
 * What a function makes, made anew whenever a widget changes whose value it read. Figures of Plotly move in place, any
 * other value is shown as it is by itself.
 *
 * @example const k = slider(0, 32); live(() => plot({ y: curve(k.value) }))
 */
declare const live: <T>(make: () => T | Promise<T>) => Live<T>;
/** The value is what the function made last; undefined until it has been made once. */
export declare class Live<T> extends Widget<T | undefined> {
    #private;
    protected readonly model: Model;
    constructor(make: () => T | Promise<T>);
    /** Makes it anew; what changes meanwhile is seen to afterwards, once. */
    refresh(): Promise<void>;
    dispose(): void;
    /** The figure or value as it stands, by its own forms. */
    protected still(): Promise<Still>;
    protected stateOf(): Record<string, unknown>;
    protected checked(): never;
}

/**
 * A choice among values: a list, shown as text, or an object of labels and values.
 *
 * @example const plan = select({ full: lmm, proxied }, { label: "plan" }); plan.value.parameters
 */
declare function select<T>(options: readonly T[] | Readonly<Record<string, T>>, { value, label }?: {
    value?: T;
    label?: string;
}): Select<T>;
export declare class Select<T> extends Widget<T> {
    #private;
    readonly options: readonly (readonly [label: string, value: T])[];
    readonly label: string;
    protected readonly model: Model;
    constructor(options: readonly (readonly [label: string, value: T])[], value: T | undefined, label: string);
    protected still(): Still;
    protected stateOf(value: T): Record<string, unknown>;
    protected checked(value: T): T;
}

/** How a slider looks and moves. */
export interface SliderOptions {
    /** Where it stands at first; in the middle unless said. */
    readonly value?: number;
    /** 1 between whole numbers, a hundredth of the range otherwise (0 to 1, too), unless said. */
    readonly step?: number;
    readonly label?: string;
}
/**
 * A slider from `min` to `max`.
 *
 * @example const k = slider(0, 32, { label: "from layer" }); k.onChange((k) => console.log(k)); k
 */
declare function slider(min: number, max: number, options?: SliderOptions): Slider;
export declare class Slider extends Widget<number> {
    readonly min: number;
    readonly max: number;
    protected readonly model: Model;
    readonly step: number;
    readonly label: string;
    constructor(min: number, max: number, { value, step, label }?: SliderOptions);
    protected still(): Still;
    protected stateOf(value: number): Record<string, unknown>;
    protected checked(value: number): number;
}

/** A figure of Plotly: what `Plotly.newPlot` takes, as data. */
export declare class PlotlyFigure {
    readonly data: readonly object[];
    readonly layout: object;
    readonly config: object;
    constructor(data: readonly object[], layout?: object, config?: object);
}
/**
 * A Plotly figure of some traces, shown when it is the last value of a cell.
 *
 * @example plot([{ y: [1, 3, 2] }], { title: { text: "three points" } })
 */
declare function plot(data: object | readonly object[], layout?: object, config?: object): PlotlyFigure;

/** How a progress bar is labelled. */
export interface ProgressOptions {
    readonly title?: string;
    /** The number of items, where the iterable does not tell it by `length` or `size`. */
    readonly total?: number;
    /** A note beside the bar: the loss, say. */
    readonly note?: (item: unknown) => string;
}
/** A study, or what runs as one does: it tells of each step and ends when the signal is aborted. */
export interface Watchable<R> {
    run(options: {
        onProgress(step: {
            plan: string;
            task: string;
            done: number;
            all: number;
        }): void;
        signal: AbortSignal;
    }): Promise<R>;
}
/**
 * Hands on the items of an iterable, or of an async one, under a progress bar: in the notebook's output, in place on a
 * terminal, and as a line now and then in a log file. A study is run under one, and ends with the cell.
 *
 * @example for await (const step of progress(steps, { title: "training" })) { ... }
 * @example const records = await progress(study({ ... }));
 */
declare function progress<R>(study: Watchable<R>, options?: ProgressOptions): Promise<R>;
declare function progress<T>(items: Iterable<T> | AsyncIterable<T>, options?: ProgressOptions): AsyncGenerator<T, void, undefined>;

/**
 * Runs a function, which may await, and disposes of every tensor that it made except those in what it returns.
 * `tf.tidy` does the same for functions that do not await. One at a time: tensors made meanwhile by other work count
 * as its own.
 */
declare function tidy<T extends tf.TensorContainer | undefined>(work: () => T | Promise<T>): Promise<T>;

export { AdamW, Attention, CharacterTokenizer, Chat, DecoderLayer, DenseTarget, Failure, KeysAndValues, LMM, LayerNorm, Linear, Module, PatchEmbedding, Projector, RMSNorm, SwiGLU, UsageError, ViTBlock, ViTMlp, alphabet, anls, answers, at, atEncoder, bars, before, blankRecord, bleu, boxAccuracy, button, clearOutput, colorsOf, colorsOfKinds, component, configFrom, contactSheet, contradictions, cost, count, crossEntropy, currentEngine, defineRoute, defineUpdate, display, downsample, drawPlan, drawRoute, editNames, editsByName, escapeHtml, exactMatch, factorsOf, fastV, fieldValue, fileTask, fine, fineTuned, fit, flopsBreakdown, flopsText, from, front, full, gelu, generate, guidedMlp, ignored, input, interruption, keepRanked, keepTokens, languageOf, learnedPooling, leaves, lightMlp, live, llm, llms, load, loadCheckpoint, mapLeaves, maskAttention, maskingCurve, matchScales, measureMatmul, metered, mixture, modules, nanoConfig, nanoPages, nanoRecords, nanoStudy, newSmol, normalisedEditDistance, opening, page, pageTasks, toPng$1 as pageToPng, parameters, paretoFront, piecesOnGrid, planDiagram, planFromJson, planOf, planToCode, planToJson, plot, progress, promptOf, proxyV, proxyVNonSpatial, published, publishedBesideComputed, publishedFlops, pyramidDrop, questionIds, quickGelu, readPicture, readRecords, relaxedAccuracy, render, replace, residualTable, rotaryAngles, rotate, route, routeDiagram, saveCheckpoint, sees, select, sentenceBleu, silu, skipAttention, skipAttentionAndFfn, skipFfn, slider, smolPages, smolVision, spawn, split, startEngine, streamOf, study, stylesOfFamilies, tasksAt, textWidth, theme, tidy, toCsv, toPng, tokenizerOf, trainingCurve, trainingFree, update, valueOut, visionZip, vqaAccuracy, wilson, within, writeFigure, writeIndex };
export type { BarRow, BreakdownOptions, Candidate, Cell, Comparison, Cost, CostSettings, DecoderConfig, DenseTargetOptions, Display, DrawOptions, Edit, Edits, Encoded, EngineReport, Example, Figure, FitOptions, FlopsRow, FrontRow, GenerateOptions, Initial, Kind, LMMConfig, Lane, Language, LayerCost, Lesson, Link, LogLine, MaskingOptions, MaskingRow, NanoOptions, Opening, Sample as PageSample, Setting as PageSetting, PageTask, Picture, Piece, Pixels, PlacedText, Places, Plan, PlanDrawOptions, PublishedFlopsRow, Reach, Route, Row, Sample$1 as Sample, Sight, SmolOptions, Source, Stage, Stream, Streams, Record$1 as StudyRecord, Tally, Taps, Task, Tokenizer, Tools, TrainingRow, Turn$1 as Turn, Update, View, VisionConfig, Words };
