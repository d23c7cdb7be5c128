import { Failure } from "../../src/errors.ts";
import type { SessionEvent } from "../session/events.ts";
import { Interrupted } from "../session/interrupt.ts";
import type { Session } from "../session/session.ts";
import { Cells, publishBundle, stopsOnError } from "./cells.ts";
import { History } from "./history.ts";
import type { Message } from "./message.ts";
import { requests } from "./requests/index.ts";
import type { Wire, WireListener } from "./wire.ts";

/** Cells that wait for their turn; further ones are aborted. */
const mostQueued = 10_000;

/** A session as Jupyter's clients know it: takes their messages and publishes what comes of them. */
export class Kernel implements WireListener {
  readonly #wire: Wire;
  readonly #session: Session;
  readonly #history = new History();
  readonly #cells: Cells;
  readonly #queue: Message[] = [];
  readonly #end: () => void;
  #running: Message | undefined;
  #answer: ((text: string) => void) | undefined;

  /** `end` is called when a client wants the kernel to end. */
  constructor(wire: Wire, session: Session, end: () => void) {
    this.#wire = wire;
    this.#session = session;
    this.#end = end;
    const ask = (request: Message, prompt: string, secret: boolean) => this.#ask(request, prompt, secret);
    this.#cells = new Cells({ wire, session, history: this.#history, ask });
    session.listen((event, parent) => this.#publish(event, parent as Message | undefined));
    wire.listen(this);
  }

  onMessage(channel: "shell" | "stdin", message: Message): void {
    const type = message.header.msg_type;
    if (channel === "stdin") this.#hearAnswer(message);
    else if (type === "execute_request") this.#enqueue(message);
    else if (Object.hasOwn(requests, type)) void this.#answerAtOnce(message);
  }

  /** An interrupt is for the cell that ran when it came, or waited to run; a later cell has nothing to do with it. */
  onInterrupt(running: boolean): void {
    const { flags } = this.#session;
    if (!running || flags.interrupt) this.#session.interrupt();
    if (!flags.running) flags.interrupt = false;
  }

  onShutdown(): void {
    this.#queue.length = 0;
    this.#end();
  }

  /** Shows an error that nobody caught, on behalf of the code that it comes from. */
  showUncaught(error: unknown): void {
    if (error instanceof Interrupted) return;
    const text = `${this.#session.trouble(error).traceback.join("\n")}\n`;
    this.#session.publish({ type: "stream", name: "stderr", text });
  }

  #enqueue(message: Message): void {
    if (this.#queue.length >= mostQueued) {
      void this.#during(message, (cell) => this.#cells.abort(cell));
      return;
    }
    this.#queue.push(message);
    if (!this.#running) void this.#work();
  }

  /** Runs the queued cells, one at a time; when one fails, those that wait are not run. */
  async #work(): Promise<void> {
    for (let request = this.#queue.shift(); request; request = this.#queue.shift()) {
      this.#running = request;
      const aborted = await this.#during(request, async (cell) => {
        const succeeded = await this.#cells.run(cell);
        return succeeded || !stopsOnError(cell) ? [] : this.#waiting();
      });
      this.#answer = undefined;
      for (const waiting of aborted ?? []) await this.#during(waiting, (cell) => this.#cells.abort(cell));
    }
    this.#running = undefined;
  }

  /** Takes what waits out of the queue, and what came while code ran that let no events in. */
  #waiting(): Message[] {
    this.#wire.hearAll();
    return this.#queue.splice(0);
  }

  async #answerAtOnce(request: Message): Promise<void> {
    const type = request.header.msg_type;
    await this.#during(request, async () => {
      const content = await requests[type]?.(request, { session: this.#session, history: this.#history });
      if (content) this.#wire.answer("shell", request, replyTo(type), content);
    });
    // Clients take that end for the end of the running cell.
    if (this.#running) this.#wire.publish("status", this.#running.header, { execution_state: "busy" });
  }

  /** Does something between the states busy and idle; what is wrong with a request is answered. */
  async #during<T>(request: Message, work: (request: Message) => T | Promise<T>): Promise<T | undefined> {
    const { header } = request;
    this.#wire.publish("status", header, { execution_state: "busy" });
    try {
      return await work(request);
    } catch (error) {
      const { ename, evalue, traceback } = this.#session.trouble(error);
      const content = { status: "error", ename, evalue, traceback };
      if (!header.msg_type.startsWith("comm_") || header.msg_type === "comm_info_request")
        this.#wire.answer("shell", request, replyTo(header.msg_type), content);
      return undefined;
    } finally {
      this.#wire.publish("status", header, { execution_state: "idle" });
    }
  }

  /** Asks the client of a cell for a line. */
  async #ask(request: Message, prompt: string, secret: boolean): Promise<string> {
    if (this.#running !== request) throw new Failure("only a cell that runs can ask for input");
    if (this.#answer) throw new Failure("a question is open already; await its answer before the next");
    try {
      return await new Promise<string>((resolve) => {
        this.#answer = resolve;
        this.#wire.answer("stdin", request, "input_request", { prompt, password: secret });
      });
    } finally {
      this.#answer = undefined;
    }
  }

  #hearAnswer({ header, content }: Message): void {
    if (header.msg_type === "input_reply" && typeof content.value === "string") this.#answer?.(content.value);
  }

  #publish(event: SessionEvent, request: Message | undefined): void {
    const wire = this.#wire;
    const parent = request?.header;
    if (event.type === "stream") wire.print(event.name, event.text, parent);
    else if (event.type === "clear") wire.publish("clear_output", parent, { wait: event.wait });
    else if (event.type === "comm") wire.publish(event.message, parent, event.content, event.extras);
    else {
      const { bundle, id, update } = event;
      const transient = id === undefined ? {} : { display_id: id };
      publishBundle(wire, update ? "update_display_data" : "display_data", parent, bundle, { transient });
    }
  }
}

const replyTo = (type: string): string => type.replace(/_request$/, "_reply");
