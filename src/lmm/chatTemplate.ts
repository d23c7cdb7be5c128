import { runInNewContext } from "node:vm";
import { Template } from "@huggingface/jinja";
import { Failure } from "../errors.ts";

/** A message of a conversation, as chat templates take it. */
export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

const limits = { template: 20_000, milliseconds: 2_000, text: 1_000_000 };

/**
 * Renders conversations by a model's own template. A template comes with a model and is not trusted: the interpreter knows
 * nothing but the messages, and one that is too long, does not end in time or says too much is refused.
 */
export class ChatTemplate {
  private readonly template: Template;

  /** Throws a `Failure` that names the file if the template cannot be understood. */
  constructor(
    private readonly path: string,
    source: string,
  ) {
    if (source.length > limits.template)
      throw this.broken(`it has ${source.length} characters; at most ${limits.template} are read`);
    this.template = this.inTime(() => new Template(source));
  }

  /** The text of a conversation; with `answer` it ends where the assistant's next message begins. */
  render(messages: readonly Message[], { answer = false } = {}): string {
    const text = this.inTime(() => this.template.render({ messages, add_generation_prompt: answer }));
    if (text.length > limits.text) throw this.broken(`it makes a text of ${text.length} characters`);
    return text;
  }

  /** The interpreter runs in this thread; the watchdog of a context of its own ends it. */
  private inTime<T>(run: () => T): T {
    try {
      return runInNewContext("run()", { run }, { timeout: limits.milliseconds }) as T;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw this.broken(code === "ERR_SCRIPT_EXECUTION_TIMEOUT" ? "it does not end" : message);
    }
  }

  private broken(why: string): Failure {
    return new Failure(`${this.path} has a chat template that cannot be used: ${why}`);
  }
}
