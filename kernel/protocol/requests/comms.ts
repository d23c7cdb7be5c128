import type { CommMessageType } from "../../comms.ts";
import { objectIn, textIn } from "./fields.ts";
import type { Request } from "./index.ts";

/** `comm_info_request`: the open comms. */
export const commInfo: Request = ({ content }, { session }) => {
  const target = typeof content.target_name === "string" ? content.target_name : undefined;
  const comms = session.comms.list(target).map(({ id, target: name }) => [id, { target_name: name }]);
  return { status: "ok", comms: Object.fromEntries(comms) };
};

/** `comm_open`, `comm_msg` and `comm_close`: taken while a cell awaits, too; there is no answer. */
export const comm: Request = async (request, { session }) => {
  const { header, metadata, content, buffers } = request;
  const target = typeof content.target_name === "string" ? content.target_name : "";
  const message = { data: objectIn(request, "data"), metadata, buffers };
  const type = header.msg_type as CommMessageType;
  await session.receive(type, textIn(request, "comm_id"), message, { target, parent: request });
  return undefined;
};
