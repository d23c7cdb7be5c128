import { parseArgs } from "node:util";
import { nearest, UsageError } from "../errors.ts";

/** Parses a command's flags. Throws a `UsageError` for a flag or a word that the command does not have. */
export function parse(
  args: string[],
  flags: Readonly<Record<string, "string" | "boolean">>,
): { values: Record<string, string | boolean | undefined> } {
  const options = Object.fromEntries(Object.entries(flags).map(([name, type]) => [name, { type }]));
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true, allowPositionals: true });
  for (const token of tokens) {
    if (token.kind === "positional")
      throw new UsageError(`unexpected word "${token.value}"; options begin with --`);
    if (token.kind !== "option") continue;
    const type = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    if (!type) {
      throw new UsageError(
        `unknown option ${token.rawName}; did you mean --${nearest(token.name, Object.keys(flags), 1)[0]}?`,
      );
    }
    if (type === "string" && token.value === undefined)
      throw new UsageError(`option ${token.rawName} needs a value`);
  }
  return {
    values: parseArgs({ args, options, strict: false, allowPositionals: true }).values as Record<
      string,
      string
    >,
  };
}

/** A whole number of at least 0. */
export function wholeNumber(flag: string, text: string): number {
  if (/^\d{1,9}$/.test(text.trim())) return Number(text);
  throw new UsageError(`${flag} ${text}: expected a whole number`);
}
