import { Failure } from "../../src/errors.ts";
import { currentContext } from "../context.ts";

/**
 * Asks the user for a line of text and waits for it.
 *
 * @throws Failure where nobody can answer, as in a run without a front end.
 */
export async function input(prompt = "", { secret = false }: { secret?: boolean } = {}): Promise<string> {
  const ask = currentContext()?.ask;
  if (!ask) throw new Failure("this front end cannot be asked for input; set the value in the cell");
  return await ask(prompt, secret);
}
