import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Jupyter } from "./jupyter.ts";
import { findChromium, Lab, waitFor } from "./lab.ts";

const shownCells = [
  'plot([{ y: [1, 3, 2], name: "a" }], { title: { text: "three points" } })',
  'plot([{ type: "bar", x: ["a", "b"], y: [2, 5] }], { title: { text: "two bars" } })',
  'const drawing = d3.create("svg").attr("width", 200).attr("height", 80);\ndrawing.append("circle").attr("cx", 100).attr("cy", 40).attr("r", 30).attr("fill", "teal");\ndrawing',
  'const weights = tf.randomNormal([24, 48], 0, 1, "float32", 7);\nweights',
  'const lmm = await load("nano");\nlmm',
  "drawRoute(proxyV({ factor: 4 }))",
  'aq.table({ route: ["full", "proxyV"], accuracy: [0.98, 0.97] })',
];

/** JupyterLab as a researcher has it, with anywidget beside it and without Plotly's extension. */
describe("the kernel in JupyterLab", function () {
  this.timeout(600_000);
  let jupyter: Jupyter;
  let lab: Lab;
  before(async function () {
    const chromium = findChromium();
    if (!chromium) {
      console.log("      (skipped: no chromium on PATH; Debian: apt-get install chromium)");
      return this.skip();
    }
    jupyter = await Jupyter.prepareFor(this);
    lab = await Lab.open(jupyter, chromium);
  });
  after(async () => {
    await lab?.close();
    jupyter?.remove();
  });

  it("runs a notebook whole: figures, drawing, heat map, model, diagram and table are on the page", async () => {
    await lab.notebook(jupyter.notebook("shown.ipynb", shownCells));
    await lab.command("notebook:run-all-cells");
    await lab.done();
    const plots = lab.page.locator(".js-plotly-plot .main-svg");
    await waitFor(async () => (await plots.count()) >= 2);
    assert.match(await lab.text(0), /three points/);
    for (const at of [2, 3, 5]) assert.ok(await pictureWidth(lab, at), `cell ${at} shows no picture`);
    assert.match(await lab.text(3), /Tensor \[24, 48\] float32/);
    assert.match(await lab.text(4), /1\.9 M parameters/);
    assert.match(await lab.text(4), /model[\s\S]*layers/);
    await lab.picture("lab-shown");
    await lab.cell(6).scrollIntoViewIfNeeded();
    assert.match(await lab.text(6), /proxyV\s*0\.97/);
    assert.deepEqual(lab.foreign, [], "the page fetched from elsewhere");
    await lab.picture("lab-shown-below");
  });

  it("embeds plotly.js once in the notebook's file", async () => {
    await lab.command("docmanager:save");
    const file = `${jupyter.folder}/shown.ipynb`;
    await waitFor(async () => /proxylabPlotly = \(/.test(readFileSync(file, "utf8")));
    const text = readFileSync(file, "utf8");
    assert.equal(text.split("proxylabPlotly = (").length - 1, 1);
    assert.ok(text.length < 8e6, `${text.length} characters`);
  });

  it("shows pictures when it is opened again and not trusted", async () => {
    const notebook = JSON.parse(readFileSync(`${jupyter.folder}/shown.ipynb`, "utf8"));
    notebook.metadata.signed_by = "nobody";
    writeFileSync(`${jupyter.folder}/untrusted.ipynb`, JSON.stringify(notebook));
    await lab.notebook(`${jupyter.folder}/untrusted.ipynb`);
    for (const at of [0, 1, 2, 3, 5]) {
      await lab.output(at).scrollIntoViewIfNeeded();
      await waitFor(async () => (await pictureWidth(lab, at)) > 0, 20);
    }
    assert.equal(await lab.page.locator(".js-plotly-plot").count(), 0);
    await lab.picture("lab-untrusted");
  });

  it("completes by Tab and shows the docstring by Shift+Tab", async () => {
    await lab.notebook(jupyter.notebook("typed.ipynb", ["", ""]));
    await lab.write(0, "proxyVNonS");
    await waitFor(async () => {
      await lab.page.keyboard.press("Tab");
      await pause(1000);
      return /proxyVNonSpatial/.test(await lab.source(0));
    });
    await lab.write(1, "cost(");
    await lab.page.keyboard.press("Shift+Tab");
    const tooltip = lab.page.locator(".jp-Tooltip");
    await tooltip.waitFor();
    assert.match((await tooltip.allTextContents()).join(), /Counts the prefill of a model/);
    await lab.picture("lab-docstring");
    await lab.page.keyboard.press("Escape");
    await lab.write(0, "Math.s");
    await lab.page.keyboard.press("Tab");
    const completer = lab.page.locator(".jp-Completer");
    await completer.waitFor();
    assert.match((await completer.allTextContents()).join(), /sign[\s\S]*sqrt/);
    await lab.picture("lab-completion");
    await lab.page.keyboard.press("Escape");
  });

  it("stops a tight loop and an endless training within two seconds by the stop button; the next cell works", async () => {
    const training =
      "while (true) optimizer.minimize(() => tf.matMul(w, w).sub(1).square().mean().asScalar());";
    const cells = [
      "const w = tf.variable(tf.zeros([64, 64])); const optimizer = tf.train.adam(0.01);",
      "while (true) {}",
      training,
      training.replace("while (true)", "for (;;) { await 0;").replace(/$/, " }"),
      "40 + 2",
    ];
    await lab.notebook(jupyter.notebook("stopped.ipynb", cells));
    await lab.run(0);
    await waitFor(async () => /\d/.test(await lab.prompt(0)), 120);
    for (const at of [1, 2, 3]) {
      await lab.run(at);
      await waitFor(async () => /\*/.test(await lab.prompt(at)));
      await pause(1500);
      const began = Date.now();
      await lab.page.locator('[data-jp-item-name="interrupt"]').first().click();
      await lab.output(at).getByText("Interrupted").first().waitFor({ timeout: 30_000 });
      const took = Date.now() - began;
      console.log(`      (${cells[at]?.slice(0, 40)}...: stopped after ${took} ms)`);
      assert.ok(took < 2000, `${took} ms`);
    }
    await lab.run(4);
    await waitFor(async () => /42/.test(await lab.text(4)));
    await lab.picture("lab-stopped");
  });

  it("restarts: what was declared is gone, and cells run", async () => {
    await lab.notebook(jupyter.notebook("restarted.ipynb", ["let kept = 1; kept", "kept", "1 + 1"]));
    await lab.run(0);
    await waitFor(async () => /1/.test(await lab.text(0)));
    await lab.page.locator('[data-jp-item-name="restart"]').first().click();
    await lab.page.locator(".jp-Dialog .jp-mod-accept").click();
    await pause(1000);
    await lab.idle();
    await lab.run(1);
    await waitFor(async () => /Cannot find name 'kept'/.test(await lab.text(1)));
    await lab.run(2);
    await waitFor(async () => /2/.test(await lab.text(2)));
  });

  it("replaces what is shown in place, asks for input, and points into the cell that fails", async () => {
    const cells = [
      'const shown = await display("first words");\nawait new Promise((resolve) => setTimeout(resolve, 500));\nawait shown.update("other words");',
      'const name = await input("your name? "); "hello, " + name',
      "const rates = [1, 2];\nfunction rate(k: number): number {\n  if (k > 1) throw new RangeError('no rate ' + k);\n  return rates[k] as number;\n}\nrate(3)",
      'const n: number = "three";',
    ];
    await lab.notebook(jupyter.notebook("asked.ipynb", cells));
    await lab.run(0);
    await waitFor(async () => /other words/.test(await lab.text(0)));
    assert.doesNotMatch(await lab.text(0), /first words/);
    await lab.run(1);
    const field = lab.page.locator(".jp-Stdin-input");
    await field.waitFor();
    await field.fill("Ada");
    await field.press("Enter");
    await waitFor(async () => /hello, Ada/.test(await lab.text(1)));
    await lab.run(2);
    await waitFor(async () => /RangeError: no rate 3/.test(await lab.text(2)));
    assert.match(await lab.text(2), /line 3[\s\S]*> 3 \|[\s\S]*\^/);
    await lab.run(3);
    await waitFor(async () => /not assignable/.test(await lab.text(3)));
    await lab.picture("lab-errors");
  });

  it("moves a figure by a slider, during a running cell too, and again when the page is loaded anew", async () => {
    const cells = [
      'const k = slider(0, 10, { value: 3, label: "k" }); k',
      "live(() => plot([{ y: [0, k.value, 2 * k.value] }], { title: { text: 'k = ' + k.value } }))",
      'while (k.value < 9) await new Promise((resolve) => setTimeout(resolve, 20)); "steered to " + k.value',
    ];
    const path = jupyter.notebook("moved.ipynb", cells);
    await lab.notebook(path);
    await lab.run(0);
    await lab.run(1);
    await waitFor(async () => /k = 3/.test(await lab.text(1)), 120);
    const readout = lab.output(0).locator(".widget-readout");
    const set = async (value: number): Promise<void> => {
      await readout.click();
      await lab.page.keyboard.press("Control+a");
      await lab.page.keyboard.type(`${value}`);
      await lab.page.keyboard.press("Enter");
    };
    await set(5);
    await waitFor(async () => /k = 5/.test(await lab.text(1)));
    const figure = await lab.output(1).locator(".js-plotly-plot .main-svg").first().boundingBox();
    assert.ok((figure?.height ?? 0) > 200, "the figure has no height");
    await lab.picture("lab-slider");
    await lab.run(2);
    await pause(500);
    await set(7);
    await waitFor(async () => /k = 7/.test(await lab.text(1)));
    assert.match(await lab.prompt(2), /\*/);
    await set(9);
    await waitFor(async () => /steered to 9/.test(await lab.text(2)));
    await lab.command("docmanager:save");
    await pause(1500);
    await lab.page.reload();
    await lab.ready();
    await waitFor(async () => /k = 9/.test(await lab.text(1)), 60);
    await set(2);
    await waitFor(async () => /k = 2/.test(await lab.text(1)));
    await lab.picture("lab-slider-reloaded");
  });
});

/** The width of the picture in a cell's output, 0 as long as there is none that is drawn. */
async function pictureWidth(lab: Lab, at: number): Promise<number> {
  const widths = await lab
    .output(at)
    .locator("img, svg")
    .evaluateAll((found) =>
      (found as unknown as { naturalWidth?: number; getBoundingClientRect(): { width: number } }[]).map(
        (picture) => (picture.naturalWidth === 0 ? 0 : picture.getBoundingClientRect().width),
      ),
    );
  return Math.max(0, ...widths);
}
