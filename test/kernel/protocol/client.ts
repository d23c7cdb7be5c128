import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Dealer, Request, Subscriber } from "zeromq";

const commandLine = fileURLToPath(new URL("../../../src/cli/proxylab.js", import.meta.url));

type Content = Record<string, unknown>;

/** A message as the client got it. */
export interface Received {
  readonly type: string;
  /** The id of the request that it belongs to. */
  readonly parent: string | undefined;
  readonly header: Content;
  readonly metadata: Content;
  readonly content: Content;
  readonly buffers: Uint8Array[];
}

/** What came of a request: the reply, and what was published between busy and idle. */
export interface Came {
  readonly reply: Received;
  readonly published: Received[];
}

/** Free ports of the loopback. */
export async function freePorts(n: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: n }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** A client of Jupyter's, written from the protocol's description, with a kernel process of its own. */
export class Client {
  readonly folder = mkdtempSync(join(tmpdir(), "proxylab-kernel-"));
  readonly session = randomUUID();
  readonly key = randomUUID();
  readonly published: Received[] = [];
  readonly replies: Received[] = [];
  readonly asked: Received[] = [];
  readonly shell = new Dealer({ linger: 0 });
  readonly control = new Dealer({ linger: 0 });
  readonly stdin = new Dealer({ linger: 0 });
  readonly iopub = new Subscriber({ linger: 0 });
  ports: Record<string, number> = {};
  process: ChildProcess | undefined;
  errors = "";
  #news: (() => void)[] = [];

  /** Writes a connection file, starts a kernel on it and waits until it answers. */
  async start(environment: NodeJS.ProcessEnv = {}): Promise<this> {
    const [shell_port, control_port, stdin_port, iopub_port, hb_port] = await freePorts(5);
    this.ports = { shell_port, control_port, stdin_port, iopub_port, hb_port } as Record<string, number>;
    const file = join(this.folder, "connection.json");
    const rest = { ip: "127.0.0.1", transport: "tcp", signature_scheme: "hmac-sha256", key: this.key };
    writeFileSync(file, JSON.stringify({ ...this.ports, ...rest }));
    this.process = spawn(process.execPath, [commandLine, "kernel", "start", file], {
      cwd: this.folder,
      env: { ...process.env, XDG_DATA_HOME: this.folder, JPY_PARENT_PID: `${process.pid}`, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process.stderr?.on("data", (text) => {
      this.errors += text;
    });
    const identity = this.session;
    for (const channel of ["shell", "control", "stdin"] as const) {
      this[channel].routingId = identity;
      this[channel].connect(this.address(channel));
      this.#listen(this[channel], channel === "stdin" ? this.asked : this.replies);
    }
    this.iopub.subscribe();
    this.iopub.connect(this.address("iopub"));
    this.#listen(this.iopub, this.published);
    await this.until(() => this.published.find(({ type }) => type === "iopub_welcome"), "iopub_welcome");
    await this.request("kernel_info_request");
    return this;
  }

  address(channel: string): string {
    return `tcp://127.0.0.1:${this.ports[`${channel}_port`]}`;
  }

  /** The frames of a message, signed unless a signature is given. */
  frames(
    type: string,
    content: unknown,
    { id = randomUUID() as string, metadata = {}, buffers = [] as Uint8Array[], signature = "" } = {},
  ): (string | Uint8Array)[] {
    const header = {
      msg_id: id,
      msg_type: type,
      session: this.session,
      username: "u",
      date: "",
      version: "5.4",
    };
    const parts = [header, {}, metadata, content].map((part) => JSON.stringify(part));
    return ["<IDS|MSG>", signature || this.sign(parts), ...parts, ...buffers];
  }

  sign(parts: readonly string[]): string {
    const hmac = createHmac("sha256", this.key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }

  /** Sends a message without waiting; returns its id. */
  async send(
    type: string,
    content: Content = {},
    {
      channel = "shell" as "shell" | "control" | "stdin",
      ...rest
    }: { channel?: "shell" | "control" | "stdin"; metadata?: Content; buffers?: Uint8Array[] } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this[channel].send(this.frames(type, content, { id, ...rest }));
    return id;
  }

  /** Sends a request and waits for its reply and for idle. */
  async request(
    type: string,
    content: Content = {},
    channel: "shell" | "control" = "shell",
    metadata: Content = {},
  ): Promise<Came> {
    return await this.outcome(await this.send(type, content, { channel, metadata }));
  }

  /** What came of a request that was sent. */
  async outcome(id: string): Promise<Came> {
    await this.idle(id);
    const reply = await this.until(
      () => this.replies.find(({ parent }) => parent === id),
      `a reply to ${id}`,
    );
    return { reply, published: this.publishedFor(id) };
  }

  async execute(code: string, more: Content = {}): Promise<Came> {
    return await this.request("execute_request", executeContent(code, more));
  }

  async interrupt(): Promise<Came> {
    return await this.request("interrupt_request", {}, "control");
  }

  async idle(id: string): Promise<void> {
    await this.until(
      () =>
        this.published.find(
          ({ type, parent, content }) =>
            type === "status" && parent === id && content.execution_state === "idle",
        ),
      `idle after ${id}`,
    );
  }

  publishedFor(id: string): Received[] {
    return this.published.filter(({ parent }) => parent === id);
  }

  /** The milliseconds that a heartbeat takes. */
  async beat(): Promise<number> {
    const hb = new Request({ linger: 0, receiveTimeout: 30_000 });
    hb.connect(this.address("hb"));
    try {
      const began = performance.now();
      await hb.send("beat");
      await hb.receive();
      return performance.now() - began;
    } finally {
      hb.close();
    }
  }

  /** Waits until something is there. */
  async until<T>(find: () => T | undefined | false, what: string, ms = 30_000): Promise<T> {
    const end = Date.now() + ms;
    for (;;) {
      const found = find();
      if (found) return found;
      const left = end - Date.now();
      if (left <= 0) throw new Error(`waited in vain for ${what}; the kernel's errors: ${this.errors}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#news.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** How the process ended. */
  async exit(): Promise<number | null> {
    const { process: child } = this;
    if (!child) throw new Error("no kernel was started");
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    return await new Promise((resolve) => child.once("exit", resolve));
  }

  /** Ends the kernel and removes its folder. */
  async stop(): Promise<void> {
    this.process?.kill("SIGKILL");
    if (this.process) await this.exit();
    for (const socket of [this.shell, this.control, this.stdin, this.iopub]) socket.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #listen(socket: Dealer | Subscriber, into: Received[]): void {
    void (async () => {
      while (!socket.closed) {
        const frames: Buffer[] | undefined = await socket.receive().catch(() => undefined);
        if (!frames) continue;
        into.push(this.#read(frames));
        for (const tell of this.#news.splice(0)) tell();
      }
    })();
  }

  #read(frames: Buffer[]): Received {
    const at = frames.findIndex((frame) => frame.toString() === "<IDS|MSG>");
    const texts = frames.slice(at + 2, at + 6).map((frame) => frame.toString());
    if (frames[at + 1]?.toString() !== this.sign(texts)) throw new Error("the kernel signed wrongly");
    const [header, parent, metadata, content] = texts.map((text) => JSON.parse(text));
    const buffers = frames.slice(at + 6).map((frame) => Uint8Array.from(frame));
    return { type: header.msg_type, parent: parent.msg_id, header, metadata, content, buffers };
  }
}

/** The content of a request to run a cell. */
export const executeContent = (code: string, more: Content = {}): Content => ({
  code,
  silent: false,
  store_history: true,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
  ...more,
});

/** The types of some messages, states in words. */
export const types = (messages: readonly Received[]): string[] =>
  messages.map(({ type, content }) => (type === "status" ? String(content.execution_state) : type));
