import { types } from "node:util";
import { escapeHtml } from "./html.ts";
import { cut, plain, register } from "./registry.ts";

/** Frames of the kernel's own and of Node's: they say nothing about the notebook. */
const foreign = /^\s+at .*(node:|\/node_modules\/|\/kernel\/)/;

/** Errors that are values: name, message, and where they come from. */
register(
  (value): value is Error => types.isNativeError(value) || value instanceof Error,
  (error) => {
    const text = cut(plain(error))
      .split("\n")
      .filter((line) => !foreign.test(line))
      .join("\n");
    const head = `${error.name}: ${error.message}`;
    const rest = text.startsWith(head) ? text.slice(head.length) : `\n${text}`;
    return {
      "text/plain": text,
      "text/html": `<pre><b>${escapeHtml(error.name)}</b>: ${escapeHtml(error.message)}${escapeHtml(rest)}</pre>`,
    };
  },
);
