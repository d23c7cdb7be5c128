import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { freePorts } from "../../kernel/protocol/client.ts";
import { Jupyter } from "./jupyter.ts";
import { findChromium, pictures, waitFor } from "./lab.ts";

/** The page's own world, as far as functions sent there use it. */
interface World {
  readonly Jupyter?: {
    readonly notebook: { readonly kernel?: { is_connected(): boolean }; execute_all_cells(): void };
  };
}

/** Notebook 6, as Debian has it; nothing of it is in the tests' own environment. */
describe("the kernel in Notebook 6", function () {
  this.timeout(300_000);
  let jupyter: Jupyter;
  let server: ChildProcess;
  let browser: Browser;
  let page: Page;
  let address: string;
  before(async function () {
    const executablePath = findChromium();
    const version = spawnSync("jupyter-notebook", ["--version"], { encoding: "utf8" }).stdout ?? "";
    if (!executablePath || !version.startsWith("6.")) {
      console.log(
        "      (skipped: no chromium or no Notebook 6; Debian: apt-get install chromium jupyter-notebook)",
      );
      return this.skip();
    }
    jupyter = await Jupyter.prepareFor(this);
    const [port] = await freePorts(1);
    address = `http://127.0.0.1:${port}`;
    const flags = ["--no-browser", "--allow-root", `--port=${port}`, "--NotebookApp.token="];
    server = spawn("jupyter-notebook", flags, {
      cwd: jupyter.folder,
      env: jupyter.environment({ PATH: process.env.PATH }),
      stdio: "ignore",
    });
    await waitFor(async () => (await fetch(`${address}/api`)).ok);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    page = await browser.newPage({ viewport: { width: 1100, height: 1400 } });
  });
  after(async () => {
    await browser?.close();
    if (server && server.exitCode === null) {
      server.kill("SIGTERM");
      server.kill("SIGTERM");
      await new Promise((resolve) => server.once("exit", resolve));
    }
    jupyter?.remove();
  });

  it("runs cells, draws a live figure, a heat map and a diagram, stops a loop and shows an error", async () => {
    const cells = [
      "6 * 7",
      'plot([{ y: [1, 3, 2] }], { title: { text: "three points" } })',
      'tf.randomNormal([12, 24], 0, 1, "float32", 7)',
      "drawRoute(proxyV({ factor: 4 }))",
      "while (true) {}",
      "throw new RangeError('no')",
    ];
    const path = jupyter.notebook("six.ipynb", cells);
    await page.goto(`${address}/notebooks/${path.split("/").at(-1)}`);
    await page.waitForFunction(
      () => (globalThis as unknown as World).Jupyter?.notebook.kernel?.is_connected() === true,
      undefined,
      { timeout: 60_000 },
    );
    await pause(1000);
    await page.evaluate(() => (globalThis as unknown as World).Jupyter?.notebook.execute_all_cells());
    const output = (at: number) => page.locator(".cell").nth(at).locator(".output_area");
    const text = async (at: number) => (await output(at).allTextContents()).join("\n");
    await waitFor(async () => /42/.test(await text(0)), 120);
    await waitFor(async () => (await output(1).locator(".js-plotly-plot .main-svg").count()) > 0, 120);
    for (const at of [2, 3])
      await waitFor(async () => (await output(at).locator("img, svg").count()) > 0, 120);
    const stop = page.locator('[data-jupyter-action="jupyter-notebook:interrupt-kernel"]').first();
    await pause(2000);
    await stop.click();
    await waitFor(async () => /Interrupted/.test(await text(4)), 30);
    await page.locator(".cell").nth(5).click();
    await page.keyboard.press("Control+Enter");
    await waitFor(async () => /RangeError: no/.test(await text(5)), 60);
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, "notebook6.png"), fullPage: true });
    await page.locator(".cell").nth(1).scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(pictures, "notebook6.png") });
  });
});
