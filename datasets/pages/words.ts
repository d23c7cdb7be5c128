/** Every character that a page, a question about it, or an answer may contain. */
export const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 :$.-?";

// Common words, short enough that every line fits a 96-pixel page in the widest face (13 characters).

export const names = words(
  "Anna Maria John Peter Laura David Sofia James Emma Oscar Lucas Julia Clara Henry Alice Simon Nina Felix Diana Martin",
);

export const cities = words(
  "Berlin Paris London Madrid Rome Vienna Oslo Dublin Lisbon Prague Tokyo Seoul Delhi Cairo Lima Boston Denver Austin Miami Zurich",
);

export const colors = words("red blue green black white yellow brown purple orange pink");

export const months = words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");

export const items = words("chair table lamp desk book pen phone clock mug bag");

/** Letters of a code: none that a reader takes for a digit (I, O, Q). */
export const codeLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";

function words(list: string): readonly string[] {
  return list.split(" ");
}
