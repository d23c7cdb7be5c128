import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { Client, executeContent, types } from "./client.ts";

describe("the kernel, to its clients", function () {
  this.timeout(60_000);
  let client: Client;
  before(async () => {
    client = await new Client().start();
  });
  after(() => client.stop());

  it("says what it is, on shell and control, with what editors and converters need to know", async () => {
    for (const channel of ["shell", "control"] as const) {
      const { reply, published } = await client.request("kernel_info_request", {}, channel);
      assert.equal(reply.type, "kernel_info_reply");
      assert.deepEqual(types(published), ["busy", "idle"]);
      const { status, protocol_version, language_info } = reply.content;
      assert.deepEqual([status, protocol_version], ["ok", "5.5"]);
      const { name, file_extension, codemirror_mode, pygments_lexer } = language_info as Record<
        string,
        string
      >;
      assert.deepEqual(
        [name, file_extension, codemirror_mode, pygments_lexer],
        ["typescript", ".ts", "typescript", "typescript"],
      );
    }
  });

  it("publishes busy, the input, printed text, the value and idle, in this order", async () => {
    const { reply, published } = await client.execute('console.log("a"); console.log("b"); 6 * 7');
    assert.deepEqual(types(published), ["busy", "execute_input", "stream", "execute_result", "idle"]);
    const [, input, stream, result] = published;
    assert.equal(stream?.content.text, "a\nb\n");
    assert.deepEqual(result?.content.data, { "text/plain": "42" });
    const counts = [input, result, reply].map((message) => message?.content.execution_count);
    assert.deepEqual(new Set(counts).size, 1);
    const report = reply.metadata.proxylab as { ms: number };
    assert.ok(report.ms > 0);
  });

  it("sends what is printed while the cell still computes", async () => {
    const id = await client.send("execute_request", executeContent('console.log("begun"); while (true) {}'));
    await client.until(() => client.publishedFor(id).find(({ type }) => type === "stream"), "printed text");
    await client.interrupt();
    await client.idle(id);
  });

  it("gives errors on iopub and in the reply, with the place in the cell as it was written", async () => {
    const cases = [
      ["const a = 1;\nthrow new RangeError('too far')", "RangeError", /line 2[\s\S]*too far/],
      [
        "const n: number = 'text'",
        "TypeScriptError",
        /line 1: Type 'string' is not assignable to type 'number'/,
      ],
      ["const b = 1;\nconst = 3", "SyntaxError", /line 2/],
    ] as const;
    for (const [code, ename, trace] of cases) {
      const { reply, published } = await client.execute(code);
      assert.deepEqual(types(published), ["busy", "execute_input", "error", "idle"]);
      for (const { content } of [reply, published[2] as Client["published"][0]]) {
        assert.equal(content.ename, ename);
        assert.match((content.traceback as string[]).join("\n"), trace);
      }
      assert.equal(reply.content.status, "error");
    }
  });

  it("is quiet when asked to be, and counts and remembers only what it should", async () => {
    const { reply: one } = await client.execute("1");
    const silent = await client.execute('console.log("x"); "secret value"', { silent: true });
    assert.deepEqual(types(silent.published), ["busy", "idle"]);
    const unstored = await client.execute('"unstored value"', { store_history: false });
    const { reply: two } = await client.execute("2");
    const counts = [one, silent.reply, unstored.reply, two].map(({ content }) => content.execution_count);
    const first = counts[0] as number;
    assert.deepEqual(counts, [first, first, first, first + 1]);
    const { reply } = await client.request("history_request", { hist_access_type: "tail", n: 50 });
    const text = JSON.stringify(reply.content.history);
    assert.match(text, /"1"/);
    assert.doesNotMatch(text, /secret value|unstored value/);
  });

  it("evaluates expressions after a cell, each with its own success or failure", async () => {
    const { reply } = await client.execute("let u = 2", { user_expressions: { a: "u * 2", b: "missing" } });
    const { a, b } = reply.content.user_expressions as Record<string, Record<string, unknown>>;
    assert.deepEqual(a, { status: "ok", data: { "text/plain": "4" }, metadata: {} });
    assert.equal(b?.status, "error");
    assert.match(String(b?.evalue), /Cannot find name 'missing'/);
  });

  it("shows, replaces and clears", async () => {
    const { published } = await client.execute(
      'const shown = await display({ a: 1 }, "id"); await shown.update({ a: 2 }); clearOutput("with the next output");',
    );
    assert.deepEqual(types(published).slice(2, -1), ["display_data", "update_display_data", "clear_output"]);
    assert.deepEqual(
      published.slice(2, 4).map(({ content }) => [content.data, content.transient]),
      [
        [{ "text/plain": "{ a: 1 }" }, { display_id: "id" }],
        [{ "text/plain": "{ a: 2 }" }, { display_id: "id" }],
      ],
    );
    assert.equal(published[4]?.content.wait, true);
  });

  it("shows what JSON cannot hold as a sentence, and text with half an emoji so that it can be stored", async () => {
    const { reply, published } = await client.execute(
      '({ [Symbol.for("Jupyter.display")]: () => ({ "application/json": { n: 1n } }) })',
    );
    assert.equal(reply.content.status, "ok");
    const shown = published.find(({ type }) => type === "execute_result")?.content.data;
    assert.match(JSON.stringify(shown), /cannot be shown: .*BigInt/);
    const { published: printed } = await client.execute('console.log("\\ud83c \\\\ud83c 🎉")');
    assert.equal(printed[2]?.content.text, "\ufffd \\ud83c 🎉\n");
  });

  it("counts places in code points when it completes and inspects", async () => {
    await client.execute("let alphabetical = 1; let Alphabet = 2;");
    const code = '"🎉🎉"; alphab';
    const { reply } = await client.request("complete_request", { code, cursor_pos: [...code].length });
    assert.deepEqual(
      [reply.content.cursor_start, reply.content.cursor_end],
      [[...code].length - 6, [...code].length],
    );
    const matches = reply.content.matches as string[];
    assert.ok(matches.includes("alphabetical") && !matches.includes("Alphabet"), String(matches));
    const inspected = (cursor_pos: number) =>
      client.request("inspect_request", { code: '"🎉"; cost(', cursor_pos, detail_level: 0 });
    assert.equal((await inspected(4)).reply.content.found, false);
    const asked = await inspected(5);
    assert.match(JSON.stringify(asked.reply.content.data), /cost\(model: LMM/);
  });

  it("tells whole cells from those that go on and those that cannot be", async () => {
    const statuses = await Promise.all(
      ["f(1)", "f(1,", "const = 3;\n1"].map((code) => client.request("is_complete_request", { code })),
    );
    assert.deepEqual(
      statuses.map(({ reply }) => reply.content),
      [{ status: "complete" }, { status: "incomplete", indent: "  " }, { status: "invalid" }],
    );
  });

  it("answers a question such as cost? by a page", async () => {
    const { reply } = await client.execute("cost?");
    const [page] = reply.content.payload as { source: string; data: Record<string, string> }[];
    assert.equal(page?.source, "page");
    assert.match(page?.data["text/plain"] ?? "", /function cost/);
  });

  it("aborts the cells that wait when one fails, unless it was told to go on", async () => {
    const wait = "await new Promise((resolve) => setTimeout(resolve, 50)); throw new Error('x')";
    for (const [stop, status] of [
      [true, "aborted"],
      [false, "ok"],
    ] as const) {
      const ids = [
        await client.send("execute_request", executeContent(wait, { stop_on_error: stop })),
        await client.send("execute_request", executeContent("1")),
        await client.send("execute_request", executeContent("2")),
      ];
      const came = await Promise.all(ids.map((id) => client.outcome(id)));
      assert.deepEqual(
        came.map(({ reply }) => reply.content.status),
        ["error", status, status],
      );
    }
    assert.equal((await client.execute("3")).reply.content.status, "ok");
  });

  it("aborts the cells that came while one computed, too", async () => {
    const busy = "const end = Date.now() + 200; while (Date.now() < end) {}; throw new Error('x')";
    const ids = [await client.send("execute_request", executeContent(busy))];
    await pause(50);
    ids.push(await client.send("execute_request", executeContent("1")));
    const came = await Promise.all(ids.map((id) => client.outcome(id)));
    assert.deepEqual(
      came.map(({ reply }) => reply.content.status),
      ["error", "aborted"],
    );
  });

  it("asks for input where the client can answer, and says so where it cannot", async () => {
    const code = 'await input("name? ") + await input("", { secret: true })';
    const id = await client.send("execute_request", executeContent(code, { allow_stdin: true }));
    const question = await client.until(() => client.asked[0], "a question");
    assert.deepEqual(question.content, { prompt: "name? ", password: false });
    assert.equal(question.parent, id);
    await client.send("input_reply", { value: "Ada" }, { channel: "stdin" });
    const secret = await client.until(() => client.asked[1], "a second question");
    assert.equal(secret.content.password, true);
    await client.send("input_reply", { value: "!" }, { channel: "stdin" });
    const { published } = await client.outcome(id);
    assert.deepEqual(published.find(({ type }) => type === "execute_result")?.content.data, {
      "text/plain": "'Ada!'",
    });
    const { reply } = await client.execute("await input()");
    assert.match(String(reply.content.evalue), /cannot be asked for input/);
    const waiting = await client.send(
      "execute_request",
      executeContent("await input()", { allow_stdin: true }),
    );
    await client.until(() => client.asked[2], "a third question");
    await client.interrupt();
    assert.equal((await client.outcome(waiting)).reply.content.ename, "Interrupted");
    const again = await client.send(
      "execute_request",
      executeContent("await input()", { allow_stdin: true }),
    );
    await client.until(() => client.asked[3], "a question after the interrupt");
    await client.send("input_reply", { value: "" }, { channel: "stdin" });
    assert.equal((await client.outcome(again)).reply.content.status, "ok");
  });

  it("answers requests that lack what they need with a sentence", async () => {
    const { reply } = await client.request("complete_request", { code: 7 });
    assert.deepEqual(
      [reply.type, reply.content.status, reply.content.evalue],
      ["complete_reply", "error", 'complete_request has 7 as "code"; expected a text'],
    );
    assert.equal((await client.request("execute_request", {})).reply.content.status, "error");
  });
});
