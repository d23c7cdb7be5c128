import { Flags } from "../session/interrupt.ts";
import { captureOutput } from "../session/output.ts";
import { Session } from "../session/session.ts";
import { readConnection } from "./connection.ts";
import { Kernel } from "./kernel.ts";
import { Wire } from "./wire.ts";

/**
 * Serves the clients that know a connection file, until one of them ends the kernel or the process that started it is
 * gone. Cells run in the current folder.
 *
 * @throws Failure when the file cannot be used or a port is taken.
 */
export async function serve(connectionFile: string): Promise<void> {
  // Between a cell and what throws there may be many calls of TensorFlow.js.
  Error.stackTraceLimit = 50;
  const connection = readConnection(connectionFile);
  const flags = new Flags();
  const wire = await Wire.open(connection, flags, clientProcess());
  const session = new Session(process.cwd(), flags);
  await new Promise<void>((resolve) => {
    const kernel = new Kernel(wire, session, resolve);
    process.on("uncaughtException", (error) => kernel.showUncaught(error));
    process.on("unhandledRejection", (error) => kernel.showUncaught(error));
    process.on("SIGTERM", resolve); // beside the thread of the sockets, which hears it while a cell computes
    captureOutput();
    session.warm();
  });
  session.close();
  await wire.close();
  process.exit(0);
}

/** The process that Jupyter's clients name as the one that started the kernel. */
function clientProcess(): number | undefined {
  const pid = Number(process.env.JPY_PARENT_PID);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}
