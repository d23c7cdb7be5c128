import assert from "node:assert/strict";
import { answerOf, lastWords, startWorker } from "./worker.ts";

const program = (code: string) => ({
  command: [process.execPath, "--eval", code],
  variables: { ANSWER: "7" },
});

const obedient = `
  process.stdout.write("greetings\\n" + JSON.stringify({ ready: true, checks: { x: [1] } }) + "\\n");
  process.stdin.on("data", (data) => {
    for (const line of String(data).trim().split("\\n"))
      process.stdout.write(JSON.stringify({ ms: Number(process.env.ANSWER) + line.length, cpuMs: 1 }) + "\\n");
  });`;

describe("a worker", () => {
  it("is ready when its program says so, and runs what it is asked for", async () => {
    const worker = await startWorker(program(obedient));
    assert.deepEqual(worker.ready.checks, { x: [1] });
    assert.deepEqual(await worker.run("full"), { ms: 15, cpuMs: 1 });
    assert.equal((await worker.run("light")).ms, 16);
    await worker.end();
  });

  it("that never comes to be ready fails with its program's last words", async () => {
    const failing = program(
      `console.error("noise\\nFailure: the disk is full\\n    at somewhere"); process.exit(3)`,
    );
    await assert.rejects(startWorker(failing), /^Failure: the disk is full$/);
    await assert.rejects(startWorker(program("process.exit(3)")), /it ended with 3/);
  });

  it("that dies under way fails the run", async () => {
    const worker = await startWorker(
      program(
        `console.log('{"ready":true,"checks":{}}'); process.stdin.on("data", () => process.kill(process.pid, "SIGKILL"))`,
      ),
    );
    await assert.rejects(worker.run("full"), /it ended with SIGKILL/);
    await worker.end();
  });

  it("that cannot run one variant says why, and goes on with the others", async () => {
    const worker = await startWorker(
      program(`
        console.log('{"ready":true,"checks":{}}');
        process.stdin.on("data", (data) =>
          console.log(String(data).includes("large") ? '{"failed":"out of memory"}' : '{"ms":1,"cpuMs":1}'));`),
    );
    await assert.rejects(worker.run("large"), /^Failure: out of memory$/);
    assert.equal((await worker.run("small")).ms, 1);
    await worker.end();
  });

  it("whose command is not there says so", async () => {
    await assert.rejects(startWorker({ command: ["/no/such/program"], variables: {} }), /ENOENT/);
  });

  it("may have one answer only", async () => {
    const { bytes } = await answerOf(program(`console.log(JSON.stringify({ bytes: 5 }))`));
    assert.equal(bytes, 5);
  });

  it("is quoted by the line that names an error", () => {
    assert.equal(
      lastWords("x\nRuntimeError: shapes differ\n  at y\n\nNode.js v20\n"),
      "RuntimeError: shapes differ",
    );
    assert.equal(lastWords("one\ntwo\n"), "two");
    assert.equal(lastWords(""), "");
  });
});
