import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Dealer } from "zeromq";
import { temporaryFolder } from "../../support/folder.ts";
import { Client, executeContent, freePorts } from "./client.ts";

const commandLine = fileURLToPath(new URL("../../../src/cli/proxylab.js", import.meta.url));

describe("the life of a kernel", function () {
  this.timeout(60_000);
  const clients: Client[] = [];
  const start = async (): Promise<Client> => {
    const client = new Client();
    clients.push(client);
    return await client.start();
  };
  afterEach(() => Promise.all(clients.splice(0).map((client) => client.stop())));

  it("goes on through messages that are none, forged, repeated or too large, and does nothing for them", async () => {
    const client = await start();
    await client.execute("let touched = 0");
    const bump = executeContent("touched++");
    const forged = client.frames("execute_request", bump, { signature: "0".repeat(64) });
    const real = client.frames("execute_request", bump, { id: "once" });
    for (let i = 0; i < 50; i++) {
      for (const channel of ["shell", "control", "stdin"] as const) {
        await client[channel].send(forged);
        await client[channel].send(real.slice(0, i % 6));
        await client[channel].send(randomBytes(1 + i));
        await client[channel].send(client.frames("no_such_request", { i }));
        await client[channel].send(client.frames("comm_msg", { comm_id: i, data: [] }));
      }
    }
    for (let i = 0; i < 5; i++) await client.shell.send(real);
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const parts = [
      JSON.stringify({ msg_id: "d", msg_type: "comm_msg" }),
      "{}",
      "{}",
      `{"comm_id":"x","data":${deep}}`,
    ];
    await client.shell.send(["<IDS|MSG>", client.sign(parts), ...parts]);
    const large = new Dealer({ linger: 0 });
    large.connect(client.address("hb"));
    await large.send(new Uint8Array(2 ** 20));
    await client.idle("once");
    const { published } = await client.execute("touched");
    large.close();
    assert.deepEqual(published.find(({ type }) => type === "execute_result")?.content.data, {
      "text/plain": "1",
    });
    assert.ok((await client.beat()) < 1000);
    assert.equal(client.errors, "");
  });

  it("ends when it is told to, with an answer, also while a cell computes", async () => {
    for (const [code, restart] of [
      ["1", true],
      ["while (true) {}", false],
    ] as const) {
      const client = await start();
      await client.send("execute_request", executeContent(code));
      await pause(300);
      const { reply } = await client.request("shutdown_request", { restart }, "control");
      assert.deepEqual(reply.content, { status: "ok", restart });
      const began = Date.now();
      await client.exit();
      assert.ok(Date.now() - began < 5000);
    }
  });

  it("ends at SIGTERM while a cell computes", async () => {
    const client = await start();
    await client.send("execute_request", executeContent("while (true) {}"));
    await pause(300);
    const began = Date.now();
    client.process?.kill("SIGTERM");
    await client.exit();
    assert.ok(Date.now() - began < 5000);
  });

  it("remembers what earlier kernels ran", async () => {
    const first = await start();
    await first.execute("let remembered = 1");
    const second = new Client();
    clients.push(second);
    await second.start({ XDG_DATA_HOME: first.folder });
    const { reply } = await second.request("history_request", {
      hist_access_type: "tail",
      n: 5,
      output: false,
    });
    assert.deepEqual(reply.content.history, [[1, 1, "let remembered = 1"]]);
  });

  it("ends with the client that started it, even when that was killed while a cell computed", async () => {
    const client = new Client();
    clients.push(client);
    const [shell_port, control_port, stdin_port, iopub_port, hb_port] = await freePorts(5);
    const ports = { shell_port, control_port, stdin_port, iopub_port, hb_port };
    const file = join(client.folder, "c.json");
    writeFileSync(file, JSON.stringify({ ...ports, key: "" }));
    const script = `
      const { spawn } = require("node:child_process");
      const env = { ...process.env, JPY_PARENT_PID: String(process.pid) };
      const kernel = spawn(process.execPath, ${JSON.stringify([commandLine, "kernel", "start", file])}, { env, detached: true });
      console.log(kernel.pid);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ["--eval", script], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(parent.stdout, "data");
    const kernel = Number(String(line));
    client.ports = ports as Record<string, number>;
    await client.beat();
    assert.ok(isRunning(kernel));
    parent.kill("SIGKILL");
    for (let i = 0; i < 100 && isRunning(kernel); i++) await pause(100);
    assert.ok(!isRunning(kernel), "an orphan is left");
  });
});

describe("a kernel that cannot start", () => {
  const path = temporaryFolder();

  it("says in a sentence that a port is in use, and ends", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const [shell_port, control_port, stdin_port, iopub_port] = await freePorts(4);
    const ports = { shell_port, control_port, stdin_port, iopub_port, hb_port: port };
    writeFileSync(path("c.json"), JSON.stringify({ ...ports, key: "k" }));
    const kernel = spawn(process.execPath, [commandLine, "kernel", "start", path("c.json")]);
    let said = "";
    kernel.stderr.on("data", (text) => {
      said += text;
    });
    const [code] = await once(kernel, "exit");
    server.close();
    assert.equal(code, 1);
    assert.match(
      said,
      new RegExp(`^proxylab: cannot listen at tcp://127.0.0.1:${port} \\(hb\\): the port is in use; .*\n$`),
    );
  });

  it("says what its command line lacks", () => {
    const { status, stderr } = spawnSync(process.execPath, [commandLine, "kernel", "start"], {
      encoding: "utf8",
    });
    assert.equal(status, 2);
    assert.match(stderr, /takes one file: the connection file/);
  });
});

/** Whether a process is there and no zombie. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
