import type { Numbered } from "../history.ts";
import { numberIn } from "./fields.ts";
import type { Request } from "./index.ts";

/** `history_request`: inputs of this session and of earlier ones. */
export const remember: Request = (request, { history }) => {
  const { hist_access_type: access, pattern, unique, output } = request.content;
  const n = numberIn(request, "n");
  const found =
    access === "range"
      ? history.range(
          numberIn(request, "session") ?? 0,
          numberIn(request, "start") ?? 0,
          numberIn(request, "stop"),
        )
      : access === "search"
        ? history.search(typeof pattern === "string" ? pattern : "*", n, { unique: unique === true })
        : history.tail(n ?? 1000);
  const entry = ({ number, line, input, output: result }: Numbered) => [
    number,
    line,
    output === true ? [input, result] : input,
  ];
  return { status: "ok", history: found.map(entry) };
};
