import { native } from "./exclusions/native.ts";
import { wasm } from "./exclusions/wasm.ts";
import type { Engine } from "./specs.ts";

/**
 * Specs that an engine does not pass, by the reason. A spec is named by its full title; the second of the same title
 * is `title (2)`.
 */
export type Exclusions = Readonly<Record<string, readonly string[]>>;

/** What is excluded, engine by engine. */
export const exclusions: Readonly<Record<Engine, Exclusions>> = { native, wasm, cpu: {} };

/** Specs that tfjs-core itself marks as pending, so that no engine runs them. */
export const pending: readonly string[] = [
  "debug on A x B",
  "IS_BROWSER isBrowser: true",
  "IS_BROWSER isBrowser: false",
  "kernel_registry errors when registering the same kernel twice",
  "gradient registry warning when registering the same gradient twice",
];

/** The specs that tfjs-core 4.22 declares for every engine, those pending aside. Plain JavaScript gets two more. */
export const specCount = 4225;
