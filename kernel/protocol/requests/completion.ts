import { pointsOf } from "../codePoints.ts";
import { cursorIn, textIn } from "./fields.ts";
import type { Request } from "./index.ts";

/** `complete_request`: what could be written at the cursor. */
export const complete: Request = (request, { session }) => {
  const code = textIn(request, "code");
  const { start, end, matches } = session.complete(code, cursorIn(request, code));
  const from = pointsOf(code, start);
  const to = pointsOf(code, end);
  return {
    status: "ok",
    matches: matches.map(({ text }) => text),
    cursor_start: from,
    cursor_end: to,
    metadata: {
      _jupyter_types_experimental: matches.map(({ text, kind }) => ({
        text,
        type: kind,
        start: from,
        end: to,
      })),
    },
  };
};
