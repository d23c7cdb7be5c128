import assert from "node:assert/strict";
import { randomBytes, randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Client, executeContent } from "../../kernel/protocol/client.ts";

const channels = ["shell", "control", "stdin"] as const;

/** Open files and threads of a process. */
function held(pid: number): { files: number; threads: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return {
    files: readdirSync(`/proc/${pid}/fd`).length,
    threads: Number(/^Threads:\s+(\d+)/m.exec(status)?.[1]),
  };
}

/** A cell that says how many MB of objects are left once everything else has been collected. */
const heap = `import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
setFlagsFromString("--expose-gc");
runInNewContext("gc")();
process.memoryUsage().heapUsed / 1e6`;

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

describe("a kernel that is used hard", function () {
  this.timeout(900_000);
  let client: Client;
  before(async function () {
    if (!existsSync("/proc/self/status")) return this.skip();
    client = await new Client().start();
  });
  after(() => client?.stop());

  it("lives through 1,000 messages that are cut, forged, huge, strange or none", async () => {
    const content = executeContent("throw new Error('this must not run')");
    const strange = (): (string | Uint8Array)[] => {
      const type = ["execute_request", "comm_open", "comm_msg", "history_request", "complete_request", "x"];
      const odd = [null, 1, "text", [], { code: {} }, { code: 1, cursor_pos: -1 }, { comm_id: 3 }];
      return client.frames(type[randomInt(type.length)] as string, odd[randomInt(odd.length)]);
    };
    const kinds: (() => (string | Uint8Array)[])[] = [
      () => client.frames("execute_request", content).slice(0, randomInt(6)),
      () => client.frames("execute_request", content, { signature: randomBytes(32).toString("hex") }),
      () => client.frames("execute_request", content, { signature: "short" }),
      () => Array.from({ length: randomInt(20) }, () => randomBytes(randomInt(500))),
      () => ["<IDS|MSG>", randomBytes(randomInt(2_000_000))],
      () => ["<IDS|MSG>", "", "{}", "{}", "{}", "{}"],
      strange,
    ];
    for (let i = 0; i < 1000; i++) {
      const frames = (kinds[i % kinds.length] as (typeof kinds)[0])();
      await client[channels[randomInt(3)] as "shell"].send(frames.length > 0 ? frames : [""]);
    }
    const { reply } = await client.execute("1 + 1");
    assert.equal(reply.content.status, "ok");
    assert.ok((await client.beat()) < 1000);
    assert.ok(!client.published.some(({ content: { evalue } }) => evalue === "this must not run"));
    assert.equal(client.errors, "");
  });

  it("runs 500 cells at the same pace and without growing", async () => {
    const pid = client.process?.pid as number;
    const times: number[] = [];
    const number = async (code: string): Promise<number> => {
      const { published } = await client.execute(code);
      const result = published.find(({ type }) => type === "execute_result");
      return Number((result?.content.data as Record<string, string> | undefined)?.["text/plain"]);
    };
    const run = async (i: number): Promise<void> => {
      const began = performance.now();
      const code = `let value${i % 50}: number = ${i}; console.log(value${i % 50}); tf.tidy(() => tf.ones([64, 64]).sum().arraySync())`;
      assert.equal((await client.execute(code)).reply.content.status, "ok");
      times.push(performance.now() - began);
      client.published.length = 0;
      client.replies.length = 0;
    };
    for (let i = 0; i < 100; i++) await run(i);
    const before = { ...held(pid), mb: await number(heap) };
    for (let i = 100; i < 500; i++) await run(i);
    const after = { ...held(pid), mb: await number(heap) };
    const early = median(times.slice(5, 30));
    const late = median(times.slice(-25));
    const mb = `${Math.round(before.mb)} and ${Math.round(after.mb)} MB`;
    console.log(
      `      (${Math.round(early)} ms a cell at first, ${Math.round(late)} ms at last; ${mb} of objects)`,
    );
    assert.ok(late < 2 * early, `${late} ms after ${early} ms`);
    assert.ok(after.mb < before.mb + 40, mb);
    assert.ok(
      after.files <= before.files + 2 && after.threads <= before.threads + 2,
      JSON.stringify({ before, after }),
    );
    assert.equal(await number("tf.memory().numTensors"), 0);
  });

  it("starts and ends 20 times, and each time nothing of it is left", async () => {
    for (let i = 0; i < 20; i++) {
      const one = await new Client().start();
      const pid = one.process?.pid as number;
      await one.request("shutdown_request", { restart: true }, "control");
      const began = Date.now();
      await one.exit();
      assert.ok(Date.now() - began < 5000);
      await one.stop();
      assert.ok(!existsSync(`/proc/${pid}`));
      assert.ok(!existsSync(one.folder));
    }
  });
});
