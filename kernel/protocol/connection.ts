import { getHashes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Failure } from "../../src/errors.ts";

/** The sockets of a kernel; clients of each know it by `<channel>_port`. */
export const channels = ["shell", "control", "iopub", "stdin", "hb"] as const;

export type Channel = (typeof channels)[number];

/** Where a kernel listens and how its messages are signed: what a client wrote into the connection file. */
export interface Connection {
  readonly transport: "tcp" | "ipc";
  /** For `tcp` an address, loopback unless the file says otherwise; for `ipc` the beginning of a path. */
  readonly ip: string;
  readonly ports: Readonly<Record<Channel, number>>;
  /** The secret that messages are signed with; empty for none. */
  readonly key: string;
  /** The hash function of the signatures: `sha256`. */
  readonly hash: string;
}

/** Bytes of a connection file that are read. */
const largest = 100_000;

/** Reads a connection file. Throws a `Failure` of one sentence when it is missing or says something impossible. */
export function readConnection(path: string): Connection {
  return connectionOf(parse(path), path);
}

function parse(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file" : (error as Error).message;
    throw new Failure(`cannot read the connection file ${path}: ${why}; Jupyter writes one and names it`);
  }
  try {
    if (text.length > largest) throw new Error(`${text.length} characters are too many`);
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("not an object");
    return value as Record<string, unknown>;
  } catch (error) {
    throw new Failure(`the connection file ${path} is not a JSON object: ${(error as Error).message}`);
  }
}

function connectionOf(file: Record<string, unknown>, path: string): Connection {
  const wrong = (key: string, expected: string): Failure => {
    const given = file[key];
    const what = given === undefined ? `lacks "${key}"` : `has ${JSON.stringify(given)} as "${key}"`;
    return new Failure(`the connection file ${path} ${what}; expected ${expected}`);
  };
  const ports = Object.fromEntries(
    channels.map((channel) => {
      const port = file[`${channel}_port`];
      if (!Number.isInteger(port) || (port as number) < 1 || (port as number) > 65_535)
        throw wrong(`${channel}_port`, "a port from 1 to 65535");
      return [channel, port];
    }),
  ) as Record<Channel, number>;
  if (new Set(Object.values(ports)).size < channels.length)
    throw new Failure(`the connection file ${path} names a port twice; expected five different ones`);
  const { key, ip = "127.0.0.1", transport = "tcp", signature_scheme: scheme = "hmac-sha256" } = file;
  if (typeof key !== "string")
    throw wrong("key", "the secret that messages are signed with, or an empty text");
  if (typeof ip !== "string" || ip === "") throw wrong("ip", "an address such as 127.0.0.1");
  if (transport !== "tcp" && transport !== "ipc") throw wrong("transport", '"tcp" or "ipc"');
  const hash = typeof scheme === "string" ? /^hmac-(\w[\w-]*)$/.exec(scheme)?.[1] : undefined;
  if (!hash || !getHashes().includes(hash)) throw wrong("signature_scheme", '"hmac-sha256"');
  return { transport, ip, ports, key, hash };
}

/** What a channel's socket is bound to. */
export function addressOf({ transport, ip, ports }: Connection, channel: Channel): string {
  if (transport === "ipc") return `ipc://${ip}-${ports[channel]}`;
  const host = ip.includes(":") ? `[${ip}]` : ip;
  return `tcp://${host}:${ports[channel]}`;
}
