const longest = 4;

/**
 * Corpus BLEU (Papineni et al., 2002), 0 to 100, as sacrebleu computes it by default: 1- to 4-grams of mteval's tokens
 * (`13a`), counts that are nil smoothed by halving (`exp`), a penalty for what is too short. One right text each.
 */
export function bleu(given: readonly string[], expected: readonly string[]): number {
  const counts = given.map((text, i) => countsOf(text, expected[i] as string));
  return scoreOf(sumOf(counts), longest);
}

/** BLEU of one text, 0 to 100, over the orders of which it has any n-grams, as sacrebleu's `sentence_bleu`. */
export function sentenceBleu(given: string, expected: string): number {
  const counts = countsOf(given, expected);
  return scoreOf(counts, Math.max(1, counts.all.filter((all) => all > 0).length));
}

/** N-grams of each order: those of the given text, and those of them that the right one has; the texts' lengths. */
interface Counts {
  readonly right: readonly number[];
  readonly all: readonly number[];
  readonly given: number;
  readonly expected: number;
}

function countsOf(given: string, expected: string): Counts {
  const [a, b] = [tokens(given), tokens(expected)];
  const orders = Array.from({ length: longest }, (_, i) => i + 1);
  const pairs = orders.map((n) => [grams(a, n), grams(b, n)] as const);
  return {
    right: pairs.map(([own, other]) =>
      [...own].reduce((sum, [gram, count]) => sum + Math.min(count, other.get(gram) ?? 0), 0),
    ),
    all: orders.map((n) => Math.max(0, a.length - n + 1)),
    given: a.length,
    expected: b.length,
  };
}

const sumOf = (counts: readonly Counts[]): Counts => ({
  right: Array.from({ length: longest }, (_, n) =>
    counts.reduce((sum, one) => sum + (one.right[n] as number), 0),
  ),
  all: Array.from({ length: longest }, (_, n) =>
    counts.reduce((sum, one) => sum + (one.all[n] as number), 0),
  ),
  given: counts.reduce((sum, one) => sum + one.given, 0),
  expected: counts.reduce((sum, one) => sum + one.expected, 0),
});

function scoreOf({ right, all, given, expected }: Counts, orders: number): number {
  if (right.every((count) => count === 0)) return 0;
  let [logarithms, smooth] = [0, 1];
  for (let n = 0; n < orders; n++) {
    const [hits, total] = [right[n] as number, all[n] as number];
    if (total === 0) return 0;
    if (hits === 0) smooth *= 2;
    logarithms += Math.log(hits === 0 ? 1 / (smooth * total) : hits / total);
  }
  const penalty = given < expected ? Math.exp(1 - expected / given) : 1;
  return 100 * penalty * Math.exp(logarithms / orders);
}

function grams(words: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= words.length; i++) {
    const gram = words.slice(i, i + n).join(" ");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** mteval-v13a's tokens: punctuation stands alone, except points and commas between digits. */
function tokens(text: string): string[] {
  const plain = text
    .replaceAll("<skipped>", "")
    .replaceAll("-\n", "")
    .replaceAll("\n", " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
  return ` ${plain} `
    .replaceAll(/([{-~[-` -&(-+:-@/])/g, " $1 ")
    .replaceAll(/([^0-9])([.,])/g, "$1 $2 ")
    .replaceAll(/([.,])([^0-9])/g, " $1 $2")
    .replaceAll(/([0-9])(-)/g, "$1 $2 ")
    .split(/\s+/)
    .filter((token) => token !== "");
}
