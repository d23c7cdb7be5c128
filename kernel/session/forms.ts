import { bundleOf, type MimeBundle } from "../display/registry.ts";
import { loadPrelude } from "./prelude.ts";

/** The forms of a value; what knows more than words and numbers is loaded when the first such value comes. */
export async function formsOf(value: unknown): Promise<MimeBundle> {
  if (typeof value === "object" && value !== null) await loadPrelude([]);
  return await bundleOf(value);
}
