import type { Case, CaseVariant } from "./cases.ts";
import { type Contender, nameOf } from "./contender.ts";
import type { Measurement } from "./report.ts";
import { type Times, takeTurns } from "./rounds.ts";
import { difference, type Ratio, summarise, timesAsFast } from "./statistics.ts";
import type { Ready, Worker } from "./worker.ts";

/** What measuring a case needs of the outside. */
export interface Outside {
  start(contender: Contender, program: string, settings: object): Promise<Worker>;
  say(line: string): void;
  readonly restMs?: number;
}

/** Who takes part and how often. */
export interface Settings {
  readonly threads: number;
  readonly runs: number;
  readonly precisions: readonly string[];
  readonly pytorch: boolean;
}

/** What came of a case: the measurements, and the versions that its programs told. */
export interface Measured {
  readonly measurements: Measurement[];
  readonly versions: Record<string, string>;
}

/** Lets the sides of a case take turns, all at once or precision by precision, and holds them against one another. */
export async function measureCase(one: Case, settings: Settings, outside: Outside): Promise<Measured> {
  const { threads, precisions, pytorch } = settings;
  const taking = one
    .contenders(threads)
    .filter(({ engine, precision }) => (pytorch || engine !== "PyTorch") && precisions.includes(precision));
  const sittings = one.apart
    ? precisions.map((own) => taking.filter(({ precision }) => precision === own))
    : [taking];
  const sides: Side[] = [];
  for (const sitting of sittings) sides.push(...(await sit(one, sitting, settings, outside)));
  return {
    versions: Object.assign(
      {},
      ...sides.map(({ ready }) => ({ ...ready?.versions, ...ready?.engine?.versions })),
    ),
    measurements: one.variants.flatMap((variant) =>
      sides.flatMap((side) => row(one.name, variant, side, sides)),
    ),
  };
}

/** Starts some sides of a case, lets them take turns, and ends them. */
async function sit(
  { name, program, settings, variants }: Case,
  contenders: readonly Contender[],
  { threads, runs }: Settings,
  { start, say, restMs }: Outside,
): Promise<Side[]> {
  const sides: Side[] = [];
  const heading = `${name}, ${threads} ${threads === 1 ? "thread" : "threads"}`;
  for (const contender of contenders) {
    say(`${heading}: starting ${nameOf(contender)}`);
    const only = contender.only ?? variants.map((variant) => variant.name);
    const given = "routes" in settings ? { ...settings, routes: only } : settings;
    try {
      const worker = await start(contender, program, given);
      sides.push({ contender, worker, ready: worker.ready, times: new Map() });
    } catch (error) {
      sides.push({ contender, times: new Map(), error: (error as Error).message });
    }
  }
  const running = sides.filter((side): side is Side & { worker: Worker } => side.worker !== undefined);
  try {
    const entrants = running.map(({ worker, contender: { most, only } }) => ({ worker, most, only }));
    const names = variants.map((variant) => variant.name);
    const turns = await takeTurns(entrants, names, runs, {
      ...(restMs !== undefined && { restMs }),
      onRun: (done, all) => say(`${heading}: ${done} of ${all}`),
    });
    for (const [i, side] of running.entries()) side.times = turns[i] as Map<string, Times>;
  } finally {
    await Promise.all(running.map(({ worker }) => worker.end()));
  }
  return sides;
}

/** One contender with what came of it. */
interface Side {
  readonly contender: Contender;
  readonly worker?: Worker;
  readonly ready?: Ready;
  times: Map<string, Times>;
  readonly error?: string;
}

function row(
  name: string,
  { name: variant, flops, savedPct }: CaseVariant,
  side: Side,
  sides: readonly Side[],
): Measurement[] {
  const { engine, precision, mode, threads, only } = side.contender;
  if (only && !only.includes(variant)) return [];
  const { ms = [], cpuMs = [], error = side.error } = side.times.get(variant) ?? {};
  const timesAsFastBy = ratios(variant, side, sides);
  const differsBy = differs(variant, side, sides);
  const own = ms.length > 0 ? summarise(ms) : undefined;
  const full = side.times.get("full")?.ms ?? [];
  const saved = savedPct !== undefined && own && full.length > 0;
  return [
    {
      case: name,
      variant,
      threads,
      engine,
      precision,
      ...(mode && { mode }),
      ms,
      cpuMs,
      ...own,
      ...(flops !== undefined && { flops }),
      ...(Object.keys(timesAsFastBy).length > 0 && { timesAsFast: timesAsFastBy }),
      ...(differsBy !== undefined && { differsBy }),
      ...(saved && { savedTimePct: 100 * (1 - own.median / summarise(full).median) }),
      ...(savedPct !== undefined && { savedFlopsPct: savedPct }),
      ...noteOf(side.ready),
      ...(error !== undefined && { error }),
    },
  ];
}

/**
 * Against PyTorch eager and compiled of the same precision, and against the fastest PyTorch of any precision (on some
 * machines bfloat16 is its slower one). On wasm against the stock package.
 */
function ratios(variant: string, side: Side, sides: readonly Side[]): Record<string, Ratio> {
  const msOf = ({ times }: Side): readonly number[] => times.get(variant)?.ms ?? [];
  const own = msOf(side);
  if (own.length === 0 || ["PyTorch", "stock wasm"].includes(side.contender.engine)) return {};
  const measured = sides.filter((other) => msOf(other).length > 0);
  const pytorch = measured.filter(({ contender }) => contender.engine === "PyTorch");
  const same = (mode: string) =>
    pytorch.find(
      ({ contender }) => contender.mode === mode && contender.precision === side.contender.precision,
    );
  const references: Record<string, Side | undefined> = {
    eager: same("eager"),
    compiled: same("compiled"),
    best: pytorch.toSorted((a, b) => summarise(msOf(a)).median - summarise(msOf(b)).median)[0],
    stock: measured.find(({ contender }) => contender.engine === "stock wasm"),
  };
  return Object.fromEntries(
    Object.entries(references).flatMap(([name, other]) =>
      other ? [[name, timesAsFast(own, msOf(other))] as const] : [],
    ),
  );
}

/** How far what a side computed is from PyTorch's float32, or on wasm from the stock package's. */
function differs(variant: string, side: Side, sides: readonly Side[]): number | undefined {
  const reference = sides.find(
    ({ contender: { engine, precision, mode } }) =>
      (engine === "PyTorch" && precision === "float32" && mode === "eager") || engine === "stock wasm",
  );
  const [own, other] = [side.ready?.checks[variant], reference?.ready?.checks[variant]];
  return own && other && side !== reference ? difference(own, other) : undefined;
}

/** What a program says of itself, and what the native engine computes with. */
function noteOf(ready: Ready | undefined): Pick<Measurement, "note"> {
  const note = [ready?.note, operationsOf(ready)].filter((part) => part).join(", ");
  return note ? { note } : {};
}

/** The instruction set of the native engine's fused operations, or that it has none. */
export function operationsOf({ engine }: Pick<Ready, "engine"> = {}): string | undefined {
  const native = engine?.chosen === "tfjs-node" || engine?.chosen === "tfjs-node-gpu";
  return native ? (engine.instructions ?? "plain operations") : undefined;
}
