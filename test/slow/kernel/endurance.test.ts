import assert from "node:assert/strict";
import { randomBytes, randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Client, executeContent } from "../../kernel/protocol/client.ts";

const channels = ["shell", "control", "stdin"] as const;

/** What a process holds: memory that is its own in MB, open files, threads. */
function held(pid: number): { mb: number; files: number; threads: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const number = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]);
  return {
    mb: Math.round(number("RssAnon") / 1000),
    files: readdirSync(`/proc/${pid}/fd`).length,
    threads: number("Threads"),
  };
}

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
    const run = async (i: number): Promise<void> => {
      const began = performance.now();
      const code = `let value${i % 50}: number = ${i}; console.log(value${i % 50}); tf.tidy(() => tf.ones([64, 64]).sum().arraySync())`;
      assert.equal((await client.execute(code)).reply.content.status, "ok");
      times.push(performance.now() - began);
      client.published.length = 0;
      client.replies.length = 0;
    };
    for (let i = 0; i < 100; i++) await run(i);
    const before = held(pid);
    for (let i = 100; i < 500; i++) await run(i);
    const after = held(pid);
    const early = median(times.slice(5, 30));
    const late = median(times.slice(-25));
    console.log(
      `      (${Math.round(early)} ms a cell at first, ${Math.round(late)} ms at last; ${before.mb} and ${after.mb} MB)`,
    );
    assert.ok(late < 2 * early, `${late} ms after ${early} ms`);
    assert.ok(after.mb < before.mb + 150, `${after.mb} MB after ${before.mb} MB`);
    assert.ok(
      after.files <= before.files + 2 && after.threads <= before.threads + 2,
      JSON.stringify({ before, after }),
    );
    const { published } = await client.execute("tf.memory().numTensors");
    assert.deepEqual(published.find(({ type }) => type === "execute_result")?.content.data, {
      "text/plain": "0",
    });
  });

  it("starts and ends 20 times, and each time nothing of it is left", async () => {
    for (let i = 0; i < 20; i++) {
      const one = await new Client().start();
      const pid = one.process?.pid as number;
      await one.request("shutdown_request", { restart: true }, "control");
      assert.equal(await one.exit(), 0);
      await one.stop();
      assert.ok(!existsSync(`/proc/${pid}`));
      assert.ok(!existsSync(one.folder));
    }
  });
});
