import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { bundleOf } from "../../../kernel/display/index.ts";
import { button, component, live, select, slider } from "../../../kernel/widgets/index.ts";
import { UsageError } from "../../../src/index.ts";
import { sanitised } from "../display/shown.ts";
import { FrontEnd, type Sent } from "./frontEnd.ts";

const view = "application/vnd.jupyter.widget-view+json";

/** Shows a widget and tells the id of its model. */
async function show(front: FrontEnd, widget: unknown): Promise<string> {
  const { data } = await front.run(() => bundleOf(widget));
  return (data[view] as { model_id: string }).model_id;
}

describe("a widget", () => {
  it("is opened by the protocol of ipywidgets when it is first shown, its layout and style before it", async () => {
    const front = new FrontEnd();
    const k = front.run(() => slider(0, 32, { value: 4, label: "from layer" }));
    assert.deepEqual(front.sent, []);
    const id = await show(front, k);
    const opened = front.news();
    assert.deepEqual(
      opened.map(({ type, target, extras, data }) => [type, target, extras.metadata, data.state._model_name]),
      ["LayoutModel", "SliderStyleModel", "IntSliderModel"].map((name) => [
        "comm_open",
        "jupyter.widget",
        { version: "2.1.0" },
        name,
      ]),
    );
    const { state, buffer_paths } = (opened[2] as Sent).data;
    assert.deepEqual(buffer_paths, []);
    assert.equal(opened[2]?.id, id);
    assert.deepEqual(
      [
        state.min,
        state.max,
        state.step,
        state.value,
        state.description,
        state._model_module,
        state._view_name,
      ],
      [0, 32, 1, 4, "from layer", "@jupyter-widgets/controls", "IntSliderView"],
    );
    assert.deepEqual(
      [state.layout, state.style],
      [`IPY_MODEL_${opened[0]?.id}`, `IPY_MODEL_${opened[1]?.id}`],
    );
    await show(front, k);
    assert.deepEqual(front.news(), []);
  });

  it("shows where it stands, and says so in a sentence, where no front end draws it", async () => {
    const front = new FrontEnd();
    const { data } = await front.run(() => bundleOf(slider(0, 1, { value: 0.25, label: "<share>" })));
    assert.match(
      String(data["text/plain"]),
      /^slider "<share>": 0.25 \(0 to 1 in steps of 0.01\)\n\(It can be moved in JupyterLab/,
    );
    assert.match(String(data["text/html"]), /^<p>slider &quot;&lt;share&gt;&quot;: 0.25/);
    const alone = await bundleOf(slider(0, 4));
    assert.match(String(alone.data["text/plain"]), /^slider: 2 \(0 to 4/);
  });

  it("takes the front end's value, tells its listeners, and echoes it to other pages", async () => {
    const front = new FrontEnd();
    const k = front.run(() => slider(0, 32));
    const heard: number[][] = [];
    const stop = k.onChange((...values) => heard.push(values));
    const id = await show(front, k);
    front.news();
    await front.update(id, { value: 7 });
    assert.equal(k.value, 7);
    assert.deepEqual(
      front.news().map(({ data }) => data),
      [{ method: "echo_update", state: { value: 7 }, buffer_paths: [] }],
    );
    await front.update(id, { value: 7 });
    stop();
    await front.update(id, { value: 8 });
    assert.deepEqual(heard, [[7, 16]]);
    assert.equal(k.value, 8);
  });

  it("moves in the front end when it is set here, and refuses what it cannot be", async () => {
    const front = new FrontEnd();
    const k = front.run(() => slider(0, 32));
    const id = await show(front, k);
    front.news();
    k.value = 9;
    assert.deepEqual(
      front.news().map(({ id, data }) => [id, data]),
      [[id, { method: "update", state: { value: 9 }, buffer_paths: [] }]],
    );
    assert.throws(() => {
      k.value = 33;
    }, new UsageError("slider value 33: expected 0 to 32"));
    assert.throws(() => {
      k.value = Number.NaN;
    }, UsageError);
    assert.throws(() => slider(3, 3), /slider from 3 to 3/);
    assert.throws(() => slider(0, 3, { step: 0 }), /slider step 0/);
    assert.equal(k.value, 9);
  });

  it("answers request_state with all of its state, so that a page loaded anew is live again", async () => {
    const front = new FrontEnd();
    const k = front.run(() => slider(0, 32));
    const id = await show(front, k);
    const { state } = front.latest().data;
    await front.update(id, { value: 5 });
    front.news();
    await front.send(id, { method: "request_state" });
    assert.deepEqual(front.latest().data, {
      method: "update",
      state: { ...state, value: 5 },
      buffer_paths: [],
    });
    assert.deepEqual(front.comms.list("jupyter.widget").length, 3);
  });

  it("steers a cell that awaits", async () => {
    const front = new FrontEnd();
    const k = front.run(() => slider(0, 32, { value: 0 }));
    const id = await show(front, k);
    const cell = front.run(async () => {
      let turns = 0;
      while (k.value < 3) {
        turns++;
        await pause(1);
      }
      return turns;
    });
    for (const value of [1, 2, 3]) {
      await pause(3);
      await front.update(id, { value });
    }
    assert.ok((await cell) >= 3);
  });

  it("is closed with its parts when it is disposed, and then hears nothing", async () => {
    const front = new FrontEnd();
    const k = front.run(() => slider(0, 32));
    k.onChange(() => assert.fail("heard"));
    const id = await show(front, k);
    front.news();
    k.dispose();
    assert.deepEqual(
      front.news().map(({ type }) => type),
      ["comm_close", "comm_close", "comm_close"],
    );
    await front.update(id, { value: 3 });
    k.value = 5;
    assert.deepEqual(front.news(), []);
    const { data } = await bundleOf(k);
    assert.match(String(data["text/plain"]), /^slider: 5 .*\(disposed\)$/);
    assert.equal(data[view], undefined);
  });

  it("shows a listener's error below the cell that listens; the other listeners still hear", async () => {
    const front = new FrontEnd();
    const heard: number[] = [];
    const k = front.run(() => {
      const k = slider(0, 32);
      k.onChange(() => {
        throw new Error("in the listener");
      });
      k.onChange((value) => heard.push(value));
      return k;
    });
    await front.update(await show(front, k), { value: 3 });
    assert.deepEqual(front.published, [{ type: "stream", name: "stderr", text: "Error: in the listener\n" }]);
    assert.deepEqual(heard, [3]);
  });
});

describe("the front end's comms", () => {
  it("to a target that nobody has are closed at once", async () => {
    const front = new FrontEnd();
    await front.comms.receive(
      "comm_open",
      "c",
      { data: {}, metadata: {}, buffers: [] },
      "jupyter.widget.control",
    );
    assert.deepEqual(
      front.news().map(({ type, id }) => [type, id]),
      [["comm_close", "c"]],
    );
  });
});

describe("buttons and selects", () => {
  it("count how often they are pressed", async () => {
    const front = new FrontEnd();
    const stop = front.run(() => button("stop"));
    const presses: number[] = [];
    stop.onChange((count) => presses.push(count));
    const id = await show(front, stop);
    await front.send(id, { method: "custom", content: { event: "click" } });
    await front.send(id, { method: "custom", content: { event: "other" } });
    stop.press();
    assert.deepEqual([stop.value, presses], [2, [1, 2]]);
  });

  it("choose values by their labels", async () => {
    const front = new FrontEnd();
    const plans = { full: { k: 0 }, proxied: { k: 12 } };
    const plan = front.run(() => select(plans, { value: plans.proxied, label: "plan" }));
    const id = await show(front, plan);
    const { state } = front.latest().data;
    assert.deepEqual(
      [state._model_name, state._options_labels, state.index],
      ["DropdownModel", ["full", "proxied"], 1],
    );
    await front.update(id, { index: 0 });
    assert.equal(plan.value, plans.full);
    front.news();
    plan.value = plans.proxied;
    assert.deepEqual(front.latest().data.state, { index: 1 });
    assert.throws(() => {
      plan.value = { k: 3 };
    }, /is not among full, proxied/);
    assert.throws(() => select([]), /at least one value/);
    assert.match(String((await bundleOf(select(["a", "b"]))).data["text/plain"]), /^select: a \(of a, b\)/);
  });
});

describe("a component of one's own", () => {
  const esm = "export default { render({ model, el }) { el.textContent = model.get('n'); } }";

  it("is an anywidget whose state both sides change", async () => {
    const front = new FrontEnd();
    const own = front.run(() => component({ esm, state: { n: 1, name: "x" }, css: "b {}" }));
    const id = await show(front, own);
    const { state } = front.latest().data;
    assert.deepEqual(
      [state._model_module, state._model_name, state._view_name, state._esm, state._css, state.n],
      ["anywidget", "AnyModel", "AnyView", esm, "b {}", 1],
    );
    const heard: object[] = [];
    own.onChange((value) => heard.push(value));
    await front.update(id, { n: 2, _view_count: 1 });
    assert.deepEqual(own.value, { n: 2, name: "x" });
    front.news();
    own.set({ name: "y" });
    assert.deepEqual(front.latest().data.state, { name: "y" });
    assert.deepEqual(heard, [
      { n: 2, name: "x" },
      { n: 2, name: "y" },
    ]);
    assert.throws(() => component({ esm, state: { _esm: "" } }), /names that begin with _/);
  });

  it("sends and takes bytes as buffers, wherever they are in the state", async () => {
    const front = new FrontEnd();
    const own = front.run(() =>
      component({ esm, state: { pixels: Uint8Array.of(1, 2), deep: { list: [Float32Array.of(1)] } } }),
    );
    const id = await show(front, own);
    const opened = front.latest();
    assert.deepEqual(opened.data.buffer_paths, [["pixels"], ["deep", "list", 0]]);
    assert.deepEqual(
      opened.extras.buffers?.map((bytes) => [...bytes]),
      [
        [1, 2],
        [0, 0, 128, 63],
      ],
    );
    assert.equal("pixels" in opened.data.state, false);
    assert.deepEqual(opened.data.state.deep, { list: [null] });
    await front.send(
      id,
      { method: "update", state: {}, buffer_paths: [["pixels"], ["no", "where"], ["__proto__"]] },
      [Uint8Array.of(9), Uint8Array.of(), Uint8Array.of()],
    );
    assert.deepEqual(own.value.pixels, Uint8Array.of(9));
    assert.deepEqual(front.latest().data.buffer_paths, [["pixels"]]);
  });

  it("exchanges messages with its page", async () => {
    const front = new FrontEnd();
    const own = front.run(() => component({ esm }));
    const heard: unknown[] = [];
    own.onMessage((content, buffers) => heard.push([content, [...buffers]]));
    const id = await show(front, own);
    front.news();
    await front.send(id, { method: "custom", content: { hello: 1 } }, [Uint8Array.of(7)]);
    assert.deepEqual(heard, [[{ hello: 1 }, [Uint8Array.of(7)]]]);
    own.send({ hi: 2 }, [Uint8Array.of(8)]);
    const { data, extras } = front.latest();
    assert.deepEqual([data, extras.buffers], [{ method: "custom", content: { hi: 2 } }, [Uint8Array.of(8)]]);
  });
});

describe("a live value", () => {
  const figure = (y: number) => ({ data: [{ y: [y] }], layout: {} });

  it("is made anew when a widget changes that it read, and only then", async () => {
    const front = new FrontEnd();
    const [k, other] = front.run(() => [slider(0, 32, { value: 1 }), slider(0, 9)]);
    let made = 0;
    const shown = front.run(() =>
      live(async () => {
        made++;
        await pause(1);
        return figure(k.value);
      }),
    );
    const { data } = await front.run(() => bundleOf(shown));
    const id = (data[view] as { model_id: string }).model_id;
    assert.match(String(data["text/plain"]), /^live: Plotly figure: 1 scatter/);
    assert.match(sanitised(String(data["text/html"])), /^<img [^>]*src="data:image\/png/);
    assert.doesNotMatch(String(data["text/html"]), /<script/);
    assert.deepEqual(front.latest().data.state.figure, figure(1));
    await front.update(await show(front, k), { value: 5 });
    const update = front.news().find((message) => message.id === id);
    assert.deepEqual(update?.data.state.figure, figure(5));
    await front.update(await show(front, other), { value: 3 });
    assert.equal(made, 2);
    assert.deepEqual(shown.value, figure(5));
  });

  it("is made once more, not once each, for changes that come while it is being made", async () => {
    const front = new FrontEnd();
    const k = front.run(() => slider(0, 32, { value: 0 }));
    const values: number[] = [];
    const shown = front.run(() =>
      live(async () => {
        values.push(k.value);
        await pause(20);
        return k.value;
      }),
    );
    await show(front, shown);
    const id = await show(front, k);
    await Promise.all([1, 2, 3, 4].map((value) => front.update(id, { value })));
    assert.deepEqual(values, [0, 1, 4]);
  });

  it("follows the widgets that it read last, shows any value, and ends when disposed", async () => {
    const front = new FrontEnd();
    const [which, a, b] = front.run(
      () => [select(["a", "b"]), slider(0, 9, { value: 1 }), slider(0, 9, { value: 2 })] as const,
    );
    let made = 0;
    const shown = front.run(() =>
      live(() => {
        made++;
        return which.value === "a" ? a.value : b.value;
      }),
    );
    await show(front, shown);
    assert.equal(front.latest().data.state.html, "<pre>1</pre>");
    which.value = "b";
    await shown.refresh();
    const before = made;
    a.value = 5;
    await pause(5);
    assert.equal(made, before, "a is no longer read");
    b.value = 7;
    await pause(5);
    assert.equal(shown.value, 7);
    shown.dispose();
    b.value = 8;
    await pause(5);
    assert.equal(shown.value, 7);
    assert.throws(() => {
      shown.value = 3;
    }, /is made by its function/);
  });

  it("gives its page plotly.js when asked, and a module that can be read", async () => {
    const front = new FrontEnd();
    const id = await show(
      front,
      front.run(() => live(() => figure(1))),
    );
    const { _esm } = front.latest().data.state as { _esm: string };
    const module = await import(`data:text/javascript,${encodeURIComponent(_esm)}`);
    assert.equal(typeof module.default.render, "function");
    await front.send(id, { method: "custom", content: { want: "plotly.js" } });
    const { data, extras } = front.latest();
    assert.deepEqual(data.content, { here: "plotly.js" });
    assert.match(gunzipSync(extras.buffers?.[0] as Uint8Array).toString(), /plotly\.js v\d/);
  });

  it("shows an error of its function in its place at first, and below its cell later", async () => {
    const front = new FrontEnd();
    const k = front.run(() => slider(0, 9, { value: 0 }));
    const shown = front.run(() =>
      live(() => {
        if (k.value > 3) throw new RangeError("too many");
        return k.value;
      }),
    );
    await show(front, shown);
    await front.update(await show(front, k), { value: 5 });
    assert.deepEqual(front.published, [{ type: "stream", name: "stderr", text: "RangeError: too many\n" }]);
    const { data } = await front.run(() =>
      bundleOf(
        live(() => {
          throw new RangeError("never");
        }),
      ),
    );
    assert.match(String(data["text/plain"]), /cannot be shown: RangeError: never/);
  });
});
