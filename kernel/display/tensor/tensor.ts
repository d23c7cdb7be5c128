import { tf } from "../../../src/index.ts";
import { escapeHtml, picture, tableOf } from "../html.ts";
import { bytesText, countText, numberText } from "../numbers.ts";
import { type MimeData, register } from "../registry.ts";
import { pictureOf } from "./picture.ts";
import { firstOf, sampleOf } from "./sample.ts";
import { statistics } from "./statistics.ts";
import { tensorWords } from "./words.ts";

/** Values that are written out. */
const first = 12;

register((value): value is tf.Tensor => value instanceof tf.Tensor, show);

/** Shape, type, statistics, first values, and a picture of what has one. */
async function show(tensor: tf.Tensor): Promise<MimeData> {
  const name = tensorWords(tensor);
  if (tensor.isDisposed) return { "text/plain": `${name}: its memory is released` };
  const values = await valuesText(tensor);
  if (tensor.size === 0 || tensor.dtype === "string" || tensor.dtype === "complex64")
    return { "text/plain": `${name}\n${values}` };
  const { values: numbers, whole } = await sampleOf(tensor);
  const facts = statistics(numbers);
  const drawn = await pictureOf(tensor, facts);
  const basis = whole ? "" : `, of a sample of ${countText(facts.count)} of ${countText(tensor.size)} values`;
  const rows: [string, string][] = [
    ["min", numberText(facts.min)],
    ["mean", numberText(facts.mean)],
    ["max", numberText(facts.max)],
    ["std", numberText(facts.std)],
    ["NaN", countText(facts.nan)],
    ...(facts.infinite > 0 ? [["infinite", countText(facts.infinite)] as [string, string]] : []),
  ];
  const size = `${countText(tensor.size)} ${tensor.size === 1 ? "value" : "values"}, ${bytesText(bytesOf(tensor))}`;
  const plain = [
    name,
    `${rows.map((row) => row.join(" ")).join(", ")}${basis}`,
    values,
    ...(drawn ? [`(${drawn.words})`] : []),
  ];
  const table = tableOf(
    rows.map(([title]) => ({ title, numeric: true })),
    [rows.map(([, text]) => text)],
  );
  const html = [
    `<p><b>${escapeHtml(name)}</b> ${escapeHtml(size)}${escapeHtml(basis)}</p>`,
    table.html,
    `<pre>${escapeHtml(values)}</pre>`,
    ...(drawn
      ? [
          picture(drawn.png, { alt: drawn.words, width: drawn.width }),
          `<br><small>${escapeHtml(drawn.words)}</small>`,
        ]
      : []),
  ];
  return {
    "text/plain": plain.join("\n"),
    "text/html": html.join("\n"),
    ...(drawn && { "image/png": Buffer.from(drawn.png).toString("base64") }),
  };
}

async function valuesText(tensor: tf.Tensor): Promise<string> {
  if (tensor.size === 0) return "no values";
  const values = Array.from(await firstOf(tensor, first));
  const shown =
    tensor.dtype === "complex64" ? pairs(values as number[]) : values.slice(0, first).map(valueText);
  const more = tensor.size - shown.length;
  return `[${shown.join(", ")}${more > 0 ? `, ... ${countText(more)} more` : ""}]`;
}

function valueText(value: unknown): string {
  if (typeof value === "number") return numberText(value);
  const text = JSON.stringify(value);
  return text.length <= 200 ? text : `${text.slice(0, 200)}... (${countText(text.length)} characters)`;
}

function pairs(values: readonly number[]): string[] {
  const complex = [];
  for (let i = 0; i + 1 < values.length && complex.length < first; i += 2) {
    const [real, imaginary] = [values[i] as number, values[i + 1] as number];
    complex.push(`${numberText(real)} ${imaginary < 0 ? "-" : "+"} ${numberText(Math.abs(imaginary))}i`);
  }
  return complex;
}

const bytesOf = ({ size, dtype }: tf.Tensor): number => size * tf.util.bytesPerElement(dtype as "float32");
