import assert from "node:assert/strict";
import { interruptOnceItPrints } from "./interrupter.ts";
import { type Laboratory, laboratory } from "./session.ts";

describe("interrupting a cell", () => {
  let lab: Laboratory;
  before(async () => {
    // Another session of the process must not keep tensor operations from hearing of this one's interrupts.
    const earlier = laboratory();
    await earlier.value("tf.memory().numTensors");
    earlier.close();
    lab = laboratory();
    await lab.value("tf.tidy(() => tf.ones([2]).sum().dataSync()[0])");
  });
  after(() => lab.close());

  /** Runs a cell that would not end, interrupts it, and sees that the session goes on. */
  async function interrupted(code: string, says = 'console.log("begun"); '): Promise<string> {
    const end = await interruptOnceItPrints(lab.session);
    const { ename, traceback } = await lab.trouble(`${says}${code}`);
    end();
    assert.equal(ename, "Interrupted");
    assert.equal(await lab.value("20 + 22"), 42);
    return traceback.join("\n");
  }

  it("stops tight loops of every kind", async () => {
    for (const loop of [
      "while (true) {}",
      "for (;;) ;",
      "do { 1; } while (true);",
      "for (const i of (function* () { while (true) yield 1; })()) i;",
      "const spin = (): never => { while (true); }; spin();",
    ])
      await interrupted(loop);
  });

  it("points at the loop", async () => {
    assert.match(
      await interrupted("let n = 0;\nwhile (n >= 0) {\n  n = (n + 1) % 5;\n}"),
      /In \[\d+\], line [23]\n/,
    );
  });

  it("stops loops that await what is there already, and those that wait", async () => {
    await interrupted("while (true) await null;");
    await interrupted("while (true) await new Promise((r) => setTimeout(r, 5));");
    await interrupted("await new Promise(() => {});");
    await interrupted("for await (const x of (async function* () { while (true) yield 1; })()) x;");
    await interrupted(
      "await Promise.all([1, 2].map(async () => { while (true) await new Promise((r) => setTimeout(r, 1)); }))",
    );
  });

  it("stops a loop that catches whatever it is told", async () => {
    await interrupted("while (true) { try { await new Promise((r) => setTimeout(r, 5)); } catch {} }");
    await interrupted("while (true) { try { await null; } catch { continue; } }");
  });

  it("stops loops over tensors, in library code too, and leaks none of them", async () => {
    const before = await lab.value("tf.memory().numTensors");
    await interrupted("while (true) tf.tidy(() => { tf.ones([4]).add(1).sum(); });");
    await interrupted(
      "tf.tidy(() => { let x = tf.ones([4]); const more = () => { x = x.add(1); }; while (true) more(); });",
    );
    await lab.value("import { setImmediate as soon } from 'node:timers/promises';");
    await interrupted(
      "tf.tidy(() => { Array.from({ length: 1e7 }).forEach(() => tf.tidy(() => { tf.ones([4]).add(1); })); });",
    );
    await interrupted(
      "await tidy(async () => { let x = tf.ones([4]); while (true) { x = x.add(1); await soon(); } });",
    );
    assert.equal(await lab.value("tf.memory().numTensors"), before);
  });

  it("rejects the await under way and every later one of the cell, whoever awaits", async () => {
    await lab.value("const told: string[] = [];");
    await interrupted(
      [
        "const sleep = () => new Promise((r) => setTimeout(r, 5000));",
        "const listen = async (name: string) => { try { await sleep(); } catch (e) { told.push(name + (e as Error).name); } try { await 1; } catch (e) { told.push('again'); } };",
        "await Promise.all([listen('a'), listen('b')]);",
        "await sleep();",
      ].join("\n"),
    );
    assert.deepEqual(await lab.value("await new Promise((r) => setTimeout(r, 100)); told"), [
      "aInterrupted",
      "bInterrupted",
      "again",
      "again",
    ]);
  });

  it("aborts the signal that long work is given", async () => {
    await lab.value("let why = ''; let polled = false;");
    await interrupted(
      "const signal = interruption();\nsignal.addEventListener('abort', () => { why = signal.reason.name; });\nawait new Promise(() => {});",
    );
    assert.equal(await lab.value("why"), "Interrupted");
    await interrupted(
      "const polling = interruption();\nconst work = () => { for (let i = 0; i >= 0; i++) polling.throwIfAborted(); };\nwork();",
    );
  });

  it("stops training by the cell's signal, and training goes on afterwards", async () => {
    await lab.value(
      [
        'const stage = { name: "endless", steps: 1e9, groups: [{ paths: /projector/, rate: 1e-4 }],',
        "  loss: (lmm: LMM) => tf.tidy(() => tf.sum(tf.square([...leaves(lmm.weights)].find(([path]) => /projector/.test(path))![1])).asScalar()) };",
        "const before = tf.memory().numTensors;",
        'const nano = await load("nano");',
        "let steps = 0;",
        "const onStep = () => { steps++; console.log('step'); };",
      ].join("\n"),
    );
    await interrupted("await fit(nano, stage, { onStep, signal: interruption() });", "");
    const first = (await lab.value("steps")) as number;
    assert.ok(first > 0);
    await interrupted("await fit(nano, stage, { onStep });", "");
    assert.ok(((await lab.value("steps")) as number) > first);
    await lab.value(
      "const trained = await fit(nano, { ...stage, steps: 2 }, { onStep }); trained.dispose(); nano.dispose();",
    );
    assert.equal(await lab.value("tf.memory().numTensors - before"), 0);
  });

  it("leaves what earlier cells left running alone, and the variables as they were", async () => {
    await lab.value("let ticks = 0; const clock = setInterval(() => { ticks++; }, 5);");
    await interrupted("let half = 1; while (true) half = 2;");
    const before = (await lab.value("ticks")) as number;
    await lab.value("await new Promise((r) => setTimeout(r, 50)); clearInterval(clock);");
    assert.ok(((await lab.value("ticks")) as number) > before);
    assert.equal(await lab.value("half"), 2);
  });

  it("that comes too late does nothing to the next cell", async () => {
    lab.session.interrupt();
    assert.equal(await lab.value("let m = 0; for (let i = 0; i < 100; i++) m += await i; m"), 4950);
  });

  it("can be asked for by a signal, with a reason, also before the cell begins", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    assert.equal(
      (await lab.trouble("await new Promise(() => {})", { signal: controller.signal })).ename,
      "Interrupted",
    );
    assert.equal((await lab.trouble("await 1; 2", { signal: AbortSignal.abort() })).ename, "Interrupted");
    assert.equal(await lab.value("2"), 2);
  });

  it("lets timers and messages in between awaits that have nothing to wait for", async () => {
    const code = "let rung = false; setTimeout(() => { rung = true; }, 20);\nwhile (!rung) await null;\nrung";
    assert.equal(await lab.value(code), true);
  });
});
