import { Flags } from "../session/interrupt.ts";
import { captureOutput } from "../session/output.ts";
import { Session } from "../session/session.ts";
import { readConnection } from "./connection.ts";
import { Kernel } from "./kernel.ts";
import { parents } from "./parent.ts";
import { Wire } from "./wire.ts";

/** As early as can be: a client that is gone already is known by nothing. */
const startedBy = parents();

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
  const session = new Session(process.cwd(), flags);
  // While the compiler gets ready for the first cell, the thread of the sockets answers the first messages.
  const opening = Wire.open(connection, flags, startedBy).catch((error: unknown) => {
    session.close();
    throw error;
  });
  const [wire] = await Promise.all([opening, warmed(session)]);
  await new Promise<void>((resolve) => {
    const kernel = new Kernel(wire, session, resolve);
    process.on("uncaughtException", (error) => kernel.showUncaught(error));
    process.on("unhandledRejection", (error) => kernel.showUncaught(error));
    process.on("SIGTERM", resolve); // beside the thread of the sockets, which hears it while a cell computes
    captureOutput();
  });
  session.close();
  await wire.close();
  process.exit(0);
}

async function warmed(session: Session): Promise<void> {
  session.warm();
}
