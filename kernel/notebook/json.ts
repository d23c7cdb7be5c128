/** Strings, which stay as they are, or one of the words that Python writes for numbers that JSON lacks. */
const words = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g;

/** Parses JSON, also what Python writes as JSON: `NaN` and `Infinity` become null. */
export function parseJson(text: string): unknown {
  const plain = text.startsWith("\ufeff") ? text.slice(1) : text;
  try {
    return JSON.parse(plain);
  } catch (error) {
    if (!/NaN|Infinity/.test(plain)) throw error;
    return JSON.parse(plain.replace(words, (word) => (word.startsWith('"') ? word : "null")));
  }
}
