import { randomUUID } from "node:crypto";
import { currentContext } from "../context.ts";
import { bundleOf, type MimeBundle } from "../display/registry.ts";

/** What was shown, and can be shown anew. */
export interface Display {
  readonly id: string;
  /** Replaces what is shown by another value. */
  update(value: unknown): Promise<void>;
}

/**
 * Shows a value in the output of the cell that runs. The promise resolves once it is published; awaiting it is only
 * needed to update it.
 */
export async function display(value: unknown, id: string = randomUUID()): Promise<Display> {
  show(await bundleOf(value), { id });
  return {
    id,
    update: async (next) => show(await bundleOf(next), { id, update: true }),
  };
}

/** Publishes a bundle as it is, at once. */
export function show(
  bundle: MimeBundle,
  { id, update = false }: { id?: string; update?: boolean } = {},
): void {
  const context = currentContext();
  context?.session.publish({ type: "display", bundle, id, update });
}

/** Empties the output of the cell that runs, at once or when the next output comes. */
export function clearOutput(when: "now" | "with the next output" = "now"): void {
  currentContext()?.session.publish({ type: "clear", wait: when !== "now" });
}
