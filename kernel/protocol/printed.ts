import type { Header, Outgoing } from "./message.ts";
import { jsonOf } from "./message.ts";

/** Milliseconds for which printed text is gathered into one message. */
const pause = 30;

/** Characters at which it is sent at once. */
const most = 200_000;

/** Gathers printed text: a thousand lines are one message. */
export class Printed {
  readonly #send: (message: Outgoing) => void;
  #text: string[] = [];
  #length = 0;
  #name: "stdout" | "stderr" = "stdout";
  #parent: Header | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(send: (message: Outgoing) => void) {
    this.#send = send;
  }

  add(name: "stdout" | "stderr", text: string, parent: Header | undefined): void {
    if (name !== this.#name || parent?.msg_id !== this.#parent?.msg_id) this.flush();
    this.#name = name;
    this.#parent = parent;
    this.#text.push(text);
    this.#length += text.length;
    if (this.#length >= most) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), pause);
  }

  /** Sends what there is: before anything else is, so that all comes in its order. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#text.length === 0) return;
    const text = this.#text.join("");
    this.#text = [];
    this.#length = 0;
    this.#send({
      identities: ["stream"],
      type: "stream",
      parent: this.#parent,
      content: jsonOf({ name: this.#name, text }),
    });
  }
}
