import { UsageError } from "../../../src/errors.ts";
import { unitsOf } from "../codePoints.ts";
import type { Message } from "../message.ts";

/** A text of a request. Throws a `UsageError` where it is missing or none. */
export function textIn({ header, content }: Message, name: string): string {
  const value = content[name];
  if (typeof value === "string") return value;
  throw new UsageError(
    `${header.msg_type} has ${String(JSON.stringify(value))} as "${name}"; expected a text`,
  );
}

/** The place of the cursor in code units; the end where the request names none. */
export function cursorIn({ content }: Message, code: string): number {
  const { cursor_pos: points } = content;
  return typeof points === "number" && points >= 0 ? unitsOf(code, points) : code.length;
}

/** A whole number of a request, or undefined. */
export function numberIn({ content }: Message, name: string): number | undefined {
  const value = content[name];
  return Number.isInteger(value) ? (value as number) : undefined;
}

/** An object of a request, or an empty one. */
export function objectIn({ content }: Message, name: string): Record<string, unknown> {
  const value = content[name];
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
