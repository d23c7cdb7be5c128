import { type MimeData, register } from "./registry.ts";

/** Under this symbol, as in Deno's notebooks, a value says itself how it is shown: a method that returns MIME data. */
export const displayed = Symbol.for("Jupyter.display");

type Displayed = { [displayed](): MimeData | Promise<MimeData> };

register(
  (value): value is Displayed =>
    typeof value === "object" &&
    value !== null &&
    typeof (value as Partial<Displayed>)[displayed] === "function",
  (value) => value[displayed](),
);
