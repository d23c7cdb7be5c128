import { inspect } from "node:util";

/** One value in the forms that a front end may choose from: MIME type to content (text, or JSON where the type is JSON). */
export type MimeData = Record<string, unknown>;

/** What a front end is given of a value. */
export interface MimeBundle {
  readonly data: MimeData;
  /** By MIME type: sizes, say. */
  readonly metadata: Record<string, unknown>;
}

/** Makes the forms of a value; `text/plain` is added where it is missing. */
export type ToBundle<T> = (value: T) => MimeData | MimeBundle | Promise<MimeData | MimeBundle>;

interface Entry {
  readonly fits: (value: unknown) => boolean;
  readonly toBundle: ToBundle<never>;
}

const entries: Entry[] = [];

/** Characters of the plain text of a value; what is longer is cut, with its size. */
export const longestText = 100_000;

/** Characters of any other form of a value; a longer one is left out, with its size in the plain text. */
export const longestForm = 32_000_000;

/**
 * Says how values are shown. The entry that was registered last and fits is taken. Returns a function that takes the
 * entry out again.
 */
export function register<T>(fits: (value: unknown) => value is T, toBundle: ToBundle<T>): () => void;
export function register(fits: (value: unknown) => boolean, toBundle: ToBundle<unknown>): () => void;
export function register(fits: (value: unknown) => boolean, toBundle: ToBundle<never>): () => void {
  const entry = { fits, toBundle };
  entries.unshift(entry);
  return () => {
    const at = entries.indexOf(entry);
    if (at >= 0) entries.splice(at, 1);
  };
}

/**
 * The forms of a value. Never throws: a value that cannot be shown is shown as the error that says why.
 */
export async function bundleOf(value: unknown): Promise<MimeBundle> {
  try {
    const entry = entries.find(({ fits }) => fits(value));
    const made = entry ? await entry.toBundle(value as never) : {};
    const bundle = isBundle(made) ? made : { data: made, metadata: {} };
    return limited({ "text/plain": plainText(value, bundle.data), ...bundle.data }, bundle.metadata);
  } catch (error) {
    return { data: { "text/plain": `(cannot be shown: ${messageOf(error)})` }, metadata: {} };
  }
}

/** A value as one would see it in Node's own prompt; circular references are named. */
export function plain(value: unknown): string {
  try {
    return inspect(value, {
      depth: 4,
      maxArrayLength: 100,
      maxStringLength: longestText - 1000,
      breakLength: 110,
    });
  } catch (error) {
    return `(cannot be shown: ${messageOf(error)})`;
  }
}

/** A text of at most `most` characters, with what it lacks at its end. */
export function cut(text: string, most = longestText): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most)}\n... cut: ${size(text.length)} in all, ${size(most)} shown`;
}

/** A number of characters as a reader takes it in. */
export function size(characters: number): string {
  if (characters < 10_000) return `${characters} characters`;
  return characters < 1e6 ? `${Math.round(characters / 1e3)} kB` : `${(characters / 1e6).toFixed(1)} MB`;
}

const isBundle = (made: MimeData | MimeBundle): made is MimeBundle =>
  typeof made.data === "object" && made.data !== null && typeof made.metadata === "object";

const plainText = (value: unknown, data: MimeData): string => (data["text/plain"] ? "" : plain(value));

function limited(data: MimeData, metadata: Record<string, unknown>): MimeBundle {
  const kept: MimeData = {};
  let missing = "";
  for (const [type, content] of Object.entries(data)) {
    const length = typeof content === "string" ? content.length : (JSON.stringify(content)?.length ?? 0);
    if (type === "text/plain") kept[type] = cut(String(content));
    else if (length <= longestForm) kept[type] = content;
    else missing += `\n(left out: ${type}, ${size(length)})`;
  }
  if (missing) kept["text/plain"] = `${kept["text/plain"]}${missing}`;
  return { data: kept, metadata };
}

function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return "an error that cannot be shown either";
  }
}
