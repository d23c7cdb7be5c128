import type { Exclusions } from "./exclusions.ts";
import type { Operations } from "./operations.ts";
import type { Outcome, Run } from "./specs.ts";

/** What a run comes to. It is green when there are no complaints. */
export interface Verdict {
  readonly passed: number;
  readonly failed: number;
  readonly excluded: number;
  /** The reasons under which the excluded ones are listed. */
  readonly reasons: number;
  /** Specs that tfjs-core itself marks as pending. */
  readonly pending: number;
  /** Operations that the engine under test executed. */
  readonly operations: number;
  readonly complaints: readonly string[];
}

/**
 * Holds a run against what was to be expected of it. Excluded specs are run too: one that passes is a complaint, as is
 * one that does not exist, where all specs were run. So is an engine that did not do the computing.
 */
export function judge(
  { backend, outcomes, operations }: Run,
  exclusions: Exclusions,
  expected: { specs: number; pending: readonly string[] },
): Verdict {
  const reasonOf = new Map(
    Object.entries(exclusions).flatMap(([reason, specs]) => specs.map((spec) => [spec, reason] as const)),
  );
  const ran = new Set(outcomes.map(({ spec }) => spec));
  const of = (status: Outcome["status"]) => outcomes.filter((outcome) => outcome.status === status);
  const [passed, failed, pending] = [of("passed"), of("failed"), of("pending")];
  const green = passed.filter(({ spec }) => !reasonOf.has(spec));
  const red = failed.filter(({ spec }) => !reasonOf.has(spec));
  const excluded = failed.filter(({ spec }) => reasonOf.has(spec));
  const all = expected.specs > 0;
  const complaints = [
    ...red.map(({ spec, why }) => `"${spec}" fails: ${why}`),
    ...passed
      .filter(({ spec }) => reasonOf.has(spec))
      .map(({ spec }) => `"${spec}" passes, but is excluded ("${reasonOf.get(spec)}"): take it off the list`),
    ...pending
      .filter(({ spec }) => !expected.pending.includes(spec))
      .map(({ spec }) => `"${spec}" was not run`),
    ...[...reasonOf.keys()]
      .filter((spec) => all && !ran.has(spec))
      .map((spec) => `"${spec}" is excluded, but there is no such spec`),
    ...(passed.length + failed.length < expected.specs
      ? [`${count(passed.length + failed.length)} specs ran, at least ${count(expected.specs)} expected`]
      : []),
    ...fallbacks(backend, operations, passed.length),
  ];
  return {
    passed: green.length,
    failed: red.length,
    excluded: excluded.length,
    reasons: new Set(excluded.map(({ spec }) => reasonOf.get(spec))).size,
    pending: pending.length,
    operations: operations[backend] ?? 0,
    complaints,
  };
}

/** Whole suites execute about three to eight operations a spec; fewer than one says that something else computed. */
function fallbacks(backend: string, operations: Operations, specs: number): string[] {
  const own = operations[backend] ?? 0;
  const elsewhere = Object.entries(operations).filter(([name, times]) => name !== backend && times > 0);
  return [
    ...(own < Math.max(1, specs)
      ? [`only ${count(own)} operations ran on "${backend}": the engine under test did not do the computing`]
      : []),
    ...elsewhere.map(([name, times]) => `${count(times)} operations ran on "${name}", not on "${backend}"`),
  ];
}

/** `native: 3,970 passed, 0 failed, 255 excluded (12 reasons), 30,823 operations executed`. */
export function line(engine: string, verdict: Verdict): string {
  const { passed, failed, excluded, reasons, operations } = verdict;
  const why = reasons === 0 ? "" : ` (${reasons} reason${reasons === 1 ? "" : "s"})`;
  return `${engine}: ${count(passed)} passed, ${count(failed)} failed, ${count(excluded)} excluded${why}, ${count(operations)} operations executed`;
}

const count = (n: number): string => n.toLocaleString("en-US");
