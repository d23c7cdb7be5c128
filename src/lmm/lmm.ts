import { tf } from "../backend/tf.ts";
import { UsageError } from "../errors.ts";
import { isPacked } from "../nn/bfloat16.ts";
import type { Source } from "../nn/module.ts";
import { leaves, mapLeaves, parameters } from "../nn/tree.ts";
import type { KvCache } from "../routes/cache.ts";
import { full } from "../routes/library/full.ts";
import { encoderOpening } from "../routes/opening.ts";
import type { Taps } from "../routes/pass.ts";
import { type Edits, edit, type Plan, planOf } from "../routes/plan.ts";
import { runDecoder } from "../routes/run.ts";
import { type Streams, streamOf } from "../routes/stream.ts";
import { type AdapterOptions, type AdapterSize, adapt, adaptersFor } from "./adapters.ts";
import { gridOf, type LMMConfig, type VisionConfig } from "./config.ts";
import { furnish } from "./furnish.ts";
import { buildEyes, Model } from "./model.ts";
import { isPackable, packed } from "./packing.ts";
import { piecesOf } from "./pieces.ts";
import {
  type CropForm,
  formOf,
  type Layout,
  layOut,
  type Picture,
  picturesOf,
  type Sample,
  streamsOf,
} from "./prompt.ts";
import { randomSource } from "./random.ts";

/** What a prefill leaves behind. Whoever runs it releases it. */
export interface Prefill {
  readonly layout: Layout;
  readonly streams: Streams;
  readonly cache: KvCache;
}

/** The part of a config that says what a model has besides its decoder. */
export type EyesConfig = Required<Pick<LMMConfig, "vision" | "newlines">> &
  Pick<LMMConfig, "newline_token" | "encoder" | "projector_size">;

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
export class LMM {
  private constructor(
    readonly config: LMMConfig,
    readonly weights: Model,
    readonly plan: Plan,
    private readonly own: readonly tf.Tensor[],
  ) {}

  /** A model whose tensors come from `source`. Without a vision config it reads text only. */
  static build(source: Source, config: LMMConfig, ...edits: Edits[]): LMM {
    return LMM.underPlan(source, config, planOf(config.decoder.num_hidden_layers, full(), ...edits));
  }

  /** The same under a whole plan. */
  static underPlan(
    source: Source,
    config: LMMConfig,
    plan: Plan,
    adapters: ReadonlyMap<string, AdapterSize> = new Map(),
  ): LMM {
    fits(plan, config.decoder.num_hidden_layers);
    const bare = Model.build(source, config);
    const weights = adapt(furnish(bare, config, plan, source), adapters, source);
    return new LMM(
      config,
      weights,
      plan,
      leaves(weights).map(([, tensor]) => tensor),
    );
  }

  /** A model started at random from a seed. */
  static random(config: LMMConfig, seed = 0, ...edits: Edits[]): LMM {
    return LMM.build(randomSource(seed), config, ...edits);
  }

  /**
   * The same model with routes or openings put in. Shares every weight; what a route needs besides is started
   * from `seed` unless the model has it already.
   */
  with(...edits: Edits[]): LMM {
    return this.withPlan(edit(this.plan, ...edits));
  }

  /** The same model under another plan. */
  withPlan(plan: Plan, seed = 0): LMM {
    fits(plan, this.plan.layers.length);
    const weights = furnish(this.weights, this.config, plan, randomSource(seed));
    const old = new Set(leaves(this.weights).map(([, tensor]) => tensor));
    const added = leaves(weights)
      .map(([, tensor]) => tensor)
      .filter((tensor) => !old.has(tensor));
    return new LMM(this.config, weights, plan, added);
  }

  /** The same model with some tensors replaced by path. The new model owns the replacements. */
  withTensors(tensors: ReadonlyMap<string, tf.Tensor>): LMM {
    const weights = mapLeaves(this.weights, (path, tensor) => tensors.get(path) ?? tensor);
    return new LMM(this.config, weights, this.plan, [...tensors.values()]);
  }

  /**
   * The same model with the decoder's matrices in bfloat16, rounded to the nearest: half the memory, no gradient. It owns
   * those and shares the rest.
   */
  packed(): LMM {
    const matrices = leaves(this.weights).filter(
      ([path, tensor]) => !isPacked(tensor) && isPackable(path, tensor.shape),
    );
    return this.withTensors(new Map(matrices.map(([path, tensor]) => [path, packed(tensor)])));
  }

  /**
   * The same model with a low-rank adapter on linear layers, every projection of the decoder unless said. It shares all
   * weights and owns the adapters; they are trained by their paths (`/lora_/`).
   */
  withAdapters(options: AdapterOptions = {}): LMM {
    const adapters = adaptersFor(this.weights, options);
    const weights = adapt(this.weights, adapters, randomSource(options.seed ?? 0));
    const added = leaves(weights).flatMap(([path, tensor]) => (/\.lora_[AB]\./.test(path) ? [tensor] : []));
    const old = new Set(leaves(this.weights).map(([, tensor]) => tensor));
    return new LMM(
      this.config,
      weights,
      this.plan,
      added.filter((tensor) => !old.has(tensor)),
    );
  }

  /** The number of parameters. */
  get parameters(): number {
    return parameters(this.weights);
  }

  /**
   * The same model with eyes that are started from `seed`, in place of those it may have: a vision transformer and a
   * projector, or what a text twin has. It shares all else.
   */
  withEyes(eyes: EyesConfig, seed = 0): LMM {
    const config = { ...this.config, ...eyes };
    const built = buildEyes(randomSource(seed), config);
    const own = leaves(built).map(([, tensor]) => tensor);
    return new LMM(config, this.weights.seeing(built), this.plan, own);
  }

  /**
   * The same decoder, which reads the text of a picture in place of its pixels: under each patch the decoder's own embedding
   * of the piece that stands there, at the same positions. It shares every weight that it has, adapters and routes' updates too.
   */
  textTwin(): LMM {
    if (!this.config.vision)
      throw new UsageError("this model has no vision encoder that a text twin could stand for");
    const { image_newline: newline } = this.weights.model;
    const weights = this.weights.seeing(newline ? { newline } : {});
    return new LMM({ ...this.config, encoder: "pieces" }, weights, this.plan, []);
  }

  /** Features of the crops as they reach the decoder, `[crops, tokens, hidden]`, behind the plan's encoder openings. */
  encode(samples: readonly Sample[]): { features: tf.Tensor3D | undefined; form: CropForm } {
    const pictures = picturesOf(samples);
    const crops = pictures.flatMap((picture) => picture.crops);
    if (crops.length === 0) return { features: undefined, form: { tokens: 0 } };
    if (this.config.encoder === "pieces") return this.readPieces(pictures);
    const { vision_tower, mm_projector } = this.weights.model;
    if (!vision_tower || !mm_projector)
      throw new UsageError("this model has no vision encoder; give it text only");
    const { encoder } = this.plan;
    const seen = vision_tower.vision_tower.vision_model.apply(crops, { details: encoder.length > 0 });
    const left = encoder.reduce(
      (encoded, opening) => encoderOpening(opening).apply(encoded, opening.options),
      seen,
    );
    return { features: mm_projector.apply(left.features), form: formOf(left) };
  }

  private readPieces(pictures: readonly Picture[]): { features: tf.Tensor3D; form: CropForm } {
    const { config, plan, weights } = this;
    const [opening] = plan.encoder;
    if (opening)
      throw new UsageError(`a text twin has no encoder: ${opening.opening} cannot open at its output`);
    const side = gridOf(config.vision as VisionConfig);
    const { ids, crops } = piecesOf(pictures, side * side, config.decoder.vocab_size);
    return {
      features: weights.model.embed_tokens.apply(ids, crops),
      form: { tokens: side * side, grid: { rows: side, columns: side } },
    };
  }

  /** Runs prompts through the whole model. Call it inside `tf.tidy` and keep what you need of it. */
  prefill(samples: readonly Sample[], options: ForwardOptions = {}): Prefill {
    const { features, form } = this.encode(samples);
    const layout = layOut(samples, form, this.config);
    const plan = features ? this.plan : textOnly(this.plan);
    const streams = streamsOf(layout, this.weights.model, features, this.config.newline_token);
    const run = runDecoder(this.weights.model.layers, plan, streams, {
      rotaryBase: this.config.decoder.rope_theta,
      promptEnd: layout.promptEnd,
      taps: options.taps,
      keepCache: options.keepCache ?? false,
    });
    return { layout, ...run };
  }

  /** Logits of the text tokens, `[batch, text tokens, vocabulary]`. */
  logits(samples: readonly Sample[], options: ForwardOptions = {}): tf.Tensor3D {
    return tf.tidy(() => this.weights.logits(streamOf(this.prefill(samples, options).streams, "text").x));
  }

  /** The same model, which from now on also owns, and disposes of, what another owned: the one that it was made from. */
  owning(base: LMM): LMM {
    return new LMM(this.config, this.weights, this.plan, [...base.own, ...this.own]);
  }

  /** Releases the tensors that this model brought in; models made from it by edits stay their own. */
  dispose(): void {
    tf.dispose([...this.own]);
  }
}

function fits({ layers: { length } }: Plan, layers: number): void {
  if (length !== layers) throw new UsageError(`a plan of ${length} layers does not fit a model of ${layers}`);
}

/** Without a picture there is nothing to open or to route but text. */
function textOnly({ layers }: Plan): Plan {
  const only = (lanes: Plan["layers"][number]["route"]["lanes"]) => ({
    text: lanes.text as NonNullable<typeof lanes.text>,
  });
  return {
    encoder: [],
    layers: layers.map(({ route }) => ({
      before: [],
      route: { ...route, opens: [], lanes: only(route.lanes) },
    })),
  };
}
