import { cursorIn, textIn } from "./fields.ts";
import type { Request } from "./index.ts";

/** `inspect_request`: the type and the docstring of what stands at the cursor. */
export const inspect: Request = (request, { session }) => {
  const code = textIn(request, "code");
  const text = session.inspect(code, cursorIn(request, code));
  const data = text === undefined ? {} : { "text/plain": text };
  return { status: "ok", found: text !== undefined, data, metadata: {} };
};
