import assert from "node:assert/strict";
import { type Laboratory, laboratory } from "./session.ts";

describe("what a cell prints, shows, asks and reports", () => {
  let lab: Laboratory;
  before(() => {
    lab = laboratory();
  });
  after(() => lab.close());
  beforeEach(() => {
    lab.events.length = 0;
  });

  const bundle = async (code: string) => {
    const outcome = await lab.run(code);
    assert.ok(outcome.status === "ok", code);
    return outcome.bundle?.data ?? {};
  };

  it("prints to the two streams, in order, on behalf of its request", async () => {
    await lab.value(
      "console.log('a', 1); console.error('b'); process.stdout.write('c'); console.table([{ x: 1 }]);",
      { parent: "request" },
    );
    assert.deepEqual(
      lab.events
        .slice(0, 3)
        .map(({ event, parent }) => event.type === "stream" && [event.name, event.text, parent]),
      [
        ["stdout", "a 1\n", "request"],
        ["stderr", "b\n", "request"],
        ["stdout", "c", "request"],
      ],
    );
    assert.match(lab.printed(), /│ x │/);
  });

  it("prints later on behalf of the cell that began it, while others run", async () => {
    await lab.value("setTimeout(() => console.log('late'), 20);", { parent: "first" });
    await lab.value("await new Promise((r) => setTimeout(r, 60)); console.log('second');", {
      parent: "second",
    });
    assert.deepEqual(
      lab.events.map(({ event, parent }) => [event.type === "stream" && event.text, parent]),
      [
        ["late\n", "first"],
        ["second\n", "second"],
      ],
    );
  });

  it("publishes nothing when it is silent", async () => {
    await lab.value("console.log('a'); await display(1); 3", { silent: true });
    assert.deepEqual(lab.events, []);
  });

  it("gives the forms of every kind of value", async () => {
    assert.deepEqual(await bundle("'a\\n'"), { "text/plain": "'a\\n'" });
    assert.deepEqual(await bundle("null"), { "text/plain": "null" });
    assert.deepEqual(await bundle("10n"), { "text/plain": "10n" });
    assert.deepEqual(await bundle("Symbol('s')"), { "text/plain": "Symbol(s)" });
    assert.deepEqual(await bundle("function named() {}; named"), { "text/plain": "[Function: named]" });
    assert.deepEqual(await bundle("[1, { a: new Map([[1, 2]]) }]"), {
      "text/plain": "[ 1, { a: Map(1) { 1 => 2 } } ]",
    });
    assert.match(String((await bundle("new TypeError('a value')"))["text/html"]), /TypeError/);
    assert.match(
      String((await bundle("tf.tidy(() => tf.ones([2, 2]).arraySync())"))["text/plain"]),
      /\[ \[ 1, 1 \], \[ 1, 1 \] \]/,
    );
    assert.match(
      String((await bundle("const t = tf.ones([2, 3]); t"))["text/html"]),
      /Tensor \[2, 3\] float32/,
    );
    assert.match(String((await bundle("t.dispose(); aq.table({ a: [1] })"))["text/html"]), /<table>/);
    assert.ok("application/vnd.plotly.v1+json" in (await bundle("plot({ y: [1] })")));
    assert.match(
      String(
        (await bundle("drawRoute(skipAttention())"))["image/svg+xml"] ??
          (await bundle("drawRoute(skipAttention())"))["text/html"],
      ),
      /<svg|<img/,
    );
    assert.deepEqual(
      await bundle(
        "({ [Symbol.for('Jupyter.display')]: () => ({ 'text/markdown': '*m*', 'text/plain': 'm' }) })",
      ),
      {
        "text/markdown": "*m*",
        "text/plain": "m",
      },
    );
  });

  it("shows a promise that it gives as a promise, and awaits nothing that was not asked for", async () => {
    assert.match(String((await bundle("Promise.resolve(3)"))["text/plain"]), /Promise/);
  });

  it("shows values under a name and replaces them, clears at once or later", async () => {
    await lab.value(
      "const shown = await display(1); await shown.update('two'); await display(3, 'mine'); clearOutput(); clearOutput('with the next output');",
    );
    const types = lab.events.map(({ event }) =>
      event.type === "display"
        ? [event.update, event.id === "mine", event.bundle.data["text/plain"]]
        : event.type === "clear" && [event.wait],
    );
    assert.deepEqual(types, [
      [false, false, "1"],
      [true, false, "'two'"],
      [false, true, "3"],
      [false],
      [true],
    ]);
    const ids = lab.events.flatMap(({ event }) => (event.type === "display" ? [event.id] : []));
    assert.equal(ids[0], ids[1]);
  });

  it("asks, and says so where nobody can answer", async () => {
    const asked: unknown[] = [];
    const ask = async (prompt: string, secret: boolean) => {
      asked.push(prompt, secret);
      return "typed";
    };
    assert.equal(
      await lab.value("await input('name? ') + await input('key? ', { secret: true })", { ask }),
      "typedtyped",
    );
    assert.deepEqual(asked, ["name? ", false, "key? ", true]);
    assert.match((await lab.trouble("await input('name? ')")).evalue, /cannot be asked for input/);
  });

  it("shows how far a loop is, over lists, sets, generators and async iterables, in one place", async () => {
    const code = [
      "async function* slow() { for (let i = 0; i < 4; i++) { await new Promise((r) => setTimeout(r, 60)); yield i; } }",
      "let sum = 0;",
      "for await (const i of progress(slow(), { title: 'slow', total: 4, note: (i) => 'at ' + i })) sum += i;",
      "for await (const i of progress(new Set([1, 2]))) sum += i;",
      "sum",
    ].join("\n");
    assert.equal(await lab.value(code), 9);
    const shown = lab.events.flatMap(({ event }) => (event.type === "display" ? [event] : []));
    const slow = shown.filter(({ bundle }) => String(bundle.data["text/plain"]).includes("slow"));
    assert.deepEqual(
      [slow[0]?.update, new Set(slow.map(({ id }) => id)).size, slow.length >= 3],
      [false, 1, true],
    );
    assert.match(String(slow.at(-1)?.bundle.data["text/plain"]), /^#{24} slow 4\/4, 100 %, \d+ s, at 3$/);
    assert.match(String(shown.at(-1)?.bundle.data["text/plain"]), /progress 2\/2/);
  });

  it("ends a bar where its loop ends early", async () => {
    await lab.value("for await (const i of progress([1, 2, 3, 4])) if (i === 2) break;");
    const last = lab.events.at(-1)?.event;
    assert.match(String(last?.type === "display" && last.bundle.data["text/plain"]), /progress 1\/4, 25 %/);
  });

  it("shows how far a study is, and stops it with the cell", async () => {
    const code =
      'const nano = await load("nano"); const records = await progress(study({ name: "s", base: nano, plans: { full: nano }, tasks: [fieldValue], samples: 2 })); records.length';
    assert.equal(await lab.value(code), 1);
    const shown = lab.events.flatMap(({ event }) =>
      event.type === "display" ? [String(event.bundle.data["text/plain"])] : [],
    );
    assert.match(shown.at(-1) ?? "", /^#{24} study 2\/2, 100 %, \d+ s, full, fieldValue$/);
    await lab.value("nano.dispose();");
  });

  describe("the report of a cell", () => {
    const report = async (code: string) => (await lab.run(code)).report;

    it("counts time, tensors and bytes", async () => {
      const { ms, tensors, bytes, warning } = await report(
        "const kept = tf.ones([10]); await new Promise((r) => setTimeout(r, 30));",
      );
      assert.ok(ms >= 29);
      assert.deepEqual([tensors, bytes, warning], [1, 40, undefined]);
      const freed = await report("kept.dispose();");
      assert.deepEqual([freed.tensors, freed.bytes], [-1, -40]);
    });

    it("warns of tensors that no variable holds, once, and of no others", async () => {
      assert.match(
        (await report("tf.ones([5]); tf.ones([5]); 1")).warning ?? "",
        /left 2 tensors that no variable holds \(40 bytes in all since it began\); wrap the work in tf\.tidy/,
      );
      assert.equal((await report("1")).warning, undefined);
      assert.equal(
        (await report("const list = [{ deep: new Map([['a', tf.ones([1])]]) }];")).warning,
        undefined,
      );
      assert.equal(
        (
          await report(
            "class Holder { #own = tf.ones([1]); field = tf.ones([1]); get own() { return this.#own; } }\nconst holder = new Holder();",
          )
        ).warning?.includes("1 tensor"),
        true,
      );
      assert.equal((await report("tf.tidy(() => { tf.ones([3]).add(1); });")).warning, undefined);
      assert.equal(
        (
          await report(
            "const value = await tidy(async () => { const x = tf.ones([3]); await null; return x.add(1); }); value.dispose();",
          )
        ).warning,
        undefined,
      );
      assert.equal(
        (await report("tf.ones([2])")).warning,
        undefined,
        "the last value is the session's to show",
      );
    });
  });
});
