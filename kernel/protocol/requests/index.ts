import type { Session } from "../../session/session.ts";
import type { History } from "../history.ts";
import type { Message } from "../message.ts";
import { comm, commInfo } from "./comms.ts";
import { isComplete } from "./completeness.ts";
import { complete } from "./completion.ts";
import { remember } from "./history.ts";
import { inspect } from "./inspection.ts";

/** What requests are answered from. */
export interface Services {
  readonly session: Session;
  readonly history: History;
}

/** Answers a request with the content of its reply; undefined for a message that has none. */
export type Request = (
  request: Message,
  services: Services,
) => object | undefined | Promise<object | undefined>;

/** The requests that are answered at once, while a cell awaits, too. Cells themselves are in `../cells.ts`. */
export const requests: Readonly<Record<string, Request>> = {
  complete_request: complete,
  inspect_request: inspect,
  is_complete_request: isComplete,
  history_request: remember,
  comm_info_request: commInfo,
  comm_open: comm,
  comm_msg: comm,
  comm_close: comm,
};
