import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { Client, executeContent, types } from "./client.ts";

describe("the kernel while a cell runs, and after", function () {
  this.timeout(60_000);
  let client: Client;
  before(async () => {
    client = await new Client().start();
  });
  after(() => client.stop());

  it("stops loops that compute, that await and that wait for ever, and goes on with what there was", async () => {
    await client.execute("let kept = 5");
    for (const code of [
      "while (true) {}",
      "await 1; for (;;) {}",
      "while (true) await new Promise((resolve) => setTimeout(resolve, 5))",
      "while (true) { try { await new Promise((resolve) => setTimeout(resolve, 5)) } catch {} }",
      "await new Promise(() => {})",
    ]) {
      const id = await client.send("execute_request", executeContent(code));
      await pause(100);
      const { reply } = await client.interrupt();
      assert.equal(reply.content.status, "ok");
      assert.equal((await client.outcome(id)).reply.content.ename, "Interrupted", code);
    }
    assert.match(JSON.stringify((await client.execute("kept")).published), /"5"/);
  });

  it("stops by SIGINT, and takes an interrupt without a cell for nothing", async () => {
    client.process?.kill("SIGINT");
    await client.interrupt();
    assert.equal(
      (await client.execute("let n = 0; for (const i of [1, 2]) n += i; n")).reply.content.status,
      "ok",
    );
    const id = await client.send("execute_request", executeContent("await 1; while (true) {}"));
    await pause(100);
    client.process?.kill("SIGINT");
    assert.equal((await client.outcome(id)).reply.content.ename, "Interrupted");
  });

  it("answers heartbeat and control while a cell computes and while it publishes 5 MB", async () => {
    const id = await client.send(
      "execute_request",
      executeContent(
        'console.log("x".repeat(5e6)); const until = Date.now() + 400; while (Date.now() < until) {}',
      ),
    );
    await pause(50);
    const beats = [await client.beat(), await client.beat()];
    const { reply } = await client.request("kernel_info_request", {}, "control");
    assert.equal(reply.content.status, "ok");
    assert.ok(!client.replies.some(({ parent }) => parent === id), "the cell was over too soon");
    assert.ok(Math.max(...beats) < 1000, String(beats));
    const { published } = await client.outcome(id);
    const printed = published.filter(({ type }) => type === "stream").map(({ content }) => content.text);
    assert.equal(printed.join("").length, 5e6 + 1);
  });

  it("keeps what comes late with its own cell", async () => {
    const { published } = await client.execute('void setTimeout(() => console.log("late"), 800);');
    assert.ok(!types(published).includes("stream"));
    const id = published[0]?.parent as string;
    await client.execute("1");
    await client.until(() => client.publishedFor(id).find(({ type }) => type === "stream"), "late text");
  });

  it("shows errors that nobody caught below their cell, and lives on", async () => {
    const { published } = await client.execute(
      'setTimeout(() => { throw new Error("from a timer") }, 20); void Promise.reject(new Error("unheard"));',
    );
    const id = published[0]?.parent as string;
    const text = () =>
      client
        .publishedFor(id)
        .filter(({ type }) => type === "stream")
        .map(({ content }) => content.text)
        .join("");
    await client.until(() => /from a timer/.test(text()) && /unheard/.test(text()), "both errors");
    assert.equal((await client.execute("1")).reply.content.status, "ok");
  });
});
