import { createHash } from "node:crypto";
import { currentEngine, startEngine } from "../backend/start.ts";
import { writeAtomically } from "../files/atomic.ts";
import { cost } from "../lmm/cost.ts";
import { LMM } from "../lmm/lmm.ts";
import { leaves } from "../nn/tree.ts";
import { planToCode } from "../routes/plan.ts";
import { promptOf } from "../tasks/prompt.ts";
import type { Example, Split, Task } from "../tasks/task.ts";
import { answers, tokenizerOf } from "./answers.ts";
import { wilson } from "./interval.ts";
import { type Record, readRecords } from "./record.ts";

/** A model that is made when its turn comes and released after it was measured. */
export interface Candidate {
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
  readonly onProgress?: (step: { plan: string; task: string; done: number; all: number }) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * An experiment over plans and tasks. Running it answers every question with every candidate and writes one record
 * each as it goes, so that a run that was cut off goes on where it was.
 */
export function study(options: StudyOptions): { run(options?: RunOptions): Promise<Record[]> } {
  return { run: (how = {}) => run(options, how) };
}

async function run(options: StudyOptions, { file, onProgress, signal }: RunOptions): Promise<Record[]> {
  const { name, base, plans, tasks, samples, split = "test" } = options;
  await startEngine({ quiet: true });
  const known = new Map((file ? readRecords(file) : []).map((record) => [record.key, record]));
  const records: Record[] = [];
  for (const task of tasks) {
    const examples = Array.from({ length: samples }, (_, i) => task.example(split, i));
    for (const [plan, entry] of Object.entries(plans)) {
      const made = entry instanceof LMM ? undefined : entry;
      const lmm = entry instanceof LMM ? entry : entry.model();
      const trained = made?.trained ?? false;
      const key = keyOf(lmm, [name, plan, trained, task.name, task.metric, split, samples]);
      const progress = (done: number) => onProgress?.({ plan, task: task.name, done, all: samples });
      const measured = known.get(key) ?? (await measure(lmm, base, task, examples, progress, signal));
      const record: Record = { ...measured, study: name, plan, trained, split, key };
      if (made) lmm.dispose();
      records.push(record);
      if (file) writeAtomically(file, `${records.map((one) => JSON.stringify(one)).join("\n")}\n`);
    }
  }
  return records;
}

async function measure(
  lmm: LMM,
  base: LMM,
  task: Task,
  examples: readonly Example[],
  progress: (done: number) => void,
  signal: AbortSignal | undefined,
) {
  const began = Date.now();
  const given = await answers(lmm, examples, { onAnswers: progress, signal });
  const scores = given.map((answer, i) => {
    const { answer: right, answers: rights } = examples[i] as Example;
    return task.score(answer, rights ?? right);
  });
  const hits = scores.reduce((sum, score) => sum + score, 0);
  const settings = settingsOf(lmm, examples);
  const { flops, baselineFlops } = cost(lmm, settings).versus(base);
  const { family, from } = label(lmm);
  const engine = currentEngine();
  return {
    family,
    from,
    code: planToCode(lmm.plan),
    task: task.name,
    metric: task.metric,
    samples: examples.length,
    accuracy: hits / examples.length,
    ...wilson(hits, examples.length),
    scores,
    flops,
    baselineFlops,
    crops: settings.crops,
    textTokens: settings.text,
    engine: engine?.chosen ?? "",
    versions: engine?.versions ?? {},
    seconds: (Date.now() - began) / 1000,
  };
}

/** The tokens that an average question brings. */
function settingsOf(lmm: LMM, examples: readonly Example[]) {
  const tokenizer = tokenizerOf(lmm);
  const lengths = examples.map((example) => (promptOf(tokenizer, example).parts.at(-1) as number[]).length);
  const crops = (examples[0] as Example).picture.crops.length;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return { crops, text: Math.round(mean) };
}

/** What a plan changes, and from which layer on. */
function label({ plan }: LMM): { family: string; from: number } {
  const changed = plan.layers.findIndex(({ before, route }) => route.name !== "full" || before.length > 0);
  const step = plan.layers[changed];
  const names = [
    ...plan.encoder.map(({ opening }) => opening),
    ...(step && step.route.name === "full" ? step.before.map(({ opening }) => opening) : []),
    ...(step && step.route.name !== "full" ? [step.route.name] : []),
  ];
  return {
    family: names.join(" + ") || "full",
    from: changed < 0 ? (plan.encoder.length > 0 ? 0 : plan.layers.length) : changed,
  };
}

/** Everything that a record depends on: the setting, the plan, the weights. */
function keyOf({ plan, config, weights }: LMM, setting: readonly unknown[]): string {
  const hash = createHash("sha256").update(JSON.stringify([setting, plan, config]));
  for (const [path, tensor] of leaves(weights)) hash.update(path).update(tensor.dataSync());
  return hash.digest("hex").slice(0, 16);
}
