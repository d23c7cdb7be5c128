import type { Random } from "../pages/random.ts";

/** A word in small letters, with a capital, or in capitals. */
export function cased(word: string, { choice }: Random): string {
  const how = choice(["small", "capital", "capitals"] as const);
  if (how === "small") return word;
  return how === "capitals" ? word.toUpperCase() : word.slice(0, 1).toUpperCase() + word.slice(1);
}
