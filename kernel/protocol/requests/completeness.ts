import { textIn } from "./fields.ts";
import type { Request } from "./index.ts";

/** `is_complete_request`: whether a console should run what was typed, or wait for more. */
export const isComplete: Request = (request, { session }) => session.isComplete(textIn(request, "code"));
