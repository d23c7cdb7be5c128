import type { Output } from "./notebook.ts";

/** File endings of the pictures that an output may hold, best first. */
const pictures: Record<string, string> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/svg+xml": "svg",
};

/** A picture of an output, as a file would hold it. */
export interface Picture {
  readonly ending: string;
  readonly bytes: Buffer;
}

/** What an output says in a terminal: its text, in the colours that it brings. */
export function wordsOf(output: Output): string {
  if (output.output_type === "stream") return output.text;
  if (output.output_type === "error") return `${output.traceback.join("\n")}\n`;
  const text = output.data["text/plain"];
  return typeof text === "string" ? `${text}\n` : "";
}

/** The picture that an output holds: of its own type, or within its HTML. */
export function pictureOf(output: Output): Picture | undefined {
  if (output.output_type === "stream" || output.output_type === "error") return undefined;
  for (const [mime, ending] of Object.entries(pictures)) {
    const content = output.data[mime];
    if (typeof content !== "string") continue;
    return { ending, bytes: Buffer.from(content, ending === "svg" ? "utf8" : "base64") };
  }
  const html = output.data["text/html"];
  const found =
    typeof html === "string" && /src="data:image\/(png|jpeg);base64,([A-Za-z0-9+/=]+)"/.exec(html);
  if (!found) return undefined;
  const [, type, content = ""] = found;
  return { ending: type === "jpeg" ? "jpg" : "png", bytes: Buffer.from(content, "base64") };
}
