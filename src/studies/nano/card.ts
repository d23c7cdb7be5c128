import type { Record } from "../record.ts";
import { nanoConfig } from "./config.ts";
import { bestConstant, blankPage } from "./study.ts";
import { lessons } from "./train.ts";

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The model card of `nano`, written from its records: what it is, what it can do, and what it cannot. */
export function nanoCard(records: readonly Record[], parameters: number): string {
  const full = records.find(({ plan, task }) => plan === "full" && task === "fieldValue") as Record;
  const blank = records.find(({ task }) => task === blankPage.name) as Record;
  const constant = bestConstant(blankPage, "test", full.samples);
  const { decoder, vision } = nanoConfig;
  const rows = records
    .filter(({ task }) => task === full.task)
    .map(
      ({ plan, flops, baselineFlops, accuracy, low, high }) =>
        `| ${plan} | ${percent(flops / baselineFlops)} | ${percent(accuracy)} | ${percent(low)} to ${percent(high)} |`,
    );
  return `# nano

A small LMM that reads rendered key-value pages, taught from nothing by \`npm start -- --train\`. This card is written
by \`npm start -- --evaluate\` from \`records.jsonl\`.

- **Model**: ${(parameters / 1e6).toFixed(2)} M parameters; a vision transformer of ${vision.num_hidden_layers} layers over 12 x 12 patches, a decoder of ${decoder.num_hidden_layers} layers, ${decoder.hidden_size} wide, one token a character. Weights in bfloat16.
- **Taught**: ${lessons.map(({ name, steps, batch }) => `${name} (${steps * batch} pages)`).join(", ")}; the log is \`log.jsonl\`. \`routes/\` holds, for each fine-tuned plan, the tensors that it changed.
- **Answers**: ${percent(full.accuracy)} of ${full.samples} questions about unseen pages right to the letter (95 % interval ${percent(full.low)} to ${percent(full.high)}), generated greedily, one question a prompt.
- **Control**: about blank pages ${percent(blank.accuracy)}; the best constant answer, "${constant.answer}", would get ${percent(constant.accuracy)}.
- **Not for** anything but studies of routes: it knows ten keys, three fonts and 68 characters.

| plan | FLOPs of the prefill | exact match | 95 % interval |
| --- | --- | --- | --- |
${rows.join("\n")}

FLOPs are those of the decoder's matmuls, scores counted in full, at the mean prompt of these questions.
`;
}
