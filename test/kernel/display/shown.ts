import { bundleOf } from "../../../kernel/display/index.ts";

/** The forms of a value, the text and the HTML apart. */
export async function shown(
  value: unknown,
): Promise<{ data: Record<string, unknown>; text: string; html: string }> {
  const { data } = await bundleOf(value);
  return { data, text: String(data["text/plain"]), html: String(data["text/html"] ?? "") };
}

/** What a sanitised notebook keeps of HTML: neither scripts nor styles, drawings or frames. */
export const sanitised = (html: string): string =>
  html
    .replace(/<(script|style|svg|iframe)\b.*?<\/\1>/gs, "")
    .replace(/<(script|style|svg|iframe)\b[^>]*>/g, "");

/** The bytes of the first picture in HTML. */
export function pictureIn(html: string): Buffer {
  const [, data] = /<img[^>]*\ssrc="data:image\/png;base64,([^"]+)"/.exec(html) ?? [];
  if (!data) throw new Error(`no picture in ${html.slice(0, 200)}`);
  return Buffer.from(data, "base64");
}
