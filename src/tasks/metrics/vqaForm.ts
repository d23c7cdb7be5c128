/**
 * The plain form in which VQA answers are compared: small letters, no articles, no punctuation, numbers as digits,
 * contractions with their apostrophes. As the challenge's own evaluation makes it (EvalAI's answer processor), its
 * quirks included.
 */
export function vqaForm(answer: string): string {
  const words = answer.toLowerCase().replaceAll(",", "").replaceAll("?", "").replaceAll("'s", " 's").trim();
  return withoutPunctuation(words.replaceAll(/[\n\t]/g, " ").trim())
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => numbers.get(word) ?? word)
    .filter((word) => !articles.has(word))
    .map((word) => contractions.get(word) ?? word)
    .join(" ");
}

const articles = new Set(["a", "an", "the"]);

const numbers = new Map(
  "zero one two three four five six seven eight nine ten".split(" ").map((word, i) => [word, String(i)]),
).set("none", "0");

const punctuation = [...'; / [ ] " { } ( ) = + \\ _ - > < @ ` , ? !'.replaceAll(" ", "")];

/** A mark beside a blank goes; one between letters becomes a blank; a point goes unless a digit follows. */
function withoutPunctuation(text: string): string {
  const thousands = /\d,+\d/.test(text);
  let out = text;
  for (const mark of punctuation) {
    const aside = text.includes(`${mark} `) || text.includes(` ${mark}`) || thousands;
    out = out.replaceAll(mark, aside ? "" : " ");
  }
  return out.replaceAll(/\.(?!\d)/g, "");
}

const single =
  "ain't aren't can't could've couldn't didn't doesn't don't hadn't hasn't haven't he'd he's how'd how'll how's isn't it'd it'll ma'am mightn't might've mustn't must've needn't not've o'clock oughtn't shan't should've shouldn't somebody'll somebody's someone'd someone'll someone's something'd something'll that's there'd there're there's they'd they'll they're they've 'twas wasn't we've weren't what'll what're what's what've when's where'd where's where've who'd who'll who's who've why'll why're why's won't would've wouldn't y'all you'd you'll you're you've";
const double =
  "couldn't've hadn't've he'd've it'd've mightn't've 'ow's'at she'd've shouldn't've somebody'd've someone'd've something'd've there'd've they'd've we'd've who'd've wouldn't've y'all'll y'all'd've you'd've";

/** What is written without one of its apostrophes, and what is meant. */
const contractions = new Map<string, string>([
  ...single.split(" ").map((right): [string, string] => [right.replaceAll("'", ""), right]),
  ...double
    .split(" ")
    .flatMap((right) =>
      [...right.matchAll(/'/g)].map(({ index }): [string, string] => [
        right.slice(0, index) + right.slice(index + 1),
        right,
      ]),
    ),
  ["somebody'd", "somebodyd"],
]);
