import { type ChildProcess, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { freePorts } from "../../kernel/protocol/client.ts";
import type { Jupyter } from "./jupyter.ts";

/** Where the pictures of the pages are kept. */
export const pictures = fileURLToPath(new URL("../../../out/kernel/", import.meta.url));

/** The path of chromium, or undefined where there is none. */
export function findChromium(): string | undefined {
  const names = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter(Boolean);
  for (const name of names as string[]) {
    const { status, stdout } = spawnSync("sh", ["-c", `command -v ${JSON.stringify(name)}`], {
      encoding: "utf8",
    });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

const viewport = { width: 1200, height: 1500 };

/** JupyterLab and a browser that looks at it. */
export class Lab {
  page: Page;
  /** What the page requested from elsewhere than the server. */
  readonly foreign: string[] = [];
  readonly #server: ChildProcess;
  readonly #browser: Browser;
  readonly #address: string;

  private constructor(server: ChildProcess, browser: Browser, page: Page, address: string) {
    this.#server = server;
    this.#browser = browser;
    this.page = page;
    this.#address = address;
    this.#watch();
  }

  static async open(jupyter: Jupyter, executablePath: string): Promise<Lab> {
    const [port] = await freePorts(1);
    jupyter.configure("labconfig/default_setting_overrides.json", {
      "@jupyterlab/apputils-extension:notification": { fetchNews: "false" },
    });
    const server = jupyter.start(
      "-m",
      "jupyterlab",
      "--no-browser",
      "--allow-root",
      `--port=${port}`,
      "--IdentityProvider.token=",
      "--LabApp.expose_app_in_browser=True",
      "--LabApp.news_url=",
      `--ServerApp.root_dir=${jupyter.folder}`,
    );
    server.stderr?.resume();
    server.stdout?.resume();
    const address = `http://127.0.0.1:${port}`;
    const args = ["--no-sandbox", "--disable-gpu"];
    const browser = await chromium.launch({ executablePath, args });
    const page = await browser.newPage({ viewport });
    await waitFor(async () => (await fetch(`${address}/api`)).ok);
    return new Lab(server, browser, page, address);
  }

  /** Opens a notebook on a page of its own and waits until its kernel is idle. */
  async notebook(path: string): Promise<void> {
    await this.page.close();
    this.page = await this.#browser.newPage({ viewport });
    this.#watch();
    await this.page.goto(`${this.#address}/lab/tree/${basename(path)}?reset`);
    await this.ready();
  }

  /** Waits until the notebook is on the page and its kernel idle. */
  async ready(): Promise<void> {
    await this.page.locator(".jp-Notebook .jp-Cell").first().waitFor({ timeout: 120_000 });
    await this.idle();
  }

  /** Runs a command of JupyterLab's. */
  async command(name: string): Promise<void> {
    await this.page.evaluate(
      (id) => void (globalThis as unknown as World).jupyterapp?.commands.execute(id),
      name,
    );
  }

  cell(at: number): Locator {
    return this.page.locator(".jp-Notebook .jp-Cell").nth(at);
  }

  output(at: number): Locator {
    return this.cell(at).locator(".jp-OutputArea");
  }

  /** What a cell's output says. */
  async text(at: number): Promise<string> {
    return (await this.output(at).allTextContents()).join("\n");
  }

  /** The text of a cell. */
  async source(at: number): Promise<string> {
    return (await this.cell(at).locator(".cm-content").allTextContents()).join("\n");
  }

  /** What stands at the left of a cell's input: `[*]:` while it runs. */
  async prompt(at: number): Promise<string> {
    return (await this.cell(at).locator(".jp-InputPrompt").textContent()) ?? "";
  }

  /** Selects a cell and runs it. */
  async run(at: number): Promise<void> {
    await this.cell(at).locator(".jp-InputPrompt").click();
    await this.page.keyboard.press("Control+Enter");
  }

  /** Puts text into a cell, the cursor at its end. */
  async write(at: number, text: string): Promise<void> {
    await this.cell(at).locator(".cm-content").click();
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.insertText(text);
  }

  /** Waits until the notebook is there and its kernel has nothing to do. */
  async idle(): Promise<void> {
    const isIdle = (): boolean => {
      const { jupyterapp } = globalThis as unknown as World;
      return jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === "idle";
    };
    await this.page.waitForFunction(isIdle, undefined, { timeout: 120_000 });
  }

  /** Waits until every cell has been run. */
  async done(): Promise<void> {
    await this.page.waitForFunction(
      () =>
        ![...document.querySelectorAll(".jp-InputPrompt")].some((prompt) =>
          prompt.textContent?.includes("*"),
        ),
      undefined,
      { timeout: 240_000 },
    );
    await this.idle();
  }

  /** Keeps a picture of the page as an artefact. */
  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  #watch(): void {
    this.page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(this.#address) && /^https?:/.test(url)) this.foreign.push(url);
    });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    const { pid } = this.#server;
    if (pid !== undefined) process.kill(-pid, "SIGTERM");
    await new Promise((resolve) => this.#server.once("exit", resolve));
  }
}

/** The few names of the page's own world that are used in functions sent there. */
interface World {
  readonly jupyterapp?: {
    readonly commands: { execute(id: string): unknown };
    readonly shell: {
      readonly currentWidget?: {
        readonly sessionContext?: { readonly session?: { readonly kernel?: { readonly status: string } } };
      };
    };
  };
}

declare const document: { querySelectorAll(selector: string): Iterable<{ textContent: string | null }> };

/** Waits until something holds; an error means not yet. */
export async function waitFor(holds: () => Promise<boolean>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    if (await holds().catch(() => false)) return;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
