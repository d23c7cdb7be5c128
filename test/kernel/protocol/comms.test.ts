import assert from "node:assert/strict";
import { Client, executeContent } from "./client.ts";

describe("the kernel's comms", function () {
  this.timeout(60_000);
  let client: Client;
  before(async () => {
    client = await new Client().start();
  });
  after(() => client.stop());

  /** The comm of the widget whose model has a name, as the kernel opened it. */
  const opened = (name: string): string => {
    const message = client.published.findLast(
      ({ type, content }) =>
        type === "comm_open" &&
        (content.data as { state: { _model_name: string } }).state._model_name === name,
    );
    assert.ok(message, `no ${name} was opened`);
    return String(message.content.comm_id);
  };

  it("steer a cell that awaits: a slider's message is handled, and is idle, before the cell ends", async () => {
    await client.execute("const k = slider(0, 10, { value: 3 }); k");
    const comm_id = opened("IntSliderModel");
    const cell = await client.send(
      "execute_request",
      executeContent("while (k.value < 9) await new Promise((resolve) => setTimeout(resolve, 5)); k.value"),
    );
    const moved = await client.send("comm_msg", { comm_id, data: { method: "update", state: { value: 9 } } });
    await client.idle(moved);
    const { reply, published } = await client.outcome(cell);
    assert.equal(reply.content.status, "ok");
    assert.deepEqual(published.find(({ type }) => type === "execute_result")?.content.data, {
      "text/plain": "9",
    });
    const states = client.published.filter(({ type }) => type === "status");
    const at = (parent: string, state: string) =>
      states.findLastIndex((status) => status.parent === parent && status.content.execution_state === state);
    assert.ok(at(moved, "idle") < at(cell, "busy"), "clients would take the cell for ended");
    assert.ok(at(cell, "busy") < at(cell, "idle"));
  });

  it("are listed, answer a page that was loaded anew, and close those to a target that nobody has", async () => {
    const comm_id = opened("IntSliderModel");
    const { reply } = await client.request("comm_info_request", { target_name: "jupyter.widget" });
    assert.deepEqual((reply.content.comms as Record<string, unknown>)[comm_id], {
      target_name: "jupyter.widget",
    });
    const { reply: none } = await client.request("comm_info_request", { target_name: "other" });
    assert.deepEqual(none.content.comms, {});
    const asked = await client.send("comm_msg", { comm_id, data: { method: "request_state" } });
    await client.idle(asked);
    const [state] = client.publishedFor(asked).filter(({ type }) => type === "comm_msg");
    assert.match(JSON.stringify(state?.content.data), /"value":9/);
    const unknown = await client.send("comm_open", {
      comm_id: "c",
      target_name: "jupyter.widget.control",
      data: {},
    });
    await client.idle(unknown);
    assert.ok(
      client
        .publishedFor(unknown)
        .some(({ type, content }) => type === "comm_close" && content.comm_id === "c"),
    );
  });

  it("carry bytes both ways, as buffers", async () => {
    await client.execute(
      'const c = component({ esm: "export default {}", state: { bytes: new Uint8Array([1, 2, 3]) } }); let got: unknown; c.onMessage((content, buffers) => { got = [content, [...buffers[0]!]]; c.send({ back: true }, [Uint8Array.of(9)]); }); c',
    );
    const comm_id = opened("AnyModel");
    const open = client.published.find(
      ({ type, content }) => type === "comm_open" && content.comm_id === comm_id,
    );
    assert.deepEqual(
      open?.buffers.map((buffer) => [...buffer]),
      [[1, 2, 3]],
    );
    const sent = await client.send(
      "comm_msg",
      { comm_id, data: { method: "custom", content: { there: 1 } } },
      { buffers: [Uint8Array.of(7, 8)] },
    );
    await client.idle(sent);
    // What a listener sends belongs to the cell that listens.
    const back = client.published.findLast(
      ({ type, content }) => type === "comm_msg" && content.comm_id === comm_id,
    );
    assert.deepEqual(
      back?.buffers.map((buffer) => [...buffer]),
      [[9]],
    );
    const { published } = await client.execute("JSON.stringify(got)");
    assert.match(
      JSON.stringify(published.find(({ type }) => type === "execute_result")?.content.data),
      /there.*7,8/,
    );
  });
});
