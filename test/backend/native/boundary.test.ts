import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { instructionSet } from "../../../src/backend/native/instructions.ts";
import { findBinding, fusedFile } from "../../../src/backend/native/place.ts";
import { child, type Ending } from "../child.ts";
import { boundaryCases } from "./boundaryCases.ts";

const set = instructionSet();
const made =
  findBinding("tfjs-node") !== undefined &&
  set !== undefined &&
  (process.env.PROXYLAB_FUSED !== undefined || existsSync(fusedFile("tfjs-node", set)));

/** Runs a program of this folder in a process of its own, so that a crash is a failure here. */
const program = (name: string, variables: Record<string, string> = {}): Ending =>
  child(`await import("./test/backend/native/${name}.ts")`, {
    XDG_CACHE_HOME: process.env.XDG_CACHE_HOME,
    ...variables,
  });

const ended = ({ code, out, err }: Ending): void =>
  assert.equal(code, 0, `${err}\nafter: ${out.trim().split("\n").at(-1)}`);

describe(`what the fused operations are given${made ? "" : ' (skipped: they have not been compiled; "proxylab native" does)'}`, function () {
  this.timeout(120_000);

  let endings: Map<string, { error?: string; left: number }>;

  before(function () {
    if (!made) this.skip();
    const ending = program("boundaryProgram");
    ended(ending);
    const lines = ending.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    endings = new Map(lines.map(({ name, ...rest }) => [name, rest]));
  });

  for (const [name, { says }] of Object.entries(boundaryCases))
    it(says ? `refuses ${name} with an error that says so` : `takes ${name}`, () => {
      const { error, left } = endings.get(name) ?? { left: Number.NaN };
      if (says) assert.match(error ?? "no error", says);
      else assert.equal(error, undefined);
      assert.equal(left, 0, "no tensor is left");
    });

  it("gives tensors or an error whatever is wrong, and the next call is right", () => {
    const ending = program("fuzzProgram");
    ended(ending);
    const { given, refused } = JSON.parse(ending.out.trim().split("\n").at(-1) as string);
    assert.ok(given > 100 && refused > 1000, `${given} given, ${refused} refused`);
  });

  for (const threads of ["1", "3"])
    it(`computes in several worker threads at once, ${threads === "1" ? "one thread" : `${threads} threads`} each`, () => {
      const ending = program("workersProgram", { PROXYLAB_THREADS: threads });
      ended(ending);
      assert.equal(ending.out.trim(), "[60,60,4]");
    });
});
