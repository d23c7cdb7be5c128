import assert from "node:assert/strict";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { startEngine } from "../../src/backend/start.ts";
import { tf } from "../../src/backend/tf.ts";
import { Failure } from "../../src/errors.ts";
import { LMM } from "../../src/lmm/lmm.ts";
import { openSafetensors } from "../../src/lmm/safetensors.ts";
import { crossEntropy, ignored } from "../../src/nn/crossEntropy.ts";
import { leaves } from "../../src/nn/tree.ts";
import { from, proxyV } from "../../src/routes/index.ts";
import { fit, type LogLine, type Stage } from "../../src/train/fit.ts";
import { matchScales } from "../../src/train/matched.ts";
import { onEveryEngine } from "../support/engines.ts";
import { temporaryFolder } from "../support/folder.ts";
import { near } from "../support/golden.ts";
import { openings, routes } from "../support/library.ts";
import { heard, textLogits } from "../support/run.ts";
import { prompt, tinyConfig, words } from "../support/tiny.ts";

/** Teaches a model to name the next token of some fixed prompts. */
const stage = (given: Partial<Stage> = {}): Stage => ({
  name: "next token",
  steps: 5,
  groups: [{ paths: /./, rate: 1e-2 }],
  loss: (lmm, step) =>
    tf.tidy(() => {
      const sample = prompt({ crops: 1 + (step % 2), after: 4, seed: step });
      const labels = Int32Array.from([ignored, ignored, ...words(4, step + 20).slice(1), ignored]);
      return crossEntropy(lmm.logits([sample]), labels);
    }),
  ...given,
});

const model = (): LMM => LMM.random(tinyConfig(), 1, from(1, proxyV({ factor: 2 })));
const bits = (lmm: LMM) =>
  leaves(lmm.weights).map(([path, tensor]) => [path, [...tensor.dataSync()]] as const);

/** Trains, and returns what every step said. */
async function losses(
  lmm: LMM,
  given: Stage,
  options: Parameters<typeof fit>[2] = {},
): Promise<{ lines: LogLine[]; trained: LMM }> {
  const lines: LogLine[] = [];
  const trained = await fit(lmm, given, { ...options, onStep: (line) => lines.push(line) });
  return { lines, trained };
}

describe("training", () => {
  before(() => startEngine({ quiet: true }));
  const file = temporaryFolder();

  it("that is cut off in the midst of a step leaves nothing behind", async () => {
    const lmm = model();
    const engine = tf.engine() as unknown as { runKernelFunc(given: object): unknown };
    const run = engine.runKernelFunc;
    const tensors = tf.memory().numTensors;
    for (const operations of [3, 60, 200, 400]) {
      let [left, depth] = [Number.POSITIVE_INFINITY, 0];
      engine.runKernelFunc = (given) => {
        if (depth === 0 && left-- <= 0) throw new Error("cut off");
        depth++;
        try {
          return run.call(engine, given);
        } finally {
          depth--;
        }
      };
      const soon = () => {
        left = operations;
        return {};
      };
      try {
        const cutting = stage({ steps: 20, evaluate: { every: 1, run: soon } });
        await assert.rejects(fit(lmm, cutting), /cut off/);
      } finally {
        engine.runKernelFunc = run;
      }
      assert.equal(tf.memory().numTensors, tensors, `after ${operations} operations`);
    }
    lmm.dispose();
  });

  it("learns, and changes only the tensors of its groups; the others are shared with the model it was given", async () => {
    const lmm = model();
    const before = bits(lmm);
    const only = /^model\.layers\.\d\.updates|^lm_head/;
    const one = stage({
      groups: [{ paths: only, rate: 1e-2 }],
      steps: 8,
      loss: (trained) => stage().loss(trained, 0),
    });
    const { lines, trained } = await losses(lmm, one);
    assert.ok(
      (lines.at(-1)?.loss as number) < 0.8 * (lines[0]?.loss as number),
      `${lines[0]?.loss} to ${lines.at(-1)?.loss}`,
    );
    const old = new Map(leaves(lmm.weights));
    for (const [path, tensor] of leaves(trained.weights))
      assert.equal(tensor === old.get(path), !only.test(path), path);
    trained.dispose();
    assert.deepEqual(bits(lmm), before);
    lmm.dispose();
  });

  it("takes the rate of the first group that a path matches, and none where that is zero", async () => {
    const lmm = model();
    const groups = [
      { paths: /^lm_head/, rate: 0 },
      { paths: /^lm_head|^model\.norm/, rate: 1e-2 },
    ];
    const { trained } = await losses(lmm, stage({ groups, steps: 2 }));
    const old = new Map(bits(lmm));
    const changed = bits(trained).filter(([path, values]) => `${values}` !== `${old.get(path)}`);
    assert.deepEqual(
      changed.map(([path]) => path),
      ["model.norm.weight"],
    );
    trained.dispose();
    lmm.dispose();
  });

  for (const [name, edits] of Object.entries({
    full: [],
    proxyV: routes.proxyV?.(1) ?? [],
    "proxyVNonSpatial, then pyramidDrop": openings["proxyVNonSpatial, then pyramidDrop"] ?? [],
    "visionZip, then skipAttention": openings["visionZip, then skipAttention"] ?? [],
  })) {
    it(`${name}: holds as many tensors after each step as after the one before, and in the end those of the model`, async () => {
      const lmm = LMM.random(tinyConfig(), 1, edits);
      const before = tf.memory().numTensors;
      const during: number[] = [];
      const trained = await fit(lmm, stage({ steps: 4 }), {
        onStep: () => during.push(tf.memory().numTensors),
      });
      assert.equal(new Set(during).size, 1, `${during}`);
      assert.equal(tf.memory().numTensors, before + leaves(lmm.weights).length);
      trained.dispose();
      assert.equal(tf.memory().numTensors, before);
      lmm.dispose();
    });
  }

  it("logs a line of JSON for every step, with figures when they are due and at the end", async () => {
    const lmm = model();
    const evaluate = { every: 2, run: () => ({ exact: 0.5 }) };
    const { lines, trained } = await losses(lmm, stage({ steps: 5, evaluate }), {
      log: file("in", "log.jsonl"),
    });
    const logged = readFileSync(file("in", "log.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(logged, lines);
    assert.deepEqual(
      logged.map(({ step, exact }) => [step, exact]),
      [
        [1, undefined],
        [2, 0.5],
        [3, undefined],
        [4, 0.5],
        [5, 0.5],
      ],
    );
    trained.dispose();
    lmm.dispose();
  });
});

describe("a training run that was cut off", () => {
  onEveryEngine(() => {
    const file = temporaryFolder();

    it("goes on bit for bit as if it had not been: the same losses, the same weights", async () => {
      const lmm = model();
      const given = stage({ warmup: 2, clip: 1, optimizer: { weightDecay: 0.05 } });
      const whole = await losses(lmm, given);
      const interruption = new AbortController();
      const first: LogLine[] = [];
      const onStep = (line: LogLine) => {
        first.push(line);
        if (line.step === 3) interruption.abort();
      };
      const tensors = tf.memory().numTensors;
      await assert.rejects(
        fit(lmm, given, { state: file("state.safetensors"), onStep, signal: interruption.signal }),
        { name: "AbortError" },
      );
      assert.equal(tf.memory().numTensors, tensors, "an interrupted run leaves no tensor");
      const rest = await losses(lmm, given, { state: file("state.safetensors") });
      const told = (lines: readonly LogLine[]) => lines.map(({ step, loss, norm }) => [step, loss, norm]);
      assert.deepEqual(told([...first, ...rest.lines]), told(whole.lines));
      assert.deepEqual(bits(rest.trained), bits(whole.trained));
      for (const one of [whole.trained, rest.trained, lmm]) one.dispose();
    });
  });

  describe("and its state", () => {
    before(() => startEngine({ quiet: true }));
    const file = temporaryFolder();

    it("may be older than the moment it was killed: the steps since are taken again, exactly", async () => {
      const lmm = model();
      const whole = await losses(lmm, stage());
      const onStep = ({ step }: LogLine) => {
        if (step === 3) copyFileSync(file("state.safetensors"), file("older.safetensors"));
      };
      (await fit(lmm, stage(), { state: file("state.safetensors"), saveEverySeconds: -1, onStep })).dispose();
      const rest = await losses(lmm, stage(), { state: file("older.safetensors") });
      assert.deepEqual(
        rest.lines.map(({ step, loss }) => [step, loss]),
        whole.lines.slice(2).map(({ step, loss }) => [step, loss]),
      );
      assert.deepEqual(bits(rest.trained), bits(whole.trained));
      for (const one of [whole.trained, rest.trained, lmm]) one.dispose();
    });

    it("of a finished run trains no further", async () => {
      const lmm = model();
      const done = await fit(lmm, stage(), { state: file("state.safetensors") });
      const { lines, trained } = await losses(lmm, stage(), { state: file("state.safetensors") });
      assert.deepEqual(lines, []);
      assert.deepEqual(bits(trained), bits(done));
      for (const one of [done, trained, lmm]) one.dispose();
    });

    it("of another stage, of another model, or no state at all, is refused by name", async () => {
      const lmm = model();
      const state = file("state.safetensors");
      (await fit(lmm, stage({ steps: 1 }), { state })).dispose();
      await assert.rejects(fit(lmm, stage({ name: "other" }), { state }), {
        name: "Failure",
        message: `${state} is the state of stage "next token", not of "other"; move it away to start anew`,
      });
      const plain = LMM.random(tinyConfig(), 1, from(1, proxyV({ factor: 2, ratio: 1 / 4 })));
      await assert.rejects(
        fit(plain, stage(), { state }),
        /^Failure: .*has shape \[8,16\], the model \[4,16\]$/,
      );
      writeFileSync(state, "nothing");
      await assert.rejects(fit(lmm, stage(), { state }), Failure);
      plain.dispose();
      lmm.dispose();
    });
  });
});

describe("training that cannot go on stops, and leaves no tensor", () => {
  before(() => startEngine({ quiet: true }));
  const file = temporaryFolder();

  const spoiled: [string, (loss: tf.Scalar) => tf.Scalar, RegExp][] = [
    [
      "a loss that is not a number",
      (loss) => loss.mul(Number.NaN),
      /^stage "next token" diverged at step 2: the loss is NaN; the last good state is /,
    ],
    ["a loss that is infinite", (loss) => loss.div(0), /diverged at step 2: the loss is Infinity/],
    // The square root of nothing has no slope.
    [
      "gradients that are not numbers",
      (loss) => loss.add(loss.sub(loss).sqrt()),
      /diverged at step 2: the gradients' norm is NaN/,
    ],
  ];
  for (const [what, spoil, sentence] of spoiled) {
    it(`${what}: the state that is kept is the last good one`, async () => {
      const lmm = model();
      const own = stage();
      const bad = stage({
        loss: (trained, step) =>
          tf.tidy(() => (step === 2 ? spoil(own.loss(trained, step)) : own.loss(trained, step))),
      });
      const tensors = tf.memory().numTensors;
      const state = file("state.safetensors");
      await assert.rejects(fit(lmm, bad, { state, saveEverySeconds: -1 }), (error: Error) => {
        assert.ok(error instanceof Failure, error.stack);
        assert.match(error.message, sentence);
        return true;
      });
      assert.equal(tf.memory().numTensors, tensors);
      const kept = openSafetensors(state);
      assert.equal(kept.metadata.step, "2");
      for (const name of kept.entries.keys()) assert.ok(kept.read(name).every(Number.isFinite), name);
      kept.close();
      lmm.dispose();
    });
  }

  it("says so when no state was kept, and when nothing matches what is to be trained", async () => {
    const lmm = model();
    const nan = stage({ loss: (trained) => tf.tidy(() => stage().loss(trained, 0).mul(Number.NaN)) });
    await assert.rejects(fit(lmm, nan), /the loss is NaN; no state was kept$/);
    await assert.rejects(
      fit(lmm, nan, { state: file("never.safetensors") }),
      /the loss is NaN; no state was kept$/,
    );
    assert.ok(!existsSync(file("never.safetensors")));
    await assert.rejects(fit(lmm, stage({ groups: [{ paths: /nothing/, rate: 1 }] })), {
      name: "Failure",
      message: 'stage "next token" trains nothing: no path matches its groups',
    });
    lmm.dispose();
  });
});

describe("an update started as matched", () => {
  before(() => startEngine({ quiet: true }));

  it("takes over the scale of the stream it joins, so that little jumps when a route is put in", () => {
    const base = LMM.random(tinyConfig(), 1);
    const route = from(2, proxyV({ factor: 2, start: "matched" }));
    const samples = [prompt()];
    const [matched, plain] = [base.with(route), base.with(from(2, proxyV({ factor: 2 })))];
    const scaled = matchScales(matched, base, samples);
    const scale = (lmm: LMM) => {
      const x = heard(lmm, samples, ["layers.2.output.vision"])["layers.2.output.vision"] as Float32Array;
      return Math.sqrt(x.reduce((sum, value) => sum + value * value, 0) / x.length);
    };
    near([scale(scaled)], [scale(base)], 1e-3);
    const moved = (lmm: LMM) => {
      const [own, before] = [textLogits(lmm, samples).flat(2), textLogits(base, samples).flat(2)];
      return own.reduce((sum, value, i) => sum + (value - (before[i] as number)) ** 2, 0);
    };
    assert.ok(moved(scaled) < moved(plain), `${moved(scaled)} against ${moved(plain)}`);
    for (const one of [scaled, matched, plain, base]) one.dispose();
  });
});
