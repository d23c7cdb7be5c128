import { randomUUID } from "node:crypto";
import type { Signer } from "./signature.ts";

/** The version of the messaging protocol that is spoken. */
export const protocolVersion = "5.5";

/** What every message begins with. */
export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** A message that arrived: everything in it is data from outside, checked as far as the types here say. */
export interface Message {
  /** Whom an answer goes to. */
  readonly identities: readonly Uint8Array[];
  readonly header: Header;
  readonly metadata: Record<string, unknown>;
  readonly content: Record<string, unknown>;
  readonly buffers: readonly Uint8Array[];
}

/** A message on its way out. */
export interface Outgoing {
  /** Whom it is for, or on iopub what it is about. */
  readonly identities: readonly (Uint8Array | string)[];
  readonly type: string;
  /** The header of the request that it belongs to. */
  readonly parent: Header | undefined;
  readonly metadata?: Record<string, unknown> | undefined;
  /** As JSON. */
  readonly content: string;
  readonly buffers?: readonly Uint8Array[] | undefined;
}

const delimiter = "<IDS|MSG>";

/** Frames of one message that are looked at: more is no message. */
const mostFrames = 10_000;

/** What this kernel is called in its messages. */
const session = randomUUID();

/** The frames of a message, signed. */
export function framesOf(message: Outgoing, signer: Signer): (Uint8Array | string)[] {
  const header: Header = {
    msg_id: randomUUID(),
    msg_type: message.type,
    session,
    username: "proxylab",
    date: new Date().toISOString(),
    version: protocolVersion,
  };
  const parts = [header, message.parent ?? {}, message.metadata ?? {}].map((part) => JSON.stringify(part));
  const signed = [...parts, message.content].map((text) => Buffer.from(text));
  return [...message.identities, delimiter, signer.sign(signed), ...signed, ...(message.buffers ?? [])];
}

/** The message in some frames; undefined for what is not one, is not genuine, or came before. */
export function messageOf(frames: readonly Uint8Array[], signer: Signer): Message | undefined {
  if (frames.length > mostFrames) return undefined;
  const at = frames.findIndex((frame) => Buffer.from(frame).equals(Buffer.from(delimiter)));
  const [signature, ...signed] = at < 0 ? [] : frames.slice(at + 1, at + 6);
  if (!signature || signed.length < 4 || !signer.isGenuine(signature, signed)) return undefined;
  const [header, parent, metadata, content] = signed.map(objectOf);
  if (!isHeader(header) || !parent || !metadata || !content || signer.isRepeated(signature)) return undefined;
  return { identities: frames.slice(0, at), header, metadata, content, buffers: frames.slice(at + 6) };
}

function objectOf(frame: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(frame.buffer, frame.byteOffset, frame.length).toString());
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const isHeader = (header: unknown): header is Header => {
  const { msg_id, msg_type } = Object(header) as Partial<Record<keyof Header, unknown>>;
  return [msg_id, msg_type].every((text) => typeof text === "string" && text !== "" && text.length <= 1000);
};

/**
 * A value as JSON that every client can read and store: lone surrogates, which no UTF-8 has, are replaced.
 * Throws for what JSON cannot hold.
 */
export function jsonOf(value: object): string {
  const json = JSON.stringify(value);
  if (!json.includes("\\ud")) return json;
  return json.replace(/\\(?:u(d[89a-f][0-9a-f]{2})|.)/gis, (whole, lone) => (lone ? "\\ufffd" : whole));
}
